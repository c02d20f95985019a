using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using ResourceBot.Broadcasts.Sending;

namespace ResourceBot.Host.Settings;

/// <summary>Turns the configuration (appsettings.json, then environment variables, then arguments) into <see cref="BotSettings"/>.</summary>
internal sealed partial class SettingsReading(IConfiguration configuration, string home)
{
    private const string DefaultKeyFile = "data/secret.key";

    /// <exception cref="BadSettingException">The first setting that is wrong.</exception>
    public BotSettings Read()
    {
        new KnownSettings(configuration).RefuseOthers();
        new LogLevels(configuration).RefuseUnknown();
        RefuseNotBuilt();
        var keyFile = Text("Secrets:KeyFile", DefaultKeyFile);
        return new BotSettings(
            home,
            new TelegramSettings(ReadToken(), WebAddress("Telegram:BaseUrl", "https://api.telegram.org")),
            new OutgoingSettings(Rate("Outgoing:MessagesPerSecond", 29, 0.1, 1000), Seconds("Outgoing:ChatSpacing", 1, 0, 60)),
            ReadBroadcast(),
            new DatabaseSettings(ReadConnectionString()),
            InHome(keyFile),
            keyFile == DefaultKeyFile,
            InHome(Text("Seeds:Path", "seeds")),
            ReadOwners(),
            ReadLocalTelegram(),
            Text("Health:Url", "").Length == 0 ? null : ReadHealth());
    }

    private void RefuseNotBuilt()
    {
        var mode = OneOf("Telegram:Mode", "Polling", "Webhook");
        if (mode == "Webhook")
            throw new BadSettingException("Telegram:Mode", "is Webhook, which this version cannot do yet", "write Polling");
        var provider = OneOf("Database:Provider", "Sqlite", "PostgreSql");
        if (provider == "PostgreSql")
            throw new BadSettingException("Database:Provider", "is PostgreSql, which this version cannot do yet", "write Sqlite");
    }

    private BroadcastPace ReadBroadcast()
    {
        var paid = OneOf("Broadcast:Paid", "false", "true") == "true";
        return new BroadcastPace(
            Rate("Broadcast:PerSecond", 25, 0.1, paid ? 1000 : 30), Whole("Broadcast:InFlight", 8, 1, 256), paid);
    }

    private string ReadToken()
    {
        var token = Text("Telegram:Token", "");
        // The value itself must not be repeated: it would stand in the log.
        return token.Length == 0 || TokenForm().IsMatch(token)
            ? token
            : throw new BadSettingException(
                "Telegram:Token", "does not look like a bot token",
                "write it as @BotFather gives it, like 123456789:AbCd…, or leave it empty for the local Telegram");
    }

    private string ReadConnectionString()
    {
        const string setting = "Database:ConnectionString";
        const string instead = "write something like Data Source=data/resourcebot.db";
        try
        {
            var builder = new SqliteConnectionStringBuilder(Text(setting, "Data Source=data/resourcebot.db"));
            if (builder.DataSource.Length == 0) throw new BadSettingException(setting, "names no file", instead);
            if (builder.DataSource.Contains(":memory:", StringComparison.OrdinalIgnoreCase) || builder.Mode == SqliteOpenMode.Memory)
                throw new BadSettingException(setting, "is a database in memory, which would lose updates in a crash", instead);
            // SQLite would take it for an address, we for the name of a folder.
            if (builder.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
                throw new BadSettingException(setting, "holds an address with file:, which this version cannot do", instead);
            builder.DataSource = InHome(builder.DataSource);
            return builder.ToString();
        }
        catch (ArgumentException)
        {
            throw new BadSettingException(setting, "cannot be read", instead);
        }
    }

    private List<long> ReadOwners()
    {
        const string setting = "Staff:Owners";
        var section = configuration.GetSection(setting);
        // One line with commas, or a list: the empty list of the file is an empty line beside what variables add to it.
        var line = Ids(section.Value ?? "");
        var list = section.GetChildren().SelectMany(child => Ids(child.Value ?? "")).ToList();
        return line.Count > 0 ? line : list;

        List<long> Ids(string text) =>
        [
            .. text.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).Select(entry =>
                long.TryParse(entry, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
                    ? id
                    : throw new BadSettingException(setting, "holds something that is not a numeric Telegram id", "write ids like 123456789, or nothing")),
        ];
    }

    private Uri ReadLocalTelegram()
    {
        var url = WebAddress("LocalTelegram:Url", "http://127.0.0.1:5080");
        return url.IsLoopback && url.Scheme == Uri.UriSchemeHttp
            ? url
            : throw new BadSettingException(
                "LocalTelegram:Url", "leaves this machine, and whoever reaches it could play every person", "write http://127.0.0.1:5080");
    }

    private Uri ReadHealth()
    {
        var url = WebAddress("Health:Url", "");
        return url.Scheme == Uri.UriSchemeHttp
            ? url
            : throw new BadSettingException("Health:Url", "is not plain http", "write something like http://127.0.0.1:8081, or nothing");
    }

    private Uri WebAddress(string setting, string byDefault) =>
        Uri.TryCreate(Text(setting, byDefault), UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) && url.PathAndQuery == "/"
            ? url
            : throw new BadSettingException(
                setting, "is not an address without a path", $"write something like {(byDefault.Length > 0 ? byDefault : "http://127.0.0.1:8081")}");

    private double Rate(string setting, double byDefault, double least, double most)
    {
        var text = Text(setting, byDefault.ToString(CultureInfo.InvariantCulture));
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new BadSettingException(
                setting, $"is not a number from {least.ToString(CultureInfo.InvariantCulture)} to {most.ToString(CultureInfo.InvariantCulture)}",
                $"write {byDefault.ToString(CultureInfo.InvariantCulture)}");
    }

    private int Whole(string setting, int byDefault, int least, int most) =>
        int.TryParse(Text(setting, byDefault.ToString(CultureInfo.InvariantCulture)), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && value >= least && value <= most
            ? value
            : throw new BadSettingException(
                setting, string.Create(CultureInfo.InvariantCulture, $"is not a whole number from {least} to {most}"),
                string.Create(CultureInfo.InvariantCulture, $"write {byDefault}"));

    private TimeSpan Seconds(string setting, double byDefault, double least, double most) =>
        TimeSpan.FromSeconds(Rate(setting, byDefault, least, most));

    private string OneOf(string setting, params string[] allowed)
    {
        var text = Text(setting, allowed[0]);
        return allowed.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? throw new BadSettingException(setting, $"is \"{text}\"", $"write {string.Join(" or ", allowed)}");
    }

    private string Text(string setting, string byDefault) => configuration[setting]?.Trim() is { Length: > 0 } text ? text : byDefault;

    private string InHome(string path) => Path.GetFullPath(path, home);

    [GeneratedRegex("^[0-9]{1,20}:[A-Za-z0-9_-]{1,100}$", RegexOptions.NonBacktracking)]
    private static partial Regex TokenForm();
}

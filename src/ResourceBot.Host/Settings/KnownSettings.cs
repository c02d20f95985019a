using ResourceBot.Catalogue.Search;

namespace ResourceBot.Host.Settings;

/// <summary>Refuses what no part of the program reads: a misspelt setting must not be one that quietly does nothing.</summary>
internal sealed class KnownSettings(IConfiguration configuration)
{
    private const string OwnersList = "Staff:Owners:";

    /// <summary>Every setting of our own sections; those of .NET, such as Logging, are not ours to judge.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "Telegram:Token", "Telegram:BaseUrl", "Telegram:Mode",
        "Outgoing:MessagesPerSecond", "Outgoing:ChatSpacing",
        "Broadcast:PerSecond", "Broadcast:InFlight", "Broadcast:Paid",
        "Database:Provider", "Database:ConnectionString",
        "Secrets:KeyFile", "Seeds:Path", "Staff:Owners", "LocalTelegram:Url", "Health:Url",
    ];

    /// <exception cref="BadSettingException">The first setting of our sections that is none.</exception>
    public void RefuseOthers()
    {
        foreach (var section in All.Select(Section).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var unknown = configuration.GetSection(section).AsEnumerable()
                // A variable that is only called like a section may be another program's.
                .Where(pair => pair.Value is not null && pair.Key.Contains(':', StringComparison.Ordinal) && !IsKnown(pair.Key))
                .Select(pair => pair.Key).Order(StringComparer.Ordinal).FirstOrDefault();
            if (unknown is not null) throw new BadSettingException(unknown, "is no setting", Instead(unknown, section));
        }
    }

    private static bool IsKnown(string setting) =>
        All.Contains(setting, StringComparer.OrdinalIgnoreCase)
        || (setting.StartsWith(OwnersList, StringComparison.OrdinalIgnoreCase) && setting.AsSpan(OwnersList.Length).IndexOfAnyExceptInRange('0', '9') < 0);

    private static string Instead(string unknown, string section)
    {
        var known = All.Where(setting => Section(setting) == section).ToList();
        var near = new Spelling(known.Select(Key)).Near(Key(unknown));
        return near.Count == 1
            ? $"did you mean {known.First(setting => Key(setting) == near[0].Word)}?"
            : $"there {(known.Count == 1 ? "is" : "are")} {string.Join(", ", known)}";
    }

    private static string Section(string setting) => setting[..setting.IndexOf(':', StringComparison.Ordinal)];

    private static string Key(string setting) => setting[(setting.IndexOf(':', StringComparison.Ordinal) + 1)..].ToLowerInvariant();
}

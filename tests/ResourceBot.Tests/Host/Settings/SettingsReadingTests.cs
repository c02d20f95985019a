using Microsoft.Extensions.Configuration;
using ResourceBot.Host.Settings;

namespace ResourceBot.Tests.Host.Settings;

public sealed class SettingsReadingTests
{
    [Fact]
    public void Without_any_setting_everything_has_its_safe_default()
    {
        var settings = Read();

        Assert.True(settings.Telegram.IsLocal);
        Assert.Equal(new Uri("https://api.telegram.org"), settings.Telegram.BaseUrl);
        Assert.Equal("Data Source=/home/bot/data/resourcebot.db", settings.Database.ConnectionString);
        Assert.Equal("/home/bot/data/secret.key", settings.KeyFile);
        Assert.Equal("/home/bot/seeds", settings.SeedsPath);
        Assert.Empty(settings.Owners);
        Assert.Equal(new Uri("http://127.0.0.1:5080"), settings.LocalTelegramUrl);
        Assert.Null(settings.HealthUrl);
    }

    [Fact]
    public void The_file_in_the_repository_holds_every_setting_with_its_default()
    {
        var file = new ConfigurationBuilder().AddJsonFile(Repository.PathOf("appsettings.json")).Build();
        Assert.Equivalent(Read(), new SettingsReading(file, "/home/bot").Read(), strict: true);
    }

    [Theory]
    [InlineData("Telegram:Token", "abc", "like 123456789:")]
    [InlineData("Telegram:BaseUrl", "api.telegram.org", "https://api.telegram.org")]
    [InlineData("Telegram:Mode", "Polled", "Polling or Webhook")]
    [InlineData("Telegram:Mode", "Webhook", "write Polling")]
    [InlineData("Database:Provider", "MySql", "Sqlite or PostgreSql")]
    [InlineData("Database:Provider", "PostgreSql", "write Sqlite")]
    [InlineData("Database:ConnectionString", "Nonsense=1", "Data Source=")]
    [InlineData("Database:ConnectionString", "Data Source=:memory:", "Data Source=")]
    [InlineData("Staff:Owners", "zahra", "ids like")]
    [InlineData("Staff:Owners:0", "-5", "ids like")]
    [InlineData("Database:ConnectionString", "Data Source=file:data/bot.db?cache=shared", "Data Source=data/")]
    [InlineData("Broadcast:InFlight", "2.7", "write 8")]
    [InlineData("Broadcast:InFlight", "0", "write 8")]
    [InlineData("Logging:LogLevel:Default", "Loud", "Information")]
    [InlineData("Logging:Console:LogLevel:Microsoft", "Loud", "Information")]
    [InlineData("Telegram:Tokn", "1:x", "did you mean Telegram:Token?")]
    [InlineData("Telegram:Token:Value", "1:x", "Telegram:Token")]
    [InlineData("Staff:Owner", "1001", "did you mean Staff:Owners?")]
    [InlineData("Staff:Owners:first", "1001", "there is Staff:Owners.")]
    [InlineData("health:address", "http://127.0.0.1:8081", "there is Health:Url.")]
    [InlineData("Database:Password", "x", "there are Database:Provider, Database:ConnectionString.")]
    [InlineData("LocalTelegram:Url", "http://0.0.0.0:5080", "127.0.0.1")]
    [InlineData("Health:Url", "https://127.0.0.1:1", "http://127.0.0.1:8081")]
    [InlineData("Outgoing:MessagesPerSecond", "0", "write 29")]
    public void A_bad_setting_is_named_with_what_to_write_instead(string setting, string value, string instead)
    {
        var bad = Assert.Throws<BadSettingException>(() => Read((setting, value)));

        Assert.StartsWith(setting.Replace(":0", "", StringComparison.Ordinal), bad.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(instead, bad.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', bad.Message);
    }

    [Fact]
    public void A_wrong_token_is_not_repeated()
    {
        var bad = Assert.Throws<BadSettingException>(() => Read(("Telegram:Token", "12345:secret secret")));
        Assert.DoesNotContain("secret", bad.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1001, 1002")]
    [InlineData("1001;1002")]
    public void Owners_can_be_one_line_as_an_environment_variable(string line) =>
        Assert.Equal([1001, 1002], Read(("Staff:Owners", line)).Owners);

    [Fact]
    public void Owners_can_be_counted_beside_the_empty_list_of_the_file()
    {
        using var file = new MemoryStream("""{ "Staff": { "Owners": [] } }"""u8.ToArray());
        var configuration = new ConfigurationBuilder().AddJsonStream(file)
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Staff:Owners:0"] = "1002", ["STAFF:OWNERS:1"] = "1003" }).Build();
        Assert.Equal([1002, 1003], new SettingsReading(configuration, "/home/bot").Read().Owners);
        configuration["Staff:Owners:0"] = "zahra";
        Assert.Throws<BadSettingException>(() => new SettingsReading(configuration, "/home/bot").Read());
    }

    [Fact]
    public void The_settings_it_knows_are_those_of_the_file()
    {
        var file = new ConfigurationBuilder().AddJsonFile(Repository.PathOf("appsettings.json")).Build();
        Assert.Equal(
            KnownSettings.All.Order(StringComparer.Ordinal),
            file.AsEnumerable().Where(pair => pair.Value is not null && !pair.Key.StartsWith("Logging", StringComparison.Ordinal))
                .Select(pair => pair.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_only_called_like_a_section_is_another_programs() => Assert.Null(Read(("Health", "fine"), ("Seeds", "12")).HealthUrl);

    [Fact]
    public void Settings_never_print_the_token() =>
        Assert.DoesNotContain("tokenValue", Read(("Telegram:Token", "12345:tokenValue")).ToString(), StringComparison.Ordinal);

    private static BotSettings Read(params (string Name, string Value)[] values) => new SettingsReading(
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(pair => pair.Name, pair => (string?)pair.Value)).Build(),
        "/home/bot").Read();
}

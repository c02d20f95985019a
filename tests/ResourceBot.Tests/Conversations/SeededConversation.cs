using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ResourceBot.Catalogue;
using ResourceBot.Chat;
using ResourceBot.Conversations;
using ResourceBot.Host.Settings;
using ResourceBot.Host.Starting;
using ResourceBot.Languages;

namespace ResourceBot.Tests.Conversations;

/// <summary>The conversation with all its parts and this repository's catalogue, without any network.</summary>
public sealed class SeededConversation : IAsyncLifetime, IDisposable
{
    private static readonly ChatId Chat = new(1);
    private readonly TemporaryFolder _folder = new();
    private ServiceProvider _parts = null!;

    public T Part<T>() where T : notnull => _parts.GetRequiredService<T>();

    public Phrases Phrases(Language language) => _parts.GetRequiredService<Speech>().Phrases(language);

    public async Task InitializeAsync()
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Repository.PathOf("appsettings.json")).AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Database:ConnectionString"] = $"Data Source={_folder.File("test.db")}",
                ["Secrets:KeyFile"] = _folder.File("secret.key"),
                ["Seeds:Path"] = Repository.PathOf("seeds"),
            }).Build();
        var services = new ServiceCollection().AddLogging();
        services.AddResourceBot(new SettingsReading(configuration, Repository.Root).Read());
        _parts = services.BuildServiceProvider();
        await _parts.GetRequiredService<Opening>().RunAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _parts.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>What stands on the panel after she typed something on the first page.</summary>
    public Task<Screen> TypeAsync(string text, Language language = Language.English, string hiddenLinks = "") =>
        SendAsync(new TypedText(Chat, new MessageId(2), text, HiddenLinks: hiddenLinks), language);

    /// <summary>What stands on the panel after she passed on a picture.</summary>
    public Task<Screen> SendPictureAsync(string caption) => SendAsync(new OtherContent(Chat, new MessageId(2), Caption: caption), Language.English);

    private async Task<Screen> SendAsync(Incoming incoming, Language language)
    {
        var home = ScreenCode.Write(new Reader(language, Place.Anywhere), new HomeView());
        _parts.GetRequiredService<OpenPanels>().Remember(Chat, new OpenPanel(new MessageId(1), home));
        return (await Conversation.AnswerAsync(incoming, CancellationToken.None)).Screen!;
    }

    public async Task<Screen> PressAsync(string code) =>
        (await Conversation.AnswerAsync(new ButtonPress(Chat, new MessageId(1), "press", code), CancellationToken.None)).Screen!;

    private IConversation Conversation => _parts.GetRequiredService<IConversation>();
}

using ResourceBot.Broadcasts.Sending;
using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Search;
using ResourceBot.Catalogue.Seeds;
using ResourceBot.Chat;
using ResourceBot.Conversations;
using ResourceBot.Conversations.Everyone;
using ResourceBot.Conversations.Visitors;
using ResourceBot.Host.Health;
using ResourceBot.Host.Settings;
using ResourceBot.Host.Sqlite;
using ResourceBot.Host.Telegram;
using ResourceBot.Languages;
using ResourceBot.Storage;
using Telegram.Bot;

namespace ResourceBot.Host.Starting;

/// <summary>The parts of the program and how they hang together.</summary>
internal static class Parts
{
    // A lane that waits for its turn at the gate costs next to nothing, so none of a crowd waits for another before it is understood.
    private const int MostWaiting = 5_000;

    public static IServiceCollection AddResourceBot(this IServiceCollection services, BotSettings settings)
    {
        DapperSetup.Apply();
        return services
            .AddSingleton(settings)
            .AddSingleton(settings.Outgoing)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(Random.Shared)
            .AddSingleton<Readiness>()
            .AddSingleton<EndOfProgram>()
            .AddSingleton<Opening>()
            .AddSingleton<LocalTelegramDoor>()
            .AddDatabase(settings)
            .AddCatalogue(settings)
            .AddStaff()
            .AddTruth()
            .AddBroadcasts(settings)
            .AddConversations()
            .AddTelegram()
            .AddSingleton<HealthSite>()
            .AddHostedService<Gateway>()
            .AddHostedService<Warming>()
            .Configure<HostOptions>(options =>
            {
                options.ShutdownTimeout = Gateway.FinishWithin + TimeSpan.FromSeconds(5);
                // Receiving and sending finish side by side, each within its time.
                options.ServicesStopConcurrently = true;
            });
    }

    private static IServiceCollection AddDatabase(this IServiceCollection services, BotSettings settings) => services
        .AddSingleton(new SqliteDatabase(settings.Database.ConnectionString))
        .AddSingleton<Database>(parts => parts.GetRequiredService<SqliteDatabase>())
        .AddSingleton<SchemaMigration>()
        .AddSingleton(parts =>
        {
            var seal = KeyFile.Open(settings.KeyFile, out var made);
            if (made) StartingLog.KeyMade(parts.GetRequiredService<ILogger<Opening>>(), settings.KeyFile);
            return seal;
        });

    private static IServiceCollection AddCatalogue(this IServiceCollection services, BotSettings settings) => services
        .AddSingleton<ResourceStore>()
        .AddSingleton<SeedLoading>()
        .AddSingleton(SearchWords.Load(settings.SeedsPath))
        .AddSingleton<ResourceSearch>()
        .AddSingleton<IResourceSearch>(parts => parts.GetRequiredService<ResourceSearch>())
        .AddSingleton<ICatalogueCopy>(parts => parts.GetRequiredService<ResourceSearch>());

    private static IServiceCollection AddConversations(this IServiceCollection services) => services
        .AddSingleton<Speech>()
        .AddSingleton<OpenPanels>(parts => new OpenPanels(parts.GetRequiredService<TimeProvider>()))
        .AddSingleton<IConversation, Conversation>()
        .AddSingleton<Pages>()
        .AddSingleton<LanguagePage>()
        .AddSingleton<HomePage>()
        .AddSingleton<HelpPage>()
        .AddSingleton<PrivacyPage>()
        .AddSingleton<TimesTablePage>()
        .AddSingleton<TopicsPage>()
        .AddSingleton<TopicPage>()
        .AddSingleton<CardPage>()
        .AddSingleton<SearchPage>()
        .AddSingleton<ResultsPage>()
        .AddSingleton<CheckPage>()
        .AddSingleton<FinderPage>();

    private static IServiceCollection AddTelegram(this IServiceCollection services) => services
        .AddSingleton<ITelegramBotClient>(parts => BotClient.For(
            parts.GetRequiredService<LocalTelegramDoor>(), parts.GetRequiredService<Gauges>(), parts.GetRequiredService<ILogger<DeepUpdatesCutting>>()))
        .AddSingleton<IncomingSeal>()
        .AddSingleton<Inbox>()
        .AddSingleton<DoneWriting>()
        .AddSingleton<PauseStore>()
        .AddSingleton<Gauges>()
        .AddSingleton(parts => new OutgoingGate(
            parts.GetRequiredService<OutgoingSettings>(), parts.GetRequiredService<BroadcastPace>(), parts.GetRequiredService<PauseStore>(), parts.GetRequiredService<Gauges>(),
            parts.GetRequiredService<TimeProvider>(), parts.GetRequiredService<Random>(), parts.GetRequiredService<ILogger<OutgoingGate>>()))
        .AddSingleton<PanelDelivery>()
        .AddSingleton<Answering>()
        .AddSingleton(parts => new Lanes(
            MostWaiting, MostWaiting, parts.GetRequiredService<Answering>().AnswerAsync, parts.GetRequiredService<Answering>().LetWait))
        .AddSingleton<Receiving>()
        .AddSingleton<BotProfile>()
        .AddSingleton<ISentFiles, SentFiles>()
        .AddSingleton<ShareLinks>()
        .AddSingleton<IShareLinks>(parts => parts.GetRequiredService<ShareLinks>());
}

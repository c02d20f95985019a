using ResourceBot.Broadcasts;
using ResourceBot.Broadcasts.Sending;
using ResourceBot.Broadcasts.Subscribers;
using ResourceBot.Conversations;
using ResourceBot.Conversations.Bells;
using ResourceBot.Conversations.Broadcasting;
using ResourceBot.Host.Broadcasting;
using ResourceBot.Host.Settings;
using ResourceBot.Host.Telegram;

namespace ResourceBot.Host.Starting;

/// <summary>Broadcasts: who hears, what is said, and how it goes out.</summary>
internal static class BroadcastParts
{
    public static IServiceCollection AddBroadcasts(this IServiceCollection services, BotSettings settings) => services
        .AddSingleton(settings.Broadcast)
        .AddSingleton<SubscriberStore>()
        .AddSingleton<Expiry>()
        .AddSingleton<BroadcastStore>()
        .AddSingleton<BroadcastDecisions>()
        .AddSingleton<SendingStop>()
        .AddSingleton<AudienceStore>()
        .AddSingleton<DeliveryStore>()
        .AddSingleton<DeliveryWriting>()
        .AddSingleton<Delivering>()
        .AddSingleton<BroadcastRun>()
        .AddSingleton<TakingBack>()
        .AddSingleton<ProgressBoard>()
        .AddSingleton<Reduction>()
        .AddSingleton<IPost, BroadcastPost>()
        .AddSingleton<IBroadcastScreens, BroadcastScreens>()
        .AddSingleton<Report>()
        .AddSingleton<IConversationPart, BellPart>()
        .AddSingleton<IConversationPart, BroadcastPart>()
        .AddSingleton<BroadcastWriting>()
        .AddSingleton<BroadcastWatching>()
        .AddSingleton<StoppingPages>()
        .AddHostedService<BroadcastLoops>();
}

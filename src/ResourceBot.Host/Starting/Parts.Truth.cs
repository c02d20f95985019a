using ResourceBot.Catalogue.Exchange;
using ResourceBot.Catalogue.Links;
using ResourceBot.Catalogue.Suggestions;
using ResourceBot.Catalogue.Truth;
using ResourceBot.Conversations;
using ResourceBot.Conversations.Truth;
using ResourceBot.Figures;
using ResourceBot.Host.Figures;
using ResourceBot.Host.Links;
using ResourceBot.Host.Upkeep;

namespace ResourceBot.Host.Starting;

/// <summary>What keeps the catalogue true: checks, links, suggestions, files in and out, figures.</summary>
internal static class TruthParts
{
    public static IServiceCollection AddTruth(this IServiceCollection services) => services
        .AddSingleton(AddressRules.Public)
        .AddSingleton<ILinkProbe, HttpLinkProbe>()
        .AddSingleton<LinkStore>()
        .AddSingleton<LinkRound>()
        .AddSingleton<SuggestionStore>()
        .AddSingleton<DailyCaps>()
        .AddSingleton<ChecksDue>()
        .AddSingleton<TruthStore>()
        .AddSingleton<Imports>()
        .AddSingleton<WeeklyCounts>()
        .AddSingleton<CatalogueFigures>()
        .AddSingleton<IFigureDrawing, FigureDrawing>()
        .AddSingleton<NightWork>()
        .AddSingleton<ILinkBell>(parts => parts.GetRequiredService<NightWork>())
        .AddHostedService(parts => parts.GetRequiredService<NightWork>())
        .AddHostedService<CountsWriting>()
        .AddTruthPages();

    private static IServiceCollection AddTruthPages(this IServiceCollection services) => services
        .AddSingleton<ITruthPages, SuggestPages>()
        .AddSingleton<ITruthPages, ReportPages>()
        .AddSingleton<ITruthPages, SuggestionsPages>()
        .AddSingleton<ITruthPages, TruthPages>()
        .AddSingleton<ITruthPages, ImportPages>()
        .AddSingleton<ITruthPages, ImportEntryPages>()
        .AddSingleton<ITruthPages, ExportPages>()
        .AddSingleton<ITruthPages, FigurePages>()
        .AddSingleton<TruthPart>()
        .AddSingleton<IConversationPart>(parts => parts.GetRequiredService<TruthPart>());
}

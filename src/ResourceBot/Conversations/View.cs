using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Finder;
using ResourceBot.Catalogue.Links;

namespace ResourceBot.Conversations;

/// <summary>What a button leads to. The whole state of browsing is in it, so nothing about a reader need be stored.</summary>
public abstract record View;

/// <summary>Choosing a language.</summary>
public sealed record LanguageView : View;

/// <summary>The first page.</summary>
public sealed record HomeView : View;

/// <summary>The list of topics.</summary>
public sealed record TopicsView : View;

/// <summary>The entries of a topic.</summary>
/// <param name="Page">From 0.</param>
public sealed record TopicView(Topic Topic, int Page) : View;

/// <summary>One entry.</summary>
/// <param name="From">The list to go back to; null when she came through a link.</param>
public sealed record CardView(Slug Slug, TopicView? From) : View;

/// <summary>What she can type.</summary>
public sealed record SearchView : View;

/// <summary>What was found for her words.</summary>
/// <param name="Words">Only letters, digits and spaces of <see cref="PackedWords"/>.</param>
/// <param name="Without">Bits of the filters taken off.</param>
public sealed record ResultsView(string Words, int Page, int Without) : View;

/// <summary>One entry out of the results.</summary>
public sealed record FoundCardView(ResourceId Resource, ResultsView From) : View;

/// <summary>Whether a link belongs to a provider that we know.</summary>
/// <param name="Host">ASCII; empty when she has not sent a link yet.</param>
/// <param name="Path">Only while the page is drawn the first time: a button has no room for it.</param>
public sealed record CheckView(string Host, LinkSigns Signs, string Path = "") : View;

/// <summary>A question of the finder, or what fits the answers.</summary>
/// <param name="Step">0 to 4 are the questions, 5 the results.</param>
/// <param name="Page">From 0; of the results.</param>
public sealed record FinderView(int Step, FinderAnswers Answers, int Page) : View
{
    public const int Level = 0;
    public const int Home = 1;
    public const int Papers = 2;
    public const int Language = 3;
    public const int Field = 4;
    public const int Results = 5;
}

/// <summary>One entry out of the results of the finder.</summary>
public sealed record FinderCardView(ResourceId Resource, FinderView From) : View;

public sealed record HelpView : View;

public sealed record PrivacyView : View;

/// <summary>The harmless page: a times table.</summary>
/// <param name="Number">2 to 12.</param>
public sealed record TimesTableView(int Number) : View
{
    public const int First = 7;
}

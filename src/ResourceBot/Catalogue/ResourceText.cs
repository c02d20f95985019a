namespace ResourceBot.Catalogue;

/// <summary>How a text came to be; the reader sees it.</summary>
public enum TranslationState
{
    Original,
    Person,
    Machine,
}

/// <summary>The sentences of a resource in one language. Facts (deadline, money, link, status) are not in them.</summary>
/// <param name="FromRevision">The revision of the resource that it was written for; older than the resource's means out of date.</param>
/// <param name="Safety">What to beware of; null when there is nothing particular.</param>
public sealed record ResourceText(
    TranslationState State, int FromRevision, string Title, string Summary, string Who, string How, string? Safety);

namespace ResourceBot.Catalogue.Links;

/// <summary>What came of asking for a link once.</summary>
public enum LinkOutcome
{
    /// <summary>A page came (HTTP 2xx).</summary>
    Answered,

    /// <summary>Somebody is there and does not want to be asked by a program (401, 403, 429, a circle of redirects): says nothing about the page.</summary>
    Barred,

    /// <summary>The page or the name is not there (404, 410, no such host): permanent, if it stays so.</summary>
    Missing,

    /// <summary>Not to be had now (5xx, no connection, too slow, a broken certificate): temporary, until it lasts.</summary>
    Unreachable,

    /// <summary>Not asked at all: not a public address, not http or https, a strange port, or a name and password inside.</summary>
    NotAsked,
}

/// <param name="Reason">
/// In a few ASCII letters for the staff, such as <c>404</c>, <c>timeout</c> or <c>private address</c>; never a part of the page.
/// </param>
public sealed record LinkAnswer(LinkOutcome Outcome, string Reason);

/// <summary>Asks for a link as a browser would, without what a browser would tell about itself.</summary>
public interface ILinkProbe
{
    /// <summary>Never throws but when cancelled.</summary>
    Task<LinkAnswer> AskAsync(Uri link, CancellationToken cancellation);
}

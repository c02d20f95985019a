namespace ResourceBot.Catalogue.Links;

/// <summary>Somebody wants all links asked for now, without waiting for the night.</summary>
public interface ILinkBell
{
    /// <summary>Returns at once; rings that come while a round goes on are one ring.</summary>
    void Ring();
}

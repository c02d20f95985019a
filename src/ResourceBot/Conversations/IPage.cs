namespace ResourceBot.Conversations;

/// <summary>Draws the pages of one kind of view.</summary>
public interface IPage<in TView>
    where TView : View
{
    /// <summary>Fills <paramref name="page"/> with what <paramref name="view"/> shows; false when there is no such thing any more.</summary>
    Task<bool> DrawAsync(Page page, TView view, CancellationToken cancellation);
}

namespace ResourceBot.Host.Starting;

/// <summary>Whether Telegram has been reached since the start, for the health check.</summary>
internal sealed class Readiness
{
    private volatile bool _reached;

    public bool IsReady => _reached;

    public void Reached() => _reached = true;
}

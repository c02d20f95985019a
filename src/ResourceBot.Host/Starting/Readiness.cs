namespace ResourceBot.Host.Starting;

/// <summary>Whether Telegram has been reached since the start: for the health check, and for what can wait until then.</summary>
internal sealed class Readiness
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsReady => _reached.Task.IsCompleted;

    public void Reached() => _reached.TrySetResult();

    public Task WaitAsync(CancellationToken cancellation) => _reached.Task.WaitAsync(cancellation);
}

namespace ResourceBot.Host.Telegram;

/// <summary>
/// At most so many calls within a second as Telegram sees it. When a call reaches Telegram we do not know; certainly before its answer
/// is here. So its place is free again a second after the answer, and no delay on the way can make more of them arrive together.
/// </summary>
internal sealed class CallWindow(TimeProvider clock, int most) : IDisposable
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _room = new(most, most);

    public async Task<T> InsideAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        await _room.WaitAsync(cancellation);
        try
        {
            return await call();
        }
        finally
        {
            _ = FreeLaterAsync();
        }
    }

    public void Dispose() => _room.Dispose();

    private async Task FreeLaterAsync()
    {
        await Task.Delay(Length, clock);
        try
        {
            _room.Release();
        }
        catch (ObjectDisposedException)
        {
            // The program ended meanwhile.
        }
    }
}

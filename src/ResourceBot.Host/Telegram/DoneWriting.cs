using System.Data.Common;
using System.Threading.Channels;

namespace ResourceBot.Host.Telegram;

/// <summary>Writes answered updates down in groups: one disk flush for all that were answered since the last one.</summary>
internal sealed class DoneWriting(Inbox inbox, TimeProvider clock, ILogger<DoneWriting> log)
{
    // A full disk or a busy database may pass; while the program stops there is not much time.
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);
    private const int MostTriesAtTheEnd = 3;

    private const int MostInOneGroup = 500;
    private volatile bool _isCompleted;
    private readonly Channel<long> _done = Channel.CreateUnbounded<long>(new UnboundedChannelOptions { SingleReader = true });

    public void Add(long updateId) => _done.Writer.TryWrite(updateId);

    /// <summary>After this, <see cref="RunAsync"/> writes what is left and returns.</summary>
    public void Complete()
    {
        _isCompleted = true;
        _done.Writer.TryComplete();
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        while (await _done.Reader.WaitToReadAsync(cancellation))
        {
            var group = new List<long>();
            while (group.Count < MostInOneGroup && _done.Reader.TryRead(out var id)) group.Add(id);
            await WriteAsync(group, cancellation);
        }
    }

    private async Task WriteAsync(List<long> group, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await inbox.DoneAsync(group, cancellation);
                return;
            }
            catch (DbException failure)
            {
                Log.DatabaseFailed(log, failure.Message);
                if (_isCompleted && tries >= MostTriesAtTheEnd) return;
                await Task.Delay(Wait, clock, cancellation);
            }
        }
    }
}

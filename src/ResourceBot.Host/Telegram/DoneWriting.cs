using System.Threading.Channels;

namespace ResourceBot.Host.Telegram;

/// <summary>Writes answered updates down in groups: one disk flush for all that were answered since the last one.</summary>
internal sealed class DoneWriting(Inbox inbox)
{
    private const int MostInOneGroup = 500;
    private readonly Channel<long> _done = Channel.CreateUnbounded<long>(new UnboundedChannelOptions { SingleReader = true });

    public void Add(long updateId) => _done.Writer.TryWrite(updateId);

    /// <summary>After this, <see cref="RunAsync"/> writes what is left and returns.</summary>
    public void Complete() => _done.Writer.TryComplete();

    public async Task RunAsync(CancellationToken cancellation)
    {
        while (await _done.Reader.WaitToReadAsync(cancellation))
        {
            var group = new List<long>();
            while (group.Count < MostInOneGroup && _done.Reader.TryRead(out var id)) group.Add(id);
            await inbox.DoneAsync(group, cancellation);
        }
    }
}

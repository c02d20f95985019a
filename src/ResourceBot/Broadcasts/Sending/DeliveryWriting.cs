using System.Threading.Channels;
using ResourceBot.Broadcasts.Subscribers;
using ResourceBot.Chat;
using ResourceBot.Storage;

namespace ResourceBot.Broadcasts.Sending;

/// <summary>
/// Writes down, in groups, that messages are on their way and what became of them: one disk flush for all that were waiting
/// since the last one. A message goes out only after its row says so, and its row leaves the group only with the final word,
/// so at any moment no more rows are on their way than messages are in flight.
/// </summary>
public sealed class DeliveryWriting(Database database, TimeProvider clock)
{
    private const int MostInOneGroup = 256;
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);

    // Where many have left, a sweep after each of them would cost more than the sending.
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(10);

    private readonly Channel<Entry> _entries = Channel.CreateUnbounded<Entry>(new UnboundedChannelOptions { SingleReader = true });

    private int _sweepDue;
    private long? _sweptAt;

    /// <summary>Asks to send. When this answers <see cref="Claim.Granted"/>, the row says that the message is on its way.</summary>
    public Task<Claim> ClaimAsync(BroadcastId broadcast, SubscriberId subscriber)
    {
        var entry = new ClaimEntry(broadcast, subscriber);
        Add(entry);
        return entry.Done.Task;
    }

    /// <summary>Writes down what became of it.</summary>
    /// <param name="asBell">It is a bell, which waits until she taps it.</param>
    /// <returns>False when her row was gone by then: she turned the bell off while the message was in flight.</returns>
    public Task<bool> RecordAsync(
        BroadcastId broadcast, SubscriberId subscriber, DeliveryOutcome outcome, MessageId? message, bool asBell)
    {
        var entry = new RecordEntry(broadcast, subscriber, outcome, message, asBell);
        Add(entry);
        return entry.Done.Task;
    }

    /// <summary>After this, <see cref="RunAsync"/> writes what is left and returns.</summary>
    public void Complete() => _entries.Writer.TryComplete();

    /// <param name="abandon">Gives up what is not written; the next start finds it on its way.</param>
    public async Task RunAsync(CancellationToken abandon)
    {
        try
        {
            while (await _entries.Reader.WaitToReadAsync(abandon))
            {
                var group = new List<Entry>();
                while (group.Count < MostInOneGroup && _entries.Reader.TryRead(out var entry)) group.Add(entry);
                await WriteAsync(group, abandon);
                if (group.OfType<RecordEntry>().Any(record => record.Outcome == DeliveryOutcome.Unreachable)) Volatile.Write(ref _sweepDue, 1);
                if (_sweptAt is { } last && clock.GetElapsedTime(last) < BetweenSweeps) continue;
                await SweepAsync(abandon);
                _sweptAt = clock.GetTimestamp();
            }

            await SweepAsync(abandon);
        }
        finally
        {
            Complete();
            while (_entries.Reader.TryRead(out var entry)) entry.Abandon();
        }
    }

    /// <summary>Folds the write-ahead log in when somebody was removed: until then her row lives on in it.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref _sweepDue, 0) == 0) return;
        try
        {
            if (!await database.SweepAsync(cancellation)) Volatile.Write(ref _sweepDue, 1);
        }
        catch (Exception trouble)
        {
            // Also when it is told to stop in the middle: then the sweep at the end is the one that counts.
            Volatile.Write(ref _sweepDue, 1);
            if (trouble is not (System.Data.Common.DbException or IOException)) throw;
        }
    }

    private void Add(Entry entry)
    {
        // After the end nobody would ever answer.
        if (!_entries.Writer.TryWrite(entry)) entry.Abandon();
    }

    private async Task WriteAsync(List<Entry> group, CancellationToken abandon)
    {
        while (true)
        {
            try
            {
                await database.WriteAsync(transaction => GroupWriting.WriteAsync(transaction, group, abandon), abandon);
                foreach (var entry in group) entry.Finish();
                return;
            }
            catch (Exception trouble) when (trouble is System.Data.Common.DbException or IOException)
            {
                // A full disk, a locked file: what is on its way must be written, so nothing else goes out until it is.
                try
                {
                    await Task.Delay(AfterTrouble, clock, abandon);
                }
                catch (OperationCanceledException)
                {
                    foreach (var entry in group) entry.Abandon();
                    throw;
                }
            }
            catch (OperationCanceledException)
            {
                foreach (var entry in group) entry.Abandon();
                throw;
            }
        }
    }

    internal abstract record Entry(BroadcastId Broadcast, SubscriberId Subscriber)
    {
        /// <summary>The group is on the disk.</summary>
        public abstract void Finish();

        public abstract void Abandon();
    }

    internal sealed record ClaimEntry(BroadcastId Broadcast, SubscriberId Subscriber) : Entry(Broadcast, Subscriber)
    {
        public TaskCompletionSource<Claim> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Claim Answer { get; set; }

        public override void Finish() => Done.TrySetResult(Answer);

        public override void Abandon() => Done.TrySetCanceled();
    }

    internal sealed record RecordEntry(
        BroadcastId Broadcast, SubscriberId Subscriber, DeliveryOutcome Outcome, MessageId? Message, bool AsBell) : Entry(Broadcast, Subscriber)
    {
        public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool StillThere { get; set; }

        public override void Finish() => Done.TrySetResult(StillThere);

        public override void Abandon() => Done.TrySetCanceled();
    }
}

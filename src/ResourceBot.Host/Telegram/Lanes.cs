using System.Threading.Channels;
using ResourceBot.Chat;

namespace ResourceBot.Host.Telegram;

/// <summary>
/// One lane a chat: in order within it, side by side across chats, and bounded. Lanes with work take turns, so a chat that
/// floods us costs the others nothing.
/// </summary>
/// <param name="width">How many lanes are worked on at the same time.</param>
/// <param name="capacity">How much may wait in all lanes together before <see cref="AddAsync"/> waits.</param>
/// <param name="work">Handles what waited in one lane, oldest first; must not throw.</param>
/// <param name="behind">Told of what has to wait because its lane is being worked on; must not wait itself.</param>
internal sealed class Lanes(
    int width, int capacity, Func<ChatId, IReadOnlyList<Waiting>, CancellationToken, Task> work, Func<Waiting, Waiting>? behind = null) : IDisposable
{
    /// <summary>What one turn takes at most, so that a full lane cannot keep its worker.</summary>
    public const int MostInOneTurn = 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<ChatId, Queue<Waiting>> _lanes = [];
    private readonly Channel<ChatId> _ready = Channel.CreateUnbounded<ChatId>();
    private readonly SemaphoreSlim _room = new(capacity, capacity);
    private bool _completed;

    /// <summary>How much more may be added without waiting.</summary>
    public int Room => _room.CurrentCount;

    /// <summary>How much waits or is being worked on.</summary>
    public int Held => capacity - _room.CurrentCount;

    public async Task AddAsync(Waiting waiting, CancellationToken cancellation)
    {
        await _room.WaitAsync(cancellation);
        var chat = waiting.Incoming.Chat;
        lock (_lock)
        {
            if (_lanes.TryGetValue(chat, out var lane))
            {
                // Whoever works on this lane, or will, finds it there.
                lane.Enqueue(behind?.Invoke(waiting) ?? waiting);
                return;
            }

            _lanes[chat] = new Queue<Waiting>([waiting]);
        }

        _ready.Writer.TryWrite(chat);
    }

    /// <summary>After this, <see cref="RunAsync"/> works off what is there and returns.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            _completed = true;
            if (_lanes.Count == 0) _ready.Writer.TryComplete();
        }
    }

    public Task RunAsync(CancellationToken cancellation) =>
        Parallel.ForEachAsync(
            _ready.Reader.ReadAllAsync(cancellation), new ParallelOptions { MaxDegreeOfParallelism = width, CancellationToken = cancellation }, WorkAsync);

    public void Dispose() => _room.Dispose();

    private async ValueTask WorkAsync(ChatId chat, CancellationToken cancellation)
    {
        var turn = TakeTurn(chat);
        await work(chat, turn, cancellation);
        _room.Release(turn.Count);
        EndTurn(chat);
    }

    private List<Waiting> TakeTurn(ChatId chat)
    {
        lock (_lock)
        {
            var lane = _lanes[chat];
            var turn = new List<Waiting>();
            while (turn.Count < MostInOneTurn && lane.TryDequeue(out var waiting)) turn.Add(waiting);
            return turn;
        }
    }

    // A lane stays in the dictionary while it is worked on, so that nobody else starts on it.
    private void EndTurn(ChatId chat)
    {
        lock (_lock)
        {
            if (_lanes[chat].Count > 0)
            {
                _ready.Writer.TryWrite(chat);
                return;
            }

            _lanes.Remove(chat);
            if (_completed && _lanes.Count == 0) _ready.Writer.TryComplete();
        }
    }
}

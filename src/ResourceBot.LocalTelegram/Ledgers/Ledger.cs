using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using ResourceBot.LocalTelegram.BotApi.Calls;

namespace ResourceBot.LocalTelegram.Ledgers;

/// <summary>Every call that bots made: the newest ones whole, all of them counted.</summary>
public sealed class Ledger
{
    private readonly LocalTelegramOptions _options;
    private readonly ConcurrentDictionary<(string Method, int Code), long> _counts = new();
    private readonly Queue<LedgerEntry> _entries = new();
    private readonly Lock _lock = new();
    private long _lastNumber;

    internal Ledger(LocalTelegramOptions options) => _options = options;

    /// <summary>The calls that are still kept, oldest first.</summary>
    /// <param name="method">Only this method.</param>
    /// <param name="chat">Only this chat.</param>
    /// <param name="after">Only entries with a higher number.</param>
    public IReadOnlyList<LedgerEntry> Snapshot(string? method = null, long? chat = null, long after = 0)
    {
        lock (_lock)
        {
            return [.. _entries.Where(entry => entry.Number > after
                && (method is null || entry.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
                && (chat is null || entry.Chat == chat))];
        }
    }

    /// <summary>How many calls ended how since the start, by method and code, such as <c>sendMessage 200</c>.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts
        .OrderBy(count => count.Key.Method, StringComparer.Ordinal).ThenBy(count => count.Key.Code)
        .ToDictionary(count => $"{count.Key.Method} {count.Key.Code}", count => count.Value, StringComparer.Ordinal);

    /// <summary>How many calls of a method ended with a code since the start.</summary>
    public long Count(string method, int code = 200) => _counts.GetValueOrDefault((method, code));

    internal void Add(string method, Parameters parameters, Refusal? refusal)
    {
        var code = refusal?.Code ?? 200;
        _counts.AddOrUpdate((method, code), 1, static (_, count) => count + 1);
        if (!_options.KeepContents || _options.LedgerCapacity <= 0) return;
        var texts = Texts(parameters);
        lock (_lock)
        {
            _entries.Enqueue(new LedgerEntry(
                ++_lastNumber, _options.Clock.GetUtcNow(), method, texts, parameters.Integer("chat_id"), code, refusal?.Description));
            if (_entries.Count > _options.LedgerCapacity) _entries.Dequeue();
        }
    }

    private static IReadOnlyDictionary<string, string> Texts(Parameters parameters)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in parameters.Names) texts[name] = parameters.Text(name)!;
        foreach (var (name, upload) in parameters.Uploads) texts[name] = $"{upload.FileName} ({upload.Bytes.Length} bytes)";
        return new ReadOnlyDictionary<string, string>(texts);
    }
}

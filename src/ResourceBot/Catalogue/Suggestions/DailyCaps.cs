using System.Buffers.Binary;
using System.Security.Cryptography;
using ResourceBot.Chat;
using ResourceBot.Languages;

namespace ResourceBot.Catalogue.Suggestions;

/// <summary>What is counted by itself: whoever has suggested much can still tell of a danger.</summary>
public enum Capped
{
    Suggestion,
    Report,
}

/// <summary>
/// How much anybody may send in a day. Counted in memory under a keyed hash whose key dies with the program, so that even
/// while it runs nothing says who sent something.
/// </summary>
public sealed class DailyCaps(TimeProvider clock)
{
    public const int PerPerson = 5;

    /// <summary>Reports are one press each, and a list may hold several bad entries.</summary>
    public const int ReportsPerPerson = 10;

    /// <summary>Of each kind, of all people together: more than this nobody could look at.</summary>
    public const int PerDay = 300;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<(Capped, string), int> _counts = [];
    private readonly Dictionary<Capped, int> _totals = [];
    private readonly Lock _lock = new();
    private DateOnly _day;

    /// <summary>Counts one; false when she or all together have sent enough today.</summary>
    public bool Take(ChatId chat, Capped kind)
    {
        lock (_lock)
        {
            if (KabulTime.Today(clock) is var today && today != _day)
            {
                _counts.Clear();
                _totals.Clear();
                _day = today;
            }

            var who = (kind, HashOf(chat));
            var (own, all) = (_counts.GetValueOrDefault(who), _totals.GetValueOrDefault(kind));
            // Also bounds the memory: nobody is remembered beyond the day's total.
            if (own >= (kind == Capped.Report ? ReportsPerPerson : PerPerson) || all >= PerDay) return false;
            _counts[who] = own + 1;
            _totals[kind] = all + 1;
            return true;
        }
    }

    private string HashOf(ChatId chat)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, chat.Value);
        return Convert.ToHexString(HMACSHA256.HashData(_key, number));
    }
}

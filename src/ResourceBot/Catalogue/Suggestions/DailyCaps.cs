using System.Buffers.Binary;
using System.Security.Cryptography;
using ResourceBot.Chat;
using ResourceBot.Languages;

namespace ResourceBot.Catalogue.Suggestions;

/// <summary>
/// How much anybody may send in a day. Counted in memory under a keyed hash whose key dies with the program, so that even
/// while it runs nothing says who sent something.
/// </summary>
public sealed class DailyCaps(TimeProvider clock)
{
    public const int PerPerson = 5;

    /// <summary>Of all people together: more than this nobody could look at.</summary>
    public const int PerDay = 300;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private DateOnly _day;
    private int _total;

    /// <summary>Counts one; false when she or all together have sent enough today.</summary>
    public bool Take(ChatId chat)
    {
        lock (_lock)
        {
            if (KabulTime.Today(clock) is var today && today != _day)
            {
                _counts.Clear();
                (_day, _total) = (today, 0);
            }

            var who = HashOf(chat);
            var own = _counts.GetValueOrDefault(who);
            // Also bounds the memory: nobody is remembered beyond the day's total.
            if (own >= PerPerson || _total >= PerDay) return false;
            _counts[who] = own + 1;
            _total++;
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

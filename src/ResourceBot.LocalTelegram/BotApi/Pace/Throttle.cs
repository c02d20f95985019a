using System.Runtime.InteropServices;

namespace ResourceBot.LocalTelegram.BotApi.Pace;

/// <summary>
/// A bucket of tokens that remembers only when it will be full again (GCRA), plus the pause that Telegram imposes on a bot
/// which was too fast, and lengthens when it goes on calling. Times are milliseconds of the clock. Not safe by itself: the
/// owner locks.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct Throttle
{
    private double _fullAt;
    private double _pauseFrom;
    private double _pauseUntil;
    private byte _strikes;

    /// <summary>Takes a token.</summary>
    /// <param name="now">Milliseconds.</param>
    /// <param name="every">Milliseconds until one token grows back.</param>
    /// <param name="burst">Tokens of a full bucket.</param>
    /// <param name="firstPause">Seconds of the first pause; 0 waits just for the next token.</param>
    /// <returns>Null when the call may go on, otherwise the seconds to wait.</returns>
    public int? Take(double now, double every, int burst, int firstPause, RateLimits limits)
    {
        if (now < _pauseUntil)
        {
            if (now - _pauseFrom > limits.Grace.TotalMilliseconds) Pause(now, Math.Max(firstPause, 1), limits);
            return SecondsUntil(_pauseUntil, now);
        }
        var earliest = Math.Max(_fullAt, now);
        if (earliest - now <= (burst - 1) * every + 0.001)
        {
            _fullAt = earliest + every;
            // Good behaviour for as long as the pause could have been is forgiven.
            if (_strikes > 0 && now - _pauseUntil > limits.LongestPauseSeconds * 1000.0) _strikes = 0;
            return null;
        }
        var wait = earliest - now - (burst - 1) * every;
        _pauseFrom = now;
        _pauseUntil = now + Math.Max(wait, firstPause * 1000.0);
        return SecondsUntil(_pauseUntil, now);
    }

    /// <summary>Takes a token if there is one, without any pause.</summary>
    public bool TryTake(double now, double every, int burst)
    {
        var earliest = Math.Max(_fullAt, now);
        if (earliest - now > (burst - 1) * every + 0.001) return false;
        _fullAt = earliest + every;
        return true;
    }

    private void Pause(double now, int firstPause, RateLimits limits)
    {
        if (_strikes < 16) _strikes++;
        var seconds = Math.Min(firstPause * Math.Pow(2, _strikes), limits.LongestPauseSeconds);
        _pauseFrom = now;
        _pauseUntil = Math.Max(_pauseUntil, now + seconds * 1000.0);
    }

    private static int SecondsUntil(double until, double now) => Math.Max(1, (int)Math.Ceiling((until - now) / 1000.0));
}

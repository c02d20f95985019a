using ResourceBot.Languages;

namespace ResourceBot.Broadcasts.Subscribers;

/// <summary>The hours in which a bell may arrive unless she chose otherwise: not while the family sleeps or sits together.</summary>
public static class KabulDay
{
    public static readonly TimeOnly Opens = new(9, 0);
    public static readonly TimeOnly Closes = new(18, 0);

    public static bool IsOpen(DateTimeOffset moment)
    {
        var time = TimeOnly.FromDateTime(moment.ToOffset(KabulTime.Offset).DateTime);
        return time >= Opens && time < Closes;
    }

    /// <summary>How long until it opens; zero while it is open.</summary>
    public static TimeSpan UntilOpen(DateTimeOffset moment)
    {
        if (IsOpen(moment)) return TimeSpan.Zero;
        var kabul = moment.ToOffset(KabulTime.Offset).DateTime;
        var opens = kabul.Date + Opens.ToTimeSpan();
        return (opens > kabul ? opens : opens.AddDays(1)) - kabul;
    }
}

namespace ResourceBot.Broadcasts.Sending;

/// <summary>How fast broadcasts go out.</summary>
/// <param name="PerSecond">Messages a second; replies to people go first.</param>
/// <param name="InFlight">
/// Messages on their way at a time, which is also the most that can arrive twice when the program is killed. 1 is the careful mode.
/// </param>
/// <param name="Paid">Send with allow_paid_broadcast (Bot API): up to 1000 a second, a tenth of a Star for each above the free pace.</param>
public sealed record BroadcastPace(double PerSecond, int InFlight, bool Paid);

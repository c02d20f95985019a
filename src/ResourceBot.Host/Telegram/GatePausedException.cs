namespace ResourceBot.Host.Telegram;

/// <summary>Nothing goes out now: Telegram asked for a pause while somebody had her turn already.</summary>
public sealed class GatePausedException() : Exception("Telegram asked for a pause.");

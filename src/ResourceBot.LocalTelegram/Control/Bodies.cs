namespace ResourceBot.LocalTelegram.Control;

/// <summary>She types.</summary>
internal sealed record TextBody(string Text);

/// <summary>She presses a button, named by its code or by its place.</summary>
/// <param name="Row">From 0.</param>
/// <param name="Column">From 0.</param>
/// <param name="Forged">Sends the code even if no button has it.</param>
internal sealed record PressBody(int MessageId, string? Data = null, int? Row = null, int? Column = null, bool Forged = false);

/// <summary>She sends something else: voice, photo, contact, location or sticker.</summary>
internal sealed record OtherBody(string Kind);

/// <summary>She blocks the bot or lets it in again.</summary>
internal sealed record BlockBody(bool Blocked);

/// <summary>A new person.</summary>
internal sealed record PersonBody(
    long Id, string Name, string? LanguageCode = null, string Role = "visitor", string Story = "", bool Rtl = false);

/// <summary>The pace limits.</summary>
internal sealed record LimitsBody(bool On);

/// <summary>A trouble to switch on; the last three kinds of <see cref="FaultsApi"/> happen once and at once.</summary>
/// <param name="RetryAfter">Seconds.</param>
/// <param name="DelayMs">Milliseconds.</param>
/// <param name="Person">Who an odd update comes from.</param>
internal sealed record FaultBody(
    string Kind,
    string? Method = null,
    int? Count = null,
    double Probability = 1,
    int RetryAfter = 3,
    int DelayMs = 1000,
    long? Person = null);

using System.Text.Json;

namespace ResourceBot.LocalTelegram.BotApi.Calls;

/// <summary>What a method gives back: a result to write, or a refusal.</summary>
internal readonly struct ApiAnswer
{
    private readonly Action<Utf8JsonWriter>? _write;

    private ApiAnswer(Action<Utf8JsonWriter>? write, Refusal? refusal, string? remark)
    {
        _write = write;
        Refusal = refusal;
        Remark = remark;
    }

    public static ApiAnswer True { get; } = new(static writer => writer.WriteBooleanValue(true), null, null);

    public Refusal? Refusal { get; }

    /// <summary>Goes out as <c>description</c> beside the result, as setWebhook does.</summary>
    public string? Remark { get; }

    public static ApiAnswer Of(Action<Utf8JsonWriter> write) => new(write, null, null);

    public static ApiAnswer TrueWith(string remark) =>
        new(static writer => writer.WriteBooleanValue(true), null, remark);

    public static implicit operator ApiAnswer(Refusal refusal) => new(null, refusal, null);

    public void WriteResult(Utf8JsonWriter writer) => _write!(writer);
}

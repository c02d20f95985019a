using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ResourceBot.LocalTelegram.BotApi.Calls;
using ResourceBot.LocalTelegram.BotApi.Methods;
using ResourceBot.LocalTelegram.BotApi.Schema;
using ResourceBot.LocalTelegram.Faults;
using ResourceBot.LocalTelegram.Ledgers;

namespace ResourceBot.LocalTelegram.BotApi;

/// <summary>
/// <c>/bot&lt;token&gt;/&lt;method&gt;</c> and <c>/bot&lt;token&gt;/test/&lt;method&gt;</c>: reads the call, checks it, carries it out,
/// answers in Telegram's envelope, and writes it into the ledger.
/// </summary>
internal sealed class BotApiDoor(Network network, FaultSwitch faults, Ledger ledger)
{
    private readonly ApiSchema _schema = ApiSchema.Load();
    private readonly FrozenDictionary<string, MethodBody> _bodies = MethodTable.Make();

    public static bool IsBotPath(string path) => path.StartsWith("/bot", StringComparison.Ordinal) && path.IndexOf('/', 1) > 0;

    public async Task AnswerAsync(HttpContext http)
    {
        using var parameters = new Parameters();
        var (token, methodName) = Split(http.Request.Path.Value!);
        if (!IsToken(token))
        {
            await RefuseAsync(http, Refusal.TokenInvalid);
            return;
        }
        if (!network.TryFindBot(token, out var bot))
        {
            await RefuseAsync(http, Refusal.TokenUnknown);
            return;
        }
        if (!_schema.TryFind(methodName, out var method) || !_bodies.TryGetValue(method.Name, out var body))
        {
            Record(methodName, parameters, Refusal.MethodNotFound);
            await RefuseAsync(http, Refusal.MethodNotFound);
            return;
        }
        var unreadable = await CallReading.ReadAsync(http.Request, parameters, http.RequestAborted);
        var fault = faults.Draw(method.Name);
        if (fault is not null && await FaultAnswer.BeforeAsync(http, fault, network.Clock, instead => Record(method.Name, parameters, instead))) return;
        var answer = unreadable is not null
            ? unreadable
            : await RunAsync(method, body, new Call(bot, parameters, http.RequestAborted));
        if (fault?.Kind == FaultKind.LostAnswer) http.Abort();
        else if (answer.Refusal is { } refusal) await RefuseAsync(http, refusal);
        else await WriteAsync(http, answer);
    }

    /// <summary>Sends a refusal in Telegram's envelope.</summary>
    public static async Task RefuseAsync(HttpContext http, Refusal refusal)
    {
        var response = http.Response;
        response.StatusCode = refusal.Code;
        response.ContentType = "application/json";
        if (refusal.RetryAfterSeconds is { } seconds) response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await using (var writer = new Utf8JsonWriter(response.BodyWriter, ApiJson.Writing))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("ok", false);
            writer.WriteNumber("error_code", refusal.Code);
            writer.WriteString("description", refusal.Description);
            if (refusal.RetryAfterSeconds is { } retryAfter)
            {
                writer.WriteStartObject("parameters");
                writer.WriteNumber("retry_after", retryAfter);
                writer.WriteEndObject();
            }
            writer.WriteEndObject();
        }
        await response.BodyWriter.FlushAsync();
    }

    /// <summary>Carries out a method that a bot put into the body of its answer to a webhook.</summary>
    public async Task RunAsync(Bot bot, string methodName, Parameters parameters, CancellationToken aborted)
    {
        if (_schema.TryFind(methodName, out var method) && _bodies.TryGetValue(method.Name, out var body))
            await RunAsync(method, body, new Call(bot, parameters, aborted));
    }

    private async Task<ApiAnswer> RunAsync(ApiMethod method, MethodBody body, Call call)
    {
        ApiAnswer answer = _schema.Check(method, call.Parameters) is { } refusal ? refusal : await body(call);
        Record(method.Name, call.Parameters, answer.Refusal);
        return answer;
    }

    private static async Task WriteAsync(HttpContext http, ApiAnswer answer)
    {
        http.Response.ContentType = "application/json";
        await using (var writer = new Utf8JsonWriter(http.Response.BodyWriter, ApiJson.Writing))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("ok", true);
            writer.WritePropertyName("result");
            answer.WriteResult(writer);
            if (answer.Remark is { } remark) writer.WriteString("description", remark);
            writer.WriteEndObject();
        }
        await http.Response.BodyWriter.FlushAsync();
    }

    private void Record(string method, Parameters parameters, Refusal? refusal) => ledger.Add(method, parameters, refusal);

    private static (string Token, string Method) Split(string path)
    {
        var slash = path.IndexOf('/', 1);
        var method = path[(slash + 1)..];
        if (method.StartsWith("test/", StringComparison.Ordinal)) method = method["test/".Length..];
        return (path["/bot".Length..slash], method.TrimEnd('/'));
    }

    // Digits that fit a user id, a colon, and a secret.
    private static bool IsToken(string token)
    {
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and <= 15 && colon < token.Length - 1
            && long.TryParse(token.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
            && Encoding.ASCII.GetByteCount(token) == token.Length && token.AsSpan(colon + 1).IndexOfAnyExcept(TokenLetters) < 0;
    }

    private static readonly System.Buffers.SearchValues<char> TokenLetters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");
}

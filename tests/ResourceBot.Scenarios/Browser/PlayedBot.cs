using System.Net.Http.Json;
using System.Text.Json;

namespace ResourceBot.Scenarios.Browser;

/// <summary>A bot whose part the test plays, over plain HTTP as any bot would.</summary>
public sealed class PlayedBot(Uri telegram) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(telegram, "/bot1234567:played/") };
    private readonly Queue<JsonElement> _heard = new();
    private long _offset;

    /// <summary>Calls a method of the Bot API.</summary>
    /// <returns>The whole answer, also a refusal.</returns>
    public async Task<JsonElement> CallAsync(string method, object parameters)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(method, UriKind.Relative), parameters);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Sends a text in HTML, silently unless asked to ring.</summary>
    /// <returns>The message id.</returns>
    public async Task<int> SayAsync(long person, string html, object[][]? buttons = null, bool rings = false)
    {
        var answer = await CallAsync("sendMessage", new Dictionary<string, object>
        {
            ["chat_id"] = person,
            ["text"] = html,
            ["parse_mode"] = "HTML",
            ["disable_notification"] = !rings,
            ["reply_markup"] = new { inline_keyboard = buttons ?? [] },
        });
        Assert.True(answer.GetProperty("ok").GetBoolean(), answer.ToString());
        return answer.GetProperty("result").GetProperty("message_id").GetInt32();
    }

    public async Task SendDocumentAsync(long person, string name, byte[] bytes)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent($"{person}"), "chat_id" },
            { new ByteArrayContent(bytes), "document", name },
        };
        using var answer = await _http.PostAsync(new Uri("sendDocument", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Waits for the next thing that somebody did.</summary>
    /// <returns>The update's one field beside its id, such as the message.</returns>
    public async Task<JsonElement> HearAsync(string kind)
    {
        while (true)
        {
            while (_heard.TryDequeue(out var update))
                if (update.TryGetProperty(kind, out var heard)) return heard;
            var answer = await CallAsync("getUpdates", new { offset = _offset, timeout = 20 });
            foreach (var update in answer.GetProperty("result").EnumerateArray())
            {
                _offset = update.GetProperty("update_id").GetInt64() + 1;
                _heard.Enqueue(update);
            }
            Assert.NotEmpty(_heard);
        }
    }

    /// <summary>Waits for a press and answers it.</summary>
    public async Task AnswerPressAsync(string? text = null, bool alert = false)
    {
        var press = await HearAsync("callback_query");
        await CallAsync("answerCallbackQuery", text is null
            ? new { callback_query_id = press.GetProperty("id").GetString() }
            : new { callback_query_id = press.GetProperty("id").GetString(), text, show_alert = alert });
    }

    public static object Code(string text, string code) => new { text, callback_data = code };

    public static object Link(string text, string url) => new { text, url };

    public static object Copy(string text, string value) => new { text, copy_text = new { text = value } };

    public void Dispose() => _http.Dispose();
}

using System.Text.Json;
using ResourceBot.LocalTelegram.People;

namespace ResourceBot.Tests.LocalTelegram;

public sealed class FileTests : IAsyncLifetime
{
    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private TestBot _bot = null!;

    public async Task InitializeAsync() => _bot = await TestBot.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    private async Task<JsonElement> Upload(string method, string field, string name, byte[] bytes, params (string Name, string Value)[] more)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent($"{TestBot.Girl}"), "chat_id" },
            { new ByteArrayContent(bytes), field, name },
        };
        foreach (var (key, value) in more) form.Add(new StringContent(value), key);
        using var response = await _bot.Http.PostAsync($"/bot{TestBot.Token}/{method}", form);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    [Fact]
    public async Task A_document_is_uploaded_once_sent_again_by_its_id_and_downloaded()
    {
        var sent = (await Upload("sendDocument", "document", "راهنما.pdf", [1, 2, 3], ("caption", "<b>PDF</b>"), ("parse_mode", "HTML"))).GetProperty("result");
        var document = sent.GetProperty("document");
        Assert.Equal(("راهنما.pdf", "application/pdf", 3), (document.GetProperty("file_name").GetString(), document.GetProperty("mime_type").GetString(), document.GetProperty("file_size").GetInt32()));
        Assert.Equal("PDF", sent.GetProperty("caption").GetString());
        Assert.Equal("PDF", Assert.Single(_bot.Phone.Notifications).Text);
        Assert.Equal("bold", sent.GetProperty("caption_entities")[0].GetProperty("type").GetString());

        var id = document.GetProperty("file_id").GetString();
        await _bot.Ok("sendDocument", new { chat_id = TestBot.Girl, document = id });
        Assert.Equal(id, _bot.Phone.LastFromBot!.FileId);
        Assert.Equal("راهنما.pdf", _bot.Phone.Notifications[1].Text);

        var path = (await _bot.Ok("getFile", new { file_id = id })).GetProperty("file_path").GetString();
        Assert.Equal([1, 2, 3], await _bot.Http.GetByteArrayAsync($"/file/bot{TestBot.Token}/{path}"));
        using var shown = await _bot.Http.GetAsync($"/local/files/{id}");
        Assert.Equal("راهنما.pdf", shown.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal([1, 2, 3], await shown.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_page_among_the_files_is_shown_in_a_cage()
    {
        var sent = (await Upload("sendDocument", "document", "a.html", "<script>1</script>"u8.ToArray())).GetProperty("result");

        using var shown = await _bot.Http.GetAsync($"/local/files/{sent.GetProperty("document").GetProperty("file_id").GetString()}");

        Assert.Contains("sandbox", Assert.Single(shown.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(shown.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_photo_has_its_size_and_can_be_put_in_place_of_another_medium()
    {
        var photo = (await Upload("sendPhoto", "photo", "a.png", Picture)).GetProperty("result");
        Assert.Equal(1, photo.GetProperty("photo")[0].GetProperty("width").GetInt32());

        var edited = await Upload(
            "editMessageMedia", "new", "b.txt", [1],
            ("message_id", $"{photo.GetProperty("message_id").GetInt32()}"), ("media", """{"type":"document","media":"attach://new","caption":"now a file"}"""));

        Assert.Equal("b.txt", edited.GetProperty("result").GetProperty("document").GetProperty("file_name").GetString());
        Assert.Equal("now a file", _bot.Phone.LastFromBot!.Text);
    }

    [Fact]
    public async Task Files_that_are_none_are_refused()
    {
        Assert.Equal("Bad Request: IMAGE_PROCESS_FAILED", (await Upload("sendPhoto", "photo", "a.png", [1])).GetProperty("description").GetString());
        Assert.Equal("Bad Request: file must be non-empty", (await Upload("sendDocument", "document", "a.txt", [])).GetProperty("description").GetString());
        Assert.Equal("Bad Request: message caption is too long", (await Upload("sendDocument", "document", "a.txt", [1], ("caption", new string('a', 1025)))).GetProperty("description").GetString());
        Assert.Equal((400, "Bad Request: wrong file identifier/HTTP URL specified"), await _bot.Refused("sendDocument", new { chat_id = TestBot.Girl, document = "none" }));
        Assert.Equal((400, "Bad Request: failed to get HTTP URL content"), await _bot.Refused("sendDocument", new { chat_id = TestBot.Girl, document = "https://example.org/a.pdf" }));
        Assert.Equal((400, "Bad Request: invalid file_id"), await _bot.Refused("getFile", new { file_id = "none" }));
        var document = (await Upload("sendDocument", "document", "a.txt", [1])).GetProperty("result").GetProperty("document").GetProperty("file_id").GetString();
        Assert.Equal((400, "Bad Request: type of file mismatch"), await _bot.Refused("sendPhoto", new { chat_id = TestBot.Girl, photo = document }));
    }

    [Fact]
    public async Task A_bot_downloads_20_megabytes_at_most()
    {
        _bot.Phone.SendFile("big.bin", new byte[20 * 1024 * 1024 + 1]);
        var id = (await _bot.Ok("getUpdates"))[0].GetProperty("message").GetProperty("document").GetProperty("file_id").GetString();

        Assert.Equal((400, "Bad Request: file is too big"), await _bot.Refused("getFile", new { file_id = id }));
    }

    [Theory]
    [InlineData(OtherKind.Voice, "voice")]
    [InlineData(OtherKind.Photo, "photo")]
    [InlineData(OtherKind.Contact, "contact")]
    [InlineData(OtherKind.Location, "location")]
    [InlineData(OtherKind.Sticker, "sticker")]
    public async Task She_sends_other_things_than_text(OtherKind kind, string field)
    {
        _bot.Phone.SendOther(kind);

        Assert.True((await _bot.Ok("getUpdates"))[0].GetProperty("message").TryGetProperty(field, out _));
    }
}

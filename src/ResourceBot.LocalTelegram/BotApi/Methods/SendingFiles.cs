using ResourceBot.LocalTelegram.BotApi.Calls;
using ResourceBot.LocalTelegram.BotApi.Files;
using ResourceBot.LocalTelegram.BotApi.Messages;

namespace ResourceBot.LocalTelegram.BotApi.Methods;

/// <summary>sendDocument, sendPhoto, editMessageMedia, and what they share: a file that is uploaded now or was before.</summary>
internal static class SendingFiles
{
    private static readonly Refusal WrongFile = Refusal.BadRequest("wrong file identifier/HTTP URL specified");

    // Everything is on loopback: fetching from the web would need a network that a demo or a test may not have.
    private static readonly Refusal NoWeb = Refusal.BadRequest("failed to get HTTP URL content");

    public static ApiAnswer SendDocument(Call call) => Send(call, "document", Document);

    public static ApiAnswer SendPhoto(Call call) => Send(call, "photo", Photo);

    public static ApiAnswer EditMedia(Call call)
    {
        var media = call.Parameters.Json("media")!.Value;
        var type = media.GetProperty("type").GetString();
        if (type is not ("document" or "photo")) return Refusal.BadRequest($"the local Telegram does not know media of the type {type}");
        using var fields = new Parameters();
        foreach (var field in media.EnumerateObject())
            if (field.Name != "type") fields.Add(field.Name, field.Value.ValueKind == System.Text.Json.JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText());
        foreach (var (name, upload) in call.Parameters.Uploads) fields.Add(name, upload);
        if (fields.Has("caption_entities")) fields.TryParse("caption_entities");
        var (caption, badCaption) = TextReading.Read(fields, "caption", "caption_entities");
        if (badCaption is not null) return badCaption;
        var (attachment, badFile) = type == "document" ? Document(call.Bot.Files, fields, "media") : Photo(call.Bot.Files, fields, "media");
        if (attachment is null) return badFile!;
        return Editing.Edit(call, message => (message with { Attachment = attachment, Text = caption }, null));
    }

    private static ApiAnswer Send(
        Call call, string field, Func<FileShelf, Parameters, string, (Attachment? Attachment, Refusal? Refusal)> find)
    {
        if (call.FindChat(out var chat) is { } noChat) return noChat;
        var (caption, badCaption) = TextReading.Read(call.Parameters, "caption", "caption_entities");
        if (badCaption is not null) return badCaption;
        var (attachment, badFile) = find(call.Bot.Files, call.Parameters, field);
        return attachment is null ? badFile! : Outgoing.Post(call, chat, caption, attachment);
    }

    private static (Attachment? Attachment, Refusal? Refusal) Document(FileShelf files, Parameters parameters, string field)
    {
        if (parameters.TryUpload(field, out var upload))
        {
            if (upload.Bytes.Length == 0) return (null, Refusal.BadRequest("file must be non-empty"));
            if (upload.Bytes.Length > FileShelf.LargestUpload) return (null, new Refusal(413, "Request Entity Too Large"));
            var mimeType = MimeTypes.Of(upload.FileName);
            return (new DocumentAttachment(files.Add("documents", upload.FileName, mimeType, upload.Bytes).Id), null);
        }
        var (file, refusal) = Known(files, parameters.Text(field)!);
        return file is null ? (null, refusal) : (new DocumentAttachment(file.Id), null);
    }

    private static (Attachment? Attachment, Refusal? Refusal) Photo(FileShelf files, Parameters parameters, string field)
    {
        StoredFile? file;
        if (parameters.TryUpload(field, out var upload))
        {
            if (upload.Bytes.Length == 0) return (null, Refusal.BadRequest("file must be non-empty"));
            if (upload.Bytes.Length > FileShelf.LargestPhoto) return (null, Refusal.BadRequest("file is too big"));
            if (!PictureSize.TryRead(upload.Bytes, out _, out _)) return (null, Refusal.BadRequest("IMAGE_PROCESS_FAILED"));
            file = files.Add("photos", upload.FileName, MimeTypes.Of(upload.FileName), upload.Bytes);
        }
        else
        {
            (file, var refusal) = Known(files, parameters.Text(field)!);
            if (file is null) return (null, refusal);
            if (!file.IsPhoto) return (null, Refusal.BadRequest("type of file mismatch"));
        }
        _ = PictureSize.TryRead(file.Bytes, out var width, out var height);
        return width + height > 10_000
            ? (null, Refusal.BadRequest("PHOTO_INVALID_DIMENSIONS"))
            : (new PhotoAttachment(file.Id, width, height), null);
    }

    private static (StoredFile? File, Refusal? Refusal) Known(FileShelf files, string id)
    {
        if (files.TryFind(id, out var file)) return (file, null);
        var isWeb = id.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || id.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        return (null, isWeb ? NoWeb : WrongFile);
    }
}

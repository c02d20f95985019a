using ResourceBot.LocalTelegram.BotApi;
using ResourceBot.LocalTelegram.People;

namespace ResourceBot.LocalTelegram.Control;

/// <summary>What people see and do: read, write, press, send, block, leave, clear.</summary>
internal static class PeopleApi
{
    public static void Map(RouteGroupBuilder local, Network network)
    {
        local.MapGet("/people", () => network.Crowd.Named.Select(person => new
        {
            id = person.Id,
            name = person.Profile.FirstName,
            language = person.Profile.LanguageCode,
            rtl = person.Profile.RightToLeft,
            role = person.Profile.Role,
            story = person.Profile.Story,
        }));
        local.MapPost("/people", (PersonBody body) => Add(network, body));
        var one = local.MapGroup("/people/{id:long}");
        one.MapGet("/chat", (long id, long? bot) => Results.Json(ChatView.Of(ChatOf(network, id, bot)), ControlApi.Json));
        one.MapDelete("/chat", (long id, long? bot) => Do(PhoneOf(network, id, bot).ClearChat));
        one.MapPost("/messages", (long id, long? bot, TextBody body) => Sent(PhoneOf(network, id, bot).Send(body.Text)));
        one.MapPost("/presses", (long id, long? bot, PressBody body) => Press(PhoneOf(network, id, bot), body));
        one.MapPost("/others", (long id, long? bot, OtherBody body) =>
            Enum.TryParse<OtherKind>(body.Kind, ignoreCase: true, out var kind)
                ? Sent(PhoneOf(network, id, bot).SendOther(kind))
                : ControlApi.Wrong($"\"{body.Kind}\" is none of voice, photo, contact, location, sticker."));
        one.MapPost("/files", async (long id, long? bot, HttpRequest request) => await FileAsync(PhoneOf(network, id, bot), request));
        one.MapPost("/block", (long id, long? bot, BlockBody body) =>
        {
            var phone = PhoneOf(network, id, bot);
            return Do(body.Blocked ? phone.Block : phone.Unblock);
        });
        one.MapPost("/deactivate", (long id, long? bot) => Do(PhoneOf(network, id, bot).Deactivate));
    }

    private static IResult Add(Network network, PersonBody body)
    {
        if (body.Id <= 0 || string.IsNullOrWhiteSpace(body.Name)) return ControlApi.Wrong("A person needs a positive id and a name.");
        if (!network.Crowd.Add(new Profile(body.Id, body.Name, body.LanguageCode, body.Role, body.Story, body.Rtl)))
            return ControlApi.Refused($"Somebody has the id {body.Id} already.");
        network.Happenings.Tell(new PeopleChanged(PersonId: null));
        return Results.NoContent();
    }

    private static IResult Press(Phone phone, PressBody body)
    {
        var code = body.Data;
        if (code is null)
        {
            var rows = phone.Messages.FirstOrDefault(message => message.Id == body.MessageId)?.Buttons;
            code = rows?.ElementAtOrDefault(body.Row ?? 0)?.ElementAtOrDefault(body.Column ?? 0) is { Kind: "code" } button ? button.Value : null;
        }
        return code is null
            ? ControlApi.Refused("There is no button at this place that sends a code.")
            : Results.Json(new { query_id = phone.Press(body.MessageId, code, body.Forged) });
    }

    private static async Task<IResult> FileAsync(Phone phone, HttpRequest request)
    {
        if (!request.HasFormContentType) return ControlApi.Wrong("Send the file as multipart/form-data in a field \"file\".");
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (form.Files.GetFile("file") is not { } file) return ControlApi.Wrong("The form has no field \"file\".");
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, request.HttpContext.RequestAborted);
        return Sent(phone.SendFile(file.FileName, bytes, form["caption"], file.ContentType));
    }

    private static IResult Sent(int messageId) => Results.Json(new { message_id = messageId });

    private static IResult Do(Action deed)
    {
        deed();
        return Results.NoContent();
    }

    private static Phone PhoneOf(Network network, long id, long? bot) => new(ChatOf(network, id, bot));

    private static Chat ChatOf(Network network, long id, long? botId)
    {
        var bot = botId is null
            ? network.FirstBot
            : network.Bots.FirstOrDefault(known => known.Id == botId) ?? throw new CannotDoThatException($"There is no bot with the id {botId}.");
        return network.Crowd.TryFind(id, out var person)
            ? bot.ChatWith(person) : throw new CannotDoThatException($"There is nobody with the id {id}.");
    }
}

using ResourceBot.LocalTelegram.BotApi;
using ResourceBot.LocalTelegram.People;

namespace ResourceBot.LocalTelegram.Control;

/// <summary>What people do: write, press, send, block, leave, clear.</summary>
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
        local.MapPost("/people/{id:long}/messages", (long id, TextBody body) => Done(PhoneOf(network, id).Send(body.Text)));
        local.MapPost("/people/{id:long}/presses", (long id, PressBody body) =>
            Results.Json(new { query_id = PhoneOf(network, id).Press(body.MessageId, body.Data, body.Forged) }));
    }

    private static IResult Done(int messageId) => Results.Json(new { message_id = messageId });

    private static Phone PhoneOf(Network network, long id) => network.Crowd.TryFind(id, out var person)
        ? new Phone(network.FirstBot.ChatWith(person)) : throw new CannotDoThatException($"There is nobody with the id {id}.");
}

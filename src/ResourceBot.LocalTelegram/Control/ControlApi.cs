using ResourceBot.LocalTelegram.BotApi;
using ResourceBot.LocalTelegram.Faults;
using ResourceBot.LocalTelegram.Ledgers;
using ResourceBot.LocalTelegram.People;

namespace ResourceBot.LocalTelegram.Control;

/// <summary>The HTTP API under <c>/local</c> by which a page or a test program plays the people.</summary>
internal static class ControlApi
{
    public static void Map(WebApplication application, Network network, FaultSwitch faults, Ledger ledger)
    {
        var local = application.MapGroup("/local").AddEndpointFilter(async (context, next) =>
        {
            try
            {
                return await next(context);
            }
            catch (CannotDoThatException refused)
            {
                return Results.Json(new { error = refused.Message }, statusCode: StatusCodes.Status409Conflict);
            }
        });
        PeopleApi.Map(local, network);
    }
}

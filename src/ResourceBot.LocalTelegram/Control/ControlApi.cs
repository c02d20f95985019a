using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ResourceBot.LocalTelegram.BotApi;
using ResourceBot.LocalTelegram.Faults;
using ResourceBot.LocalTelegram.Ledgers;
using ResourceBot.LocalTelegram.People;

namespace ResourceBot.LocalTelegram.Control;

/// <summary>The HTTP API under <c>/local</c> by which a page or a test program plays the people.</summary>
internal static class ControlApi
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static void Map(WebApplication application, Network network, FaultSwitch faults, UpdateFaults updateFaults, Ledger ledger)
    {
        var local = application.MapGroup("/local").AddEndpointFilter(async (context, next) =>
        {
            try
            {
                return await next(context);
            }
            catch (CannotDoThatException refused)
            {
                return Refused(refused.Message);
            }
        });
        PeopleApi.Map(local, network);
        FaultsApi.Map(local, network, faults, updateFaults);
        LookingOn.Map(local, network, ledger);
        FilesApi.Map(local, network);
    }

    /// <summary>The request makes no sense.</summary>
    public static IResult Wrong(string why) => Results.Json(new { error = why }, statusCode: StatusCodes.Status400BadRequest);

    /// <summary>The request makes sense, but a phone would not let her.</summary>
    public static IResult Refused(string why) => Results.Json(new { error = why }, statusCode: StatusCodes.Status409Conflict);
}

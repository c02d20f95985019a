using ResourceBot.LocalTelegram.BotApi;
using ResourceBot.LocalTelegram.Faults;

namespace ResourceBot.LocalTelegram.Control;

/// <summary>Troubles and limits, switched on and off.</summary>
internal static class FaultsApi
{
    public static void Map(RouteGroupBuilder local, Network network, FaultSwitch faults, UpdateFaults updateFaults)
    {
        local.MapGet("/faults", () => Results.Json(
            faults.On.Select(on => new
            {
                on.Id,
                on.Fault.Kind,
                on.Fault.Method,
                Count = on.Left,
                on.Fault.Probability,
                RetryAfter = on.Fault.RetryAfterSeconds,
                DelayMs = on.Fault.DelayMilliseconds,
            }),
            ControlApi.Json));
        local.MapPost("/faults", (FaultBody body) => SwitchOn(body, network, faults, updateFaults));
        local.MapDelete("/faults", () =>
        {
            faults.SwitchAllOff();
            return Results.NoContent();
        });
        local.MapDelete("/faults/{id:int}", (int id) => faults.SwitchOff(id) ? Results.NoContent() : Results.NotFound());
        local.MapGet("/limits", () => Results.Json(new { on = network.Limits }));
        local.MapPost("/limits", (LimitsBody body) =>
        {
            network.SetLimits(body.On);
            return Results.NoContent();
        });
    }

    private static IResult SwitchOn(FaultBody body, Network network, FaultSwitch faults, UpdateFaults updateFaults)
    {
        var person = body.Person ?? (network.Options.People is [var first, ..] ? first.Id : 0);
        switch (body.Kind)
        {
            case "unknown_update":
                updateFaults.SendUnknownKind();
                return Results.NoContent();
            case "malformed_update":
                updateFaults.SendUnknownSubtype(person);
                return Results.NoContent();
            case "redelivery":
                return Results.Json(new { again = updateFaults.Redeliver() });
            default:
                if (!Enum.TryParse<FaultKind>(body.Kind.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var kind) || int.TryParse(body.Kind, out _))
                    return ControlApi.Wrong($"There is no fault \"{body.Kind}\".");
                var id = faults.SwitchOn(new Fault(kind, body.Method, body.Count, body.Probability, body.RetryAfter, body.DelayMs));
                return Results.Json(new { id });
        }
    }
}

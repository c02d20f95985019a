using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ResourceBot.Languages;

namespace ResourceBot.Catalogue.Exchange;

/// <summary>
/// The contacts in the terms of the Human Services Data Specification 3 (Open Referral): a list of services, each with its
/// organization. Identifiers follow from slugs, so the same contact has the same one in every export.
/// </summary>
internal static class HumanServices
{
    public static byte[] Write(IReadOnlyList<Resource> catalogue, JsonSerializerOptions options) =>
        Encoding.UTF8.GetBytes(new JsonArray([.. catalogue.Where(entry => entry.Kind == ResourceKind.Contact).Select(Service)])
            .ToJsonString(options) + "\n");

    private static JsonNode Service(Resource contact)
    {
        var text = contact.TextFor(Language.English);
        var service = new JsonObject
        {
            ["id"] = Id("service", contact.Slug.Value),
            ["name"] = text.Title,
            ["alternate_name"] = contact.Texts.TryGetValue(Language.Dari, out var dari) ? dari.Title : null,
            ["description"] = text.Summary,
            ["url"] = contact.Link?.OriginalString,
            ["email"] = contact.Channels.Email.Count > 0 ? contact.Channels.Email[0] : null,
            ["status"] = Status(contact.Status),
            ["application_process"] = text.How,
            ["eligibility_description"] = text.Who,
            ["minimum_age"] = contact.Audience.AgeFrom,
            ["maximum_age"] = contact.Audience.AgeTo,
            ["fees_description"] = contact.Cost == "free" ? "Free of charge" : null,
            ["alert"] = Alert(contact, text),
            ["assured_date"] = contact.ComparedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["organization"] = Organization(contact),
            ["phones"] = List(Phones(contact)),
            ["schedules"] = List(Schedules(contact)),
            ["service_areas"] = List(contact.Countries.Select(country => Part("area", contact, country, ("name", country)))),
            ["languages"] = List(contact.Languages.Where(code => code != "many").Select(code => Part("language", contact, code, ("code", code)))),
        };
        foreach (var empty in service.Where(pair => pair.Value is null).Select(pair => pair.Key).ToList()) service.Remove(empty);
        return service;
    }

    // Its own description is not known to us, and the specification asks for one.
    private static JsonObject Organization(Resource contact)
    {
        var organization = new JsonObject
        {
            ["id"] = Id("organization", contact.Provider),
            ["name"] = contact.Provider,
            ["description"] = contact.Provider,
        };
        if (contact.Link is { } link) organization["website"] = link.GetLeftPart(UriPartial.Authority);
        return organization;
    }

    private static IEnumerable<JsonNode> Phones(Resource contact) =>
    [
        .. contact.Channels.Phone.Select(number => Part("phone", contact, number, ("number", number), ("type", "voice"))),
        .. Messengers(contact.Channels.WhatsApp, "WhatsApp"),
        .. Messengers(contact.Channels.Signal, "Signal"),
    ];

    private static IEnumerable<JsonNode> Messengers(IReadOnlyList<string> values, string network) =>
        values.Where(value => value.All(c => char.IsAsciiDigit(c) || c == '+'))
            .Select(number => (JsonNode)new JsonObject { ["id"] = Id("phone", network + number), ["number"] = number, ["type"] = "text", ["description"] = network });

    private static IEnumerable<JsonNode> Schedules(Resource contact)
    {
        if (contact.Hours is not { } hours) yield break;
        var schedule = new JsonObject { ["id"] = Id("schedule", contact.Slug.Value), ["freq"] = "WEEKLY", ["description"] = hours };
        if (hours != "24/7" && hours.Split(' ') is [var days, var times] && times.Split('-') is [var opens, var closes])
        {
            schedule["byday"] = ByDay(days);
            (schedule["opens_at"], schedule["closes_at"]) = (opens, closes);
        }

        yield return schedule;
    }

    // Mo-Fr becomes MO,TU,WE,TH,FR; over the end of the week too.
    private static string ByDay(string days)
    {
        string[] week = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        var ends = days.ToUpperInvariant().Split('-');
        var (first, last) = (Array.IndexOf(week, ends[0]), Array.IndexOf(week, ends[^1]));
        return string.Join(',', Enumerable.Range(0, (last - first + 7) % 7 + 1).Select(step => week[(first + step) % 7]));
    }

    private static string Status(ResourceStatus status) => status switch
    {
        ResourceStatus.Open => "active",
        ResourceStatus.Suspended => "temporarily closed",
        ResourceStatus.Closed => "defunct",
        _ => "inactive",
    };

    private static string? Alert(Resource contact, ResourceText text) => contact.Status == ResourceStatus.Unknown
        ? $"Whether it is open now is not confirmed. {text.Safety}".TrimEnd()
        : text.Safety;

    private static JsonNode Part(string kind, Resource contact, string value, params ReadOnlySpan<(string Name, string Value)> fields)
    {
        var part = new JsonObject { ["id"] = Id(kind, $"{contact.Slug} {value}") };
        foreach (var (name, text) in fields) part[name] = text;
        return part;
    }

    private static JsonArray? List(IEnumerable<JsonNode> parts) => parts.ToArray() is { Length: > 0 } some ? new JsonArray(some) : null;

    // A name-based UUID: version 8 of RFC 9562, made of SHA-256.
    private static string Id(string kind, string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"resourcebot/{kind}/{name}"))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}

using System.Net;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using ResourceBot.Chat;
using ResourceBot.Host.Telegram;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace ResourceBot.Tests.Host.Telegram;

/// <summary>One update that nobody can read must not make the bot deaf.</summary>
public sealed class DeepUpdatesTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(200)]
    [InlineData(100_000)]
    public async Task However_deep_one_update_is_it_and_its_neighbours_are_read(int levels)
    {
        var received = await PollAsync($"{Update(5)},{Update(6, Nested(levels))},{Update(7)}");

        Assert.Equal([5, 6, 7], received.Select(update => update!.UpdateId));
        Assert.All(received, update => Assert.Equal("بورسیه {[", Assert.IsType<TypedText>(update!.Incoming).Text));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Each_update_that_was_cut_is_counted_once(int deep)
    {
        var updates = Enumerable.Range(0, deep).Select(number => Update(number, $"[{Nested(100)},{Nested(100)}]")).Append(Update(99));
        var cut = DeepUpdates.Cut(Encoding.UTF8.GetBytes(Answer(string.Join(',', updates))), out var counted);

        Assert.Equal(deep, counted);
        Assert.Equal(deep == 0, cut is null);
    }

    [Fact]
    public async Task An_answer_cut_off_on_its_way_is_a_failure_that_passes()
    {
        var failure = await Assert.ThrowsAnyAsync<RequestException>(() => PollAsync(Update(5) + "," + Nested(100)[..150]));
        Assert.Equal(FailureKind.Passing, TelegramFailure.Of(failure));
    }

    private static async Task<List<Received?>> PollAsync(string updates)
    {
        using var gauges = new Gauges();
        using var network = new Answering(Answer(updates));
        using var http = new HttpClient(new DeepUpdatesCutting(network, gauges, NullLogger<DeepUpdatesCutting>.Instance));
        var client = new TelegramBotClient("1:local", http);
        return [.. (await client.SendRequest(new RawUpdatesRequest())).Select(UpdateReading.Read)];
    }

    private static string Answer(string updates) => $$"""{"ok":true,"result":[{{updates}}]}""";

    private static string Update(int id, string more = "null") =>
        $$$"""{"update_id":{{{id}}},"message":{"message_id":9,"more":{{{more}}},"text":"بورسیه {[","chat":{"id":1,"type":"private"} } }""";

    private static string Nested(int levels) =>
        string.Concat(Enumerable.Repeat("{\"a\":[", levels / 2)) + string.Concat(Enumerable.Repeat("]}", levels / 2));

    private sealed class Answering(string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
    }
}

using System.Net;
using System.Net.Sockets;
using ResourceBot.Host.Telegram;
using Telegram.Bot.Exceptions;

namespace ResourceBot.Tests.Host.Telegram;

public sealed class BroadcastPostTests
{
    public static TheoryData<Exception, bool> Failures { get; } = new()
    {
        // An error answer, or never written: it may go out again.
        { new ApiRequestException("Internal Server Error: restart", 500), true },
        { new RequestException("502", HttpStatusCode.BadGateway), true },
        { Http(HttpRequestError.ConnectionError), true },
        { Http(HttpRequestError.NameResolutionError), true },
        { Http(HttpRequestError.SecureConnectionError), true },
        { new RequestException("connecting", new TaskCanceledException("connecting", new TimeoutException())), true },

        // Written, and then nothing, or nothing that says so.
        { Http(HttpRequestError.ResponseEnded), false },
        { Http(HttpRequestError.Unknown), false },
        { new RequestException("504", HttpStatusCode.GatewayTimeout), false },
        { new RequestException("half an answer", HttpStatusCode.OK), false },
        { new RequestException("reset", new IOException("reset", new SocketException())), false },
        { new TimeoutException("Telegram did not answer in time.", new TaskCanceledException()), false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Only_what_certainly_did_not_arrive_is_sent_again(Exception failure, bool isCertain) =>
        Assert.Equal(isCertain, BroadcastPost.CertainlyDidNotArrive(failure));

    private static RequestException Http(HttpRequestError error) => new("failed", new HttpRequestException(error));
}

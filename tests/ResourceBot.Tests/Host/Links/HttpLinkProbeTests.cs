using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ResourceBot.Catalogue.Links;
using ResourceBot.Host.Links;

namespace ResourceBot.Tests.Host.Links;

/// <summary>
/// The link checker against a server on this machine. The rules of these tests open exactly its port on loopback; a second
/// server plays the inside of the operator's network and must never be spoken to.
/// </summary>
public sealed class HttpLinkProbeTests : IAsyncLifetime
{
    private readonly WebApplication _site = Build();
    private readonly TcpListener _inside = new(IPAddress.Loopback, 0);
    private readonly List<(string Path, IHeaderDictionary Head)> _asked = [];
    private readonly List<string> _resolved = [];
    private Func<string, IPAddress[]> _names = _ => [IPAddress.Loopback];
    private int _port;
    private int _insidePort;

    public async Task InitializeAsync()
    {
        _inside.Start();
        _insidePort = ((IPEndPoint)_inside.LocalEndpoint).Port;
        _site.Run(AnswerAsync);
        await _site.StartAsync();
        _port = new Uri(_site.Urls.Single()).Port;
    }

    [Theory]
    [InlineData(200, LinkOutcome.Answered)]
    [InlineData(204, LinkOutcome.Answered)]
    [InlineData(401, LinkOutcome.Barred)]
    [InlineData(403, LinkOutcome.Barred)]
    [InlineData(429, LinkOutcome.Barred)]
    [InlineData(404, LinkOutcome.Missing)]
    [InlineData(410, LinkOutcome.Missing)]
    [InlineData(408, LinkOutcome.Unreachable)]
    [InlineData(500, LinkOutcome.Unreachable)]
    [InlineData(503, LinkOutcome.Unreachable)]
    public async Task An_answer_is_judged_by_its_status(int status, LinkOutcome outcome) =>
        Assert.Equal(new LinkAnswer(outcome, status.ToString(System.Globalization.CultureInfo.InvariantCulture)), await AskAsync($"/status/{status}"));

    [Fact]
    public async Task Three_redirects_are_followed_and_a_fourth_is_not()
    {
        Assert.Equal(LinkOutcome.Answered, (await AskAsync("/hops/3")).Outcome);
        Assert.Equal(4, _asked.Count);
        Assert.Equal(new LinkAnswer(LinkOutcome.Barred, "redirects"), await AskAsync("/hops/4"));
        Assert.Equal(8, _asked.Count);
    }

    [Fact]
    public async Task A_redirect_to_an_inside_address_is_not_followed()
    {
        foreach (var (rules, target) in new[]
        {
            (Rules(), $"http://10.0.0.1:{_port}/"),
            (Rules(), $"http://[::ffff:10.0.0.1]:{_port}/"),
            (Rules(), $"http://169.254.169.254:{_port}/latest/meta-data"),
            (Rules(), $"http://inside.example:{_insidePort}/"),
        })
        {
            var answer = await AskAsync("/to?" + Uri.EscapeDataString(target), rules);
            Assert.Equal(LinkOutcome.NotAsked, answer.Outcome);
        }

        Assert.False(_inside.Pending());
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://example.org/")]
    [InlineData("ftp://example.org/")]
    [InlineData("http://example.org:22/")]
    [InlineData("http://example.org:8080/")]
    [InlineData("http://user:secret@example.org/")]
    public async Task What_is_no_ordinary_link_is_not_even_looked_up(string link)
    {
        var rules = AddressRules.Public with { ResolveAsync = Resolve };

        Assert.Equal(LinkOutcome.NotAsked, (await AskAsync(new Uri(link), rules)).Outcome);
        Assert.Equal(LinkOutcome.NotAsked, (await AskAsync("/to?" + Uri.EscapeDataString(link), Rules() with { MayUsePort = port => port == _port })).Outcome);
        Assert.DoesNotContain("example.org", _resolved);
    }

    [Theory]
    [InlineData("http://127.1/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("http://localhost./")]
    [InlineData("https://localhost/")]
    [InlineData("http://0.0.0.0/")]
    public async Task With_the_rules_of_production_no_way_of_writing_this_machine_is_asked(string link)
    {
        var answer = await AskAsync(new Uri(link), AddressRules.Public with { ResolveAsync = Resolve });

        Assert.Equal(new LinkAnswer(LinkOutcome.NotAsked, "not a public address"), answer);
    }

    [Fact]
    public async Task A_name_with_one_inside_address_among_public_ones_is_not_asked()
    {
        _names = _ => [IPAddress.Parse("1.1.1.1"), IPAddress.Parse("10.1.2.3")];

        Assert.Equal(LinkOutcome.NotAsked, (await AskAsync(new Uri("http://two-faced.example/"), AddressRules.Public with { ResolveAsync = Resolve })).Outcome);
    }

    [Fact]
    public async Task A_name_that_changes_its_mind_after_it_was_looked_at_gains_nothing()
    {
        // The first look-up is harmless; each later one would lead inside. The checked address must be the one used.
        var looks = 0;
        _names = _ => looks++ == 0 ? [IPAddress.Loopback] : [IPAddress.Parse("10.0.0.1")];

        Assert.Equal(LinkOutcome.Answered, (await AskAsync("/status/200")).Outcome);
        Assert.Equal(1, looks);
        // And the next question looks again rather than reuse a connection.
        Assert.Equal(LinkOutcome.NotAsked, (await AskAsync("/status/200")).Outcome);
    }

    [Fact]
    public async Task Nothing_of_an_endless_page_is_waited_for_and_an_endless_head_is_cut_off()
    {
        Assert.Equal(LinkOutcome.Answered, (await AskAsync("/endless")).Outcome);
        Assert.Equal(LinkOutcome.Unreachable, (await AskAsync("/long-head")).Outcome);
    }

    [Fact]
    public async Task After_five_seconds_it_gives_up()
    {
        var clock = new FakeTimeProvider();
        using var probe = new HttpLinkProbe(Rules(), clock);
        var asking = probe.AskAsync(Link("/silent"), CancellationToken.None);
        while (_asked.Count == 0) await Task.Delay(10);
        clock.Advance(HttpLinkProbe.Limit - TimeSpan.FromMilliseconds(1));
        Assert.False(asking.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(2));

        Assert.Equal(new LinkAnswer(LinkOutcome.Unreachable, "timeout"), await asking);
    }

    [Fact]
    public async Task It_keeps_no_cookies_and_says_nothing_of_a_bot()
    {
        await AskAsync("/cookie");

        Assert.Equal(2, _asked.Count);
        Assert.All(_asked, question =>
        {
            Assert.False(question.Head.ContainsKey("Cookie"));
            Assert.False(question.Head.ContainsKey("Referer"));
            Assert.DoesNotContain("bot", question.Head.UserAgent.ToString(), StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task A_name_that_is_gone_is_told_from_a_name_server_that_is_down()
    {
        _names = _ => throw new SocketException((int)SocketError.HostNotFound);
        Assert.Equal(new LinkAnswer(LinkOutcome.Missing, "no such name"), await AskAsync("/"));
        _names = _ => throw new SocketException((int)SocketError.TryAgain);
        Assert.Equal(LinkOutcome.Unreachable, (await AskAsync("/")).Outcome);
    }

    [Fact]
    public async Task A_certificate_of_nobody_and_a_closed_port_are_temporary()
    {
        // The site speaks plain HTTP, so no TLS handshake can succeed.
        var tls = await AskAsync(new Uri($"https://site.example:{_port}/"), Rules());
        Assert.Equal(LinkOutcome.Unreachable, tls.Outcome);
        _inside.Stop();
        var closed = await AskAsync(new Uri($"http://site.example:{_insidePort}/"), Rules() with { MayUsePort = _ => true });
        Assert.Equal(new LinkAnswer(LinkOutcome.Unreachable, nameof(SocketError.ConnectionRefused)), closed);
    }

    public async Task DisposeAsync()
    {
        _inside.Dispose();
        await _site.DisposeAsync();
    }

    private AddressRules Rules() => new(address => address.Equals(IPAddress.Loopback), port => port == _port, Resolve);

    private Task<IPAddress[]> Resolve(string name, CancellationToken cancellation)
    {
        _resolved.Add(name);
        return Task.FromResult(_names(name));
    }

    private Uri Link(string path) => new($"http://site.example:{_port}{path}");

    private Task<LinkAnswer> AskAsync(string path, AddressRules? rules = null) => AskAsync(Link(path), rules ?? Rules());

    private static async Task<LinkAnswer> AskAsync(Uri link, AddressRules rules)
    {
        using var probe = new HttpLinkProbe(rules, TimeProvider.System);
        return await probe.AskAsync(link, CancellationToken.None);
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxResponseBufferSize = 1024);
        return builder.Build();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        lock (_asked) _asked.Add((path, context.Request.Headers));
        var number = path.Split('/') is [_, _, var last] && int.TryParse(last, out var parsed) ? parsed : 0;
        switch (path.Split('/')[1])
        {
            case "status":
                context.Response.StatusCode = number;
                break;
            case "hops" when number > 0:
                context.Response.Redirect($"/hops/{number - 1}");
                break;
            case "to":
                context.Response.Redirect(Uri.UnescapeDataString(context.Request.QueryString.Value![1..]));
                break;
            case "cookie":
                context.Response.Cookies.Append("her", "trace");
                context.Response.Redirect("/status/200");
                break;
            case "long-head":
                for (var line = 0; line < 40; line++) context.Response.Headers[$"X-{line}"] = new string('x', 4000);
                break;
            case "silent":
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                break;
            case "endless":
                while (!context.RequestAborted.IsCancellationRequested)
                    await context.Response.WriteAsync(new string('x', 10_000), context.RequestAborted);
                break;
        }
    }
}

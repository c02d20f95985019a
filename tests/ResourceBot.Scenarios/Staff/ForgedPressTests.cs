using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using ResourceBot.Conversations;
using ResourceBot.LocalTelegram.People;
using ResourceBot.People;
using ResourceBot.Scenarios.Truth;
using ResourceBot.Storage;

namespace ResourceBot.Scenarios.Staff;

/// <summary>
/// Every action of staff, of every part of the bot, pressed by those who may not: the actions come from the parts themselves, so
/// that a new one is here as soon as it exists.
/// </summary>
public sealed class ForgedPressTests : IAsyncLifetime
{
    // What changes with every update, whoever sends it, or by the hour.
    private static readonly string[] OnTheMove = ["inbox", "weekly_count"];

    private static readonly string[] Rests = ["", ".1", ".1.owner", ".true.1.0", ".1.en.1", ".csv"];

    private StaffTeam _team = null!;

    public async Task InitializeAsync()
    {
        _team = await StaffTeam.StartAsync();
        await _team.AddAsync(DemoPeople.Volunteer, Role.Volunteer);
        // Something behind every number: a draft in review, a file that waits, a suggestion, a broadcast to be approved.
        var writer = await _team.AtWorkAsync(DemoPeople.Admin);
        await writer.WritesEntryAsync();
        await writer.PressesAsync("Send for review", "A second person must read");
        await writer.SendsFileAsync("new.csv", Exchanging.GoodTable, "What this file would do");
        await writer.PressesAsync("Ask a second person", "It waits for a second person now");
        await _team.WriteAsync("INSERT INTO suggestion (received_on, words) VALUES ('2099-01-01', 'A school by radio')");
        await writer.WritesAsync("/broadcast", "Broadcasts");
        await writer.PressesAsync("New broadcast", "New broadcast");
        await writer.PressesAsync("Free text", "");
        await writer.SeesAsync(_ => writer.Buttons.Any(button => button.Contains("Discard", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_part_tells_what_staff_can_press_there()
    {
        Assert.Equal(["A", "B", "T"], Parts.Where(part => part.StaffActions.Count > 0).Select(part => part.Prefix.ToString()).Order(StringComparer.Ordinal));
        Assert.InRange(Parts.Sum(part => part.StaffActions.Count), 80, 1000);
    }

    [Fact]
    public async Task A_visitor_changes_nothing_and_learns_nothing()
    {
        var girl = await _team.ArrivesAsync(DemoPeople.StudentAbroad);
        await PressAllAsync(girl, _ => true);
    }

    [Fact]
    public async Task A_volunteer_changes_nothing_where_she_has_no_right()
    {
        var volunteer = await _team.AtWorkAsync(DemoPeople.Volunteer);
        await PressAllAsync(volunteer, right => !Role.Volunteer.May(right));
    }

    [Fact]
    public async Task Whoever_was_revoked_is_a_visitor_at_once()
    {
        var admin = await _team.AtWorkAsync(DemoPeople.SecondAdmin);
        await _team.RevokeAsync(DemoPeople.SecondAdmin);
        await PressAllAsync(admin, _ => true);

        foreach (var command in Commands.All.Where(command => command.Needs is not null))
        {
            await admin.PressesAsync("Help", "How this works");
            await admin.PressesAsync("Home", "This chat is not secret");
            await admin.WritesAsync("/" + command.Name, "Please use the buttons");
        }
    }

    public async Task DisposeAsync() => await _team.DisposeAsync();

    private IEnumerable<IConversationPart> Parts => _team.Part<IServiceProvider>().GetServices<IConversationPart>();

    private async Task PressAllAsync(Visitor she, Func<Right, bool> isForbidden)
    {
        var nonsense = await she.ForgesAsync("Zeanonsense.1");
        await she.SeesAsync("This chat is not secret");
        var screen = she.Screen;
        var before = await PictureAsync();
        var call = _team.Telegram.Ledger.Snapshot()[^1].Number;
        foreach (var part in Parts)
        {
            foreach (var (action, _) in part.StaffActions.Where(action => isForbidden(action.Value)))
            {
                foreach (var rest in Rests)
                {
                    var code = $"{part.Prefix}ea{action}{rest}";
                    Assert.Equal((code, nonsense), (code, await she.ForgesAsync(code)));
                }
            }
        }

        Assert.Equal(before, await PictureAsync());
        Assert.Equal(screen, she.Screen);
        // Not for a moment did anything else stand before her.
        var shown = _team.Telegram.Ledger.Snapshot(chat: she.Phone.Id, after: call);
        Assert.NotEmpty(shown);
        Assert.Single(shown.Select(each => each.Parameters.GetValueOrDefault("text")).OfType<string>().Distinct(StringComparer.Ordinal));
        Assert.Empty(Exchanging.Files(she));
    }

    /// <summary>A hash of every row of every table, by its table.</summary>
    private async Task<string> PictureAsync()
    {
        await using var connection = await _team.Part<Database>().OpenAsync(CancellationToken.None);
        var picture = new StringBuilder();
        foreach (var table in await connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
        {
            if (OnTheMove.Contains(table)) continue;
            var rows = new StringBuilder();
            foreach (IDictionary<string, object?> row in await connection.QueryAsync($"SELECT * FROM \"{table}\""))
                rows.AppendJoin('|', row.Values.Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture))).AppendLine();
            picture.Append(table).Append(' ').AppendLine(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(rows.ToString()))));
        }

        return picture.ToString();
    }
}

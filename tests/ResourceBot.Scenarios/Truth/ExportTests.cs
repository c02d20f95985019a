using System.Text;
using System.Text.Json.Nodes;
using ResourceBot.LocalTelegram.People;
using ResourceBot.Scenarios.Staff;

namespace ResourceBot.Scenarios.Truth;

/// <summary>The catalogue goes out as files, and comes back without a difference.</summary>
public sealed class ExportTests : IAsyncLifetime
{
    private StaffTeam _team = null!;

    public async Task InitializeAsync() => _team = await StaffTeam.StartAsync();

    [Theory]
    [InlineData("Table (CSV)", "catalogue.csv")]
    [InlineData("JSON", "catalogue.json")]
    public async Task What_the_bot_hands_out_it_takes_back_as_unchanged(string label, string name)
    {
        var count = await _team.ReadAsync<long>("SELECT COUNT(*) FROM resource WHERE state = 'published'");
        var admin = await _team.AtWorkAsync(DemoPeople.Admin);
        await admin.PressesAsync("Take out a file", "holds nothing about people");
        var content = await admin.GetsFileAsync(_team, label);
        Assert.Equal(label == "JSON", content[0] != Encoding.UTF8.Preamble[0]);

        await admin.SendsFileAsync(name, content, "The file changes nothing.");

        Assert.Contains($"New: 0\nChanged: 0\nUnchanged: {count}", admin.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contacts_leave_in_the_terms_of_human_services()
    {
        var contacts = await _team.ReadAsync<long>("SELECT COUNT(*) FROM resource WHERE kind = 'contact' AND state = 'published'");
        var admin = await _team.AtWorkAsync(DemoPeople.Admin);
        await admin.OpensAsync("/export", "Take out a file");

        var services = JsonNode.Parse(await admin.GetsFileAsync(_team, "Contacts (HSDS)"))!.AsArray();

        Assert.Equal(contacts, services.Count);
        // What the specification requires of a service and of its organization (HSDS 3.1).
        string[] statuses = ["active", "inactive", "defunct", "temporarily closed"];
        Assert.All(services, service =>
        {
            Assert.True(Guid.TryParse((string?)service!["id"], out _));
            Assert.NotEqual("", (string)service["name"]!);
            Assert.Contains((string)service["status"]!, statuses);
            Assert.True(Guid.TryParse((string?)service["organization"]!["id"], out _));
            Assert.NotEqual("", (string)service["organization"]!["name"]!);
            Assert.NotEqual("", (string)service["organization"]!["description"]!);
        });
        Assert.Equal(services.Count, services.Select(service => (string)service!["id"]!).Distinct(StringComparer.Ordinal).Count());
    }

    public async Task DisposeAsync() => await _team.DisposeAsync();
}

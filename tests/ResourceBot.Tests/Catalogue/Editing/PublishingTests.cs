using Dapper;
using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Editing;
using ResourceBot.Languages;
using ResourceBot.People;
using ResourceBot.Tests.People;

namespace ResourceBot.Tests.Catalogue.Editing;

public sealed class PublishingTests : IAsyncLifetime
{
    private StaffHouse _house = null!;
    private DraftDesk _desk = null!;
    private DraftStore _drafts = null!;
    private Publishing _publishing = null!;
    private EntryShelf _shelf = null!;
    private EntryHistory _history = null!;
    private StaffMember _writer = null!;
    private StaffMember _second = null!;
    private ResourceId _entry;

    public async Task InitializeAsync()
    {
        _house = await StaffHouse.OpenAsync();
        _desk = new DraftDesk(_house.Database, _house.Approvals, _house.Audit);
        _drafts = new DraftStore(_house.Database);
        _history = new EntryHistory(_house.Database, _house.Clock);
        _publishing = new Publishing(_house.Database, _house.Approvals, _house.Audit, _history, _house.Clock);
        _shelf = new EntryShelf(_house.Database);
        _writer = await _house.AddAsync(1005, Role.Admin);
        _second = await _house.AddAsync(1006, Role.Admin);
        _entry = await _house.WriteAsync(transaction =>
            ResourceWriting.AddAsync(transaction, SampleResources.Scholarship("one"), CancellationToken.None));
    }

    [Fact]
    public async Task A_changed_original_makes_its_translations_older_than_their_source()
    {
        await PublishAsync("texts.en.title", "Another title");

        var resource = (await FindAsync()).Resource;
        Assert.Equal((2, 2), (resource.Revision, resource.Texts[Language.English].FromRevision));
        Assert.Equal(Standing.OutOfDate, TranslationStanding.Of(resource, Language.Dari));
        var counts = await new TranslationStanding(_house.Database).CountAsync(Language.Dari, CancellationToken.None);
        Assert.Equal(1, counts[Standing.OutOfDate]);
    }

    [Fact]
    public async Task A_link_that_was_only_looked_at_leaves_no_draft_behind()
    {
        var first = await BeginAsync(_writer, "https://one.example.org");
        var second = await BeginAsync(_writer, "https://two.example.org");
        var hers = await BeginAsync(_second, "https://two.example.org");

        Assert.Equal(first, second);
        Assert.NotEqual(first, hers);
        Assert.Equal("https://two.example.org", (await _drafts.FindAsync(first, CancellationToken.None))!.Body.GetText("link"));

        await _desk.WriteAsync(first, _writer, "provider", _ => "Example Foundation", step: null, CancellationToken.None);
        Assert.NotEqual(first, await BeginAsync(_writer, "https://three.example.org"));
        Assert.Equal(3, (await _drafts.ListAsync(CancellationToken.None)).Count);
    }

    [Fact]
    public async Task A_changed_fact_leaves_the_translations_as_they_are()
    {
        await PublishAsync("cost", "free");

        var resource = (await FindAsync()).Resource;
        Assert.Equal(("free", 1), (resource.Cost, resource.Revision));
        Assert.Equal(Standing.Machine, TranslationStanding.Of(resource, Language.Dari));
    }

    [Fact]
    public async Task A_translation_that_was_written_anew_is_up_to_date_and_a_persons()
    {
        await PublishAsync("texts.en.title", "Another title");
        await PublishAsync("texts.prs.title", "عنوان دیگر");

        Assert.Equal(Standing.Person, TranslationStanding.Of((await FindAsync()).Resource, Language.Dari));
        Assert.Equal(Standing.OutOfDate, TranslationStanding.Of((await FindAsync()).Resource, Language.Pashto));
    }

    [Fact]
    public async Task An_entry_that_staff_changed_is_left_alone_by_seeds_and_its_copies_catch_up()
    {
        await PublishAsync("cost", "free");

        await using var connection = await _house.Database.OpenAsync(CancellationToken.None);
        Assert.Equal(1, await connection.ExecuteScalarAsync<long>("SELECT edited FROM resource"));
        Assert.Equal(1, await connection.ExecuteScalarAsync<long>("SELECT revision FROM catalogue_revision"));
    }

    [Fact]
    public async Task A_new_link_has_not_answered_yet()
    {
        await _house.Database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync("UPDATE resource SET link_answered_on = '2026-11-01', compared_on = '2026-11-02'", transaction: transaction),
            CancellationToken.None);
        await PublishAsync("cost", "free");
        Assert.NotNull((await FindAsync()).Resource.LinkAnsweredOn);

        await PublishAsync("link", "https://example.org/elsewhere");

        Assert.Null((await FindAsync()).Resource.LinkAnsweredOn);
        Assert.Equal(new DateOnly(2026, 11, 2), (await FindAsync()).Resource.ComparedOn);
    }

    [Fact]
    public async Task A_check_of_the_link_in_between_takes_nothing_from_the_draft()
    {
        var draft = await SentAsync("cost", "free");
        await _house.Database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync("UPDATE resource SET link_answered_on = '2026-11-24'", transaction: transaction),
            CancellationToken.None);

        Assert.Equal(PublishOutcome.Done, await _publishing.ApproveAsync(draft.Id, _second, draft.Hash, CancellationToken.None));
        Assert.Equal(new DateOnly(2026, 11, 24), (await FindAsync()).Resource.LinkAnsweredOn);
    }

    [Fact]
    public async Task When_the_entry_was_changed_beneath_the_draft_both_changes_stay_and_it_is_looked_at_again()
    {
        var draft = await SentAsync("cost", "free");
        await _house.Database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync("UPDATE resource SET status = 'closed'", transaction: transaction), CancellationToken.None);

        Assert.Equal(PublishOutcome.Moved, await _publishing.ApproveAsync(draft.Id, _second, draft.Hash, CancellationToken.None));
        var moved = (await _drafts.FindAsync(draft.Id, CancellationToken.None))!;
        Assert.Equal(("free", "closed", false), (moved.Body.GetText("cost"), moved.Body.GetText("status"), moved.InReview));
        Assert.Equal(PublishOutcome.NotOpen, await _publishing.ApproveAsync(draft.Id, _second, moved.Hash, CancellationToken.None));

        Assert.Equal(PublishOutcome.Done, await _publishing.SendAsync(draft.Id, _writer, CancellationToken.None));
        Assert.Equal(PublishOutcome.Done, await _publishing.ApproveAsync(draft.Id, _second, moved.Hash, CancellationToken.None));
        Assert.Equal(("free", ResourceStatus.Closed), ((await FindAsync()).Resource.Cost, (await FindAsync()).Resource.Status));
    }

    [Fact]
    public async Task Whoever_wrote_a_part_of_it_does_not_approve_it_even_if_another_asked()
    {
        var draft = (await _desk.OpenAsync(_writer, _entry, body: null, Language.English, CancellationToken.None))!;
        await WriteAsync(draft, _writer, "cost", "free");
        await _desk.TakeOverAsync(draft.Id, _second, CancellationToken.None);
        await WriteAsync(draft, _second, "funding", "full");
        Assert.Equal(PublishOutcome.Done, await _publishing.SendAsync(draft.Id, _second, CancellationToken.None));
        var sent = (await _drafts.FindAsync(draft.Id, CancellationToken.None))!;

        Assert.Equal(PublishOutcome.Own, await _publishing.ApproveAsync(draft.Id, _writer, sent.Hash, CancellationToken.None));
        Assert.Equal(PublishOutcome.Own, await _publishing.ApproveAsync(draft.Id, _second, sent.Hash, CancellationToken.None));
        var third = await _house.AddAsync(1009, Role.Owner);
        Assert.Equal(PublishOutcome.Done, await _publishing.ApproveAsync(draft.Id, third, sent.Hash, CancellationToken.None));
    }

    [Fact]
    public async Task After_a_day_without_a_reader_it_is_sent_again()
    {
        var draft = await SentAsync("cost", "free");
        _house.Clock.Advance(Approvals.Life);

        Assert.Equal(PublishOutcome.Expired, await _publishing.ApproveAsync(draft.Id, _second, draft.Hash, CancellationToken.None));
        Assert.Equal(PublishOutcome.Done, await _publishing.SendAsync(draft.Id, _writer, CancellationToken.None));
        Assert.Equal(PublishOutcome.Done, await _publishing.ApproveAsync(draft.Id, _second, draft.Hash, CancellationToken.None));
    }

    [Fact]
    public async Task Two_new_entries_do_not_get_the_same_short_name()
    {
        foreach (var number in (int[])[1, 2])
        {
            var id = (await _desk.BeginAsync(_writer, "https://example.net", Language.English, CancellationToken.None))!.Value;
            var draft = (await _drafts.FindAsync(id, CancellationToken.None))!;
            var filled = DraftBody.Of(SampleResources.Scholarship("x"));
            foreach (var field in EntryFields.All.Where(field => field.Path is not ("slug" or "aliases")))
                await WriteAsync(draft, _writer, field.Path, filled.Get(field.Path)?.DeepClone());
            Assert.Equal(PublishOutcome.Done, await _publishing.SendAsync(id, _writer, CancellationToken.None));
            var sent = (await _drafts.FindAsync(id, CancellationToken.None))!;
            Assert.Equal(PublishOutcome.Done, await _publishing.ApproveAsync(id, _second, sent.Hash, CancellationToken.None));
            Assert.Equal(number == 1 ? "x-title-en" : "x-title-en-2", sent.Body.GetText("slug"));
        }
    }

    [Fact]
    public async Task A_volunteer_writes_sends_approves_and_retires_nothing()
    {
        var draft = await SentAsync("cost", "free");
        var volunteer = await _house.AddAsync(1007, Role.Volunteer);

        Assert.Null(await _desk.BeginAsync(volunteer, null, Language.Dari, CancellationToken.None));
        Assert.Null(await _desk.OpenAsync(volunteer, _entry, null, Language.Dari, CancellationToken.None));
        Assert.Equal(PublishOutcome.NotAllowed, await _publishing.ApproveAsync(draft.Id, volunteer, draft.Hash, CancellationToken.None));
        Assert.Equal(PublishOutcome.NotAllowed, await _publishing.RejectAsync(draft.Id, volunteer, "facts", CancellationToken.None));
        Assert.Equal(PublishOutcome.NotAllowed, await _publishing.RetireAsync(_entry, volunteer, CancellationToken.None));
        Assert.False((await FindAsync()).IsRetired);
    }

    [Fact]
    public async Task A_retired_entry_is_nowhere_for_visitors_and_is_whole_for_staff()
    {
        var store = new ResourceStore(_house.Database, TimeProvider.System);
        Assert.Equal(PublishOutcome.Done, await _publishing.RetireAsync(_entry, _second, CancellationToken.None));

        Assert.Null(await store.FindAsync(Slug.Parse("one"), CancellationToken.None));
        Assert.Null(await store.FindAsync(_entry, CancellationToken.None));
        Assert.Empty(await store.AllAsync(CancellationToken.None));
        Assert.Empty(await store.LinesAsync([_entry], Language.Dari, CancellationToken.None));
        Assert.Equal(0, (await store.ListAsync(Topic.Scholarships, Place.Anywhere, Language.Dari, 0, 10, CancellationToken.None)).Total);
        Assert.Equal(0, (await store.CountAsync(Place.Anywhere, CancellationToken.None))[Topic.Scholarships]);
        Assert.True((await FindAsync()).IsRetired);
        Assert.Equal(2, (await _history.ListAsync(_entry, CancellationToken.None)).Count);
        Assert.Equal(PublishOutcome.Gone, await _publishing.RetireAsync(_entry, _second, CancellationToken.None));
    }

    public Task DisposeAsync()
    {
        _house.Dispose();
        return Task.CompletedTask;
    }

    private async Task<DraftId> BeginAsync(StaffMember writer, string link) =>
        await _desk.BeginAsync(writer, link, Language.English, CancellationToken.None) ?? throw new InvalidOperationException("She may not.");

    private async Task PublishAsync(string path, string value)
    {
        var draft = await SentAsync(path, value);
        Assert.Equal(PublishOutcome.Done, await _publishing.ApproveAsync(draft.Id, _second, draft.Hash, CancellationToken.None));
    }

    private async Task<Draft> SentAsync(string path, string value)
    {
        var draft = (await _desk.OpenAsync(_writer, _entry, body: null, Language.English, CancellationToken.None))!;
        await WriteAsync(draft, _writer, path, value);
        Assert.Equal(PublishOutcome.Done, await _publishing.SendAsync(draft.Id, _writer, CancellationToken.None));
        return (await _drafts.FindAsync(draft.Id, CancellationToken.None))!;
    }

    private async Task WriteAsync(Draft draft, StaffMember writer, string path, System.Text.Json.Nodes.JsonNode? value) =>
        Assert.NotNull(await _desk.WriteAsync(draft.Id, writer, path, _ => value, step: null, CancellationToken.None));

    private async Task<ShelvedEntry> FindAsync() => (await _shelf.FindAsync(_entry, CancellationToken.None))!;
}

using ResourceBot.Catalogue.Editing;
using ResourceBot.Catalogue.Seeds;
using ResourceBot.Languages;

namespace ResourceBot.Tests.Catalogue.Editing;

public sealed class EntryJsonTests
{
    [Fact]
    public void Every_entry_of_the_catalogue_comes_back_from_its_JSON_as_it_was()
    {
        var seeds = Directory.EnumerateFiles(Repository.PathOf("seeds"), "*.json").SelectMany(path => SeedFile.Read(path).Seeds).ToList();
        Assert.NotEmpty(seeds);
        foreach (var resource in seeds.Select(seed => seed.Resource))
        {
            var reading = DraftBody.Of(resource).Read();
            Assert.Empty(reading.Wrong);
            Assert.Equal(EntryJson.Text(resource), EntryJson.Text(reading.Resource));
            Assert.Equivalent(resource, reading.Resource, strict: true);
        }
    }

    [Fact]
    public void A_draft_of_which_nothing_is_known_says_what_is_missing_and_can_be_looked_at()
    {
        var reading = DraftBody.Empty().Read();

        Assert.Equivalent(new[] { "slug", "kind", "topics", "provider", "evidence", "texts.title" }, reading.Wrong, strict: true);
        Assert.Equal("", reading.Resource.TextFor(Language.Dari).Title);
    }

    [Fact]
    public void The_first_language_is_the_original_and_a_language_without_words_goes_away()
    {
        var body = DraftBody.Empty();
        body.Set("texts.prs.title", "عنوان");
        body.Set("texts.en.title", "title");
        Assert.Equal(("original", "person"), (body.GetText("texts.prs.state"), body.GetText("texts.en.state")));

        body.Set("texts.en.title", null);
        Assert.False(body.HasLanguage(Language.English));
        Assert.True(body.HasLanguage(Language.Dari));
    }

    [Fact]
    public void A_machine_translation_that_a_person_has_touched_is_hers()
    {
        var body = DraftBody.Of(SampleResources.Scholarship("one"));
        Assert.Equal("machine", body.GetText("texts.ps.state"));

        body.Set("texts.ps.title", "نوی سرلیک");

        Assert.Equal("person", body.GetText("texts.ps.state"));
    }

    [Fact]
    public void Every_field_of_the_form_has_a_name_and_a_hint_in_every_language()
    {
        var speech = new Speech();
        foreach (var phrases in LanguageCodes.All.Select(speech.Of<StaffPhrases>))
        {
            Assert.All(EntryFields.All, field => Assert.True(phrases.Fields.ContainsKey(field.Name), field.Name));
            Assert.All(EntryFields.All, field => Assert.True(phrases.Hints.ContainsKey(field.Hint), field.Hint));
        }
    }

    [Fact]
    public void Every_fact_that_an_entry_has_can_be_written_singly()
    {
        // What the program itself keeps is no field: revision, link answered, compared, and how a text came to be.
        var leaves = Leaves(EntryJson.Write(SampleResources.Scholarship("one")), "").Where(path =>
            path is not ("revision" or "linkAnsweredOn" or "comparedOn") && !path.EndsWith(".state", StringComparison.Ordinal) && !path.EndsWith(".from", StringComparison.Ordinal));

        Assert.Equal(leaves.Order(StringComparer.Ordinal), EntryFields.All.Select(field => field.Path).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Leaves(System.Text.Json.Nodes.JsonObject entry, string prefix) => entry.SelectMany(pair =>
        pair.Value is System.Text.Json.Nodes.JsonObject inner && pair.Key is not ("deadline" or "opens")
            ? Leaves(inner, $"{prefix}{pair.Key}.")
            : [prefix + pair.Key]);
}

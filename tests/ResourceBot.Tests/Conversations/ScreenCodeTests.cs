using System.Text;
using CsCheck;
using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Finder;
using ResourceBot.Catalogue.Links;
using ResourceBot.Conversations;
using ResourceBot.Languages;

namespace ResourceBot.Tests.Conversations;

public sealed class ScreenCodeTests
{
    private static readonly Gen<Reader> Readers = Gen.Select(
        OneOf(LanguageCodes.All), OneOf(Places.All), (language, place) => new Reader(language, place));

    private static readonly Gen<Slug> Slugs = Gen.String["abcz019"].Where(text => text.Length is > 0 and <= Slug.MaxLength).Select(Slug.Parse);

    private static readonly Gen<TopicView> TopicViews =
        Gen.Select(OneOf(Topics.All), Gen.Int[0, 1295], (topic, page) => new TopicView(topic, page));

    private static readonly Gen<ResultsView> Results = Gen.Select(
        Gen.String[Gen.Char["abcxyz019 ابپتآدریںښځ+#"], 1, 60].Select(PackedWords.Keep).Where(words => words.Length > 0), Gen.Int[0, 99], Gen.Int[0, 255],
        (words, page, without) => new ResultsView(words, page, without));

    private static readonly Gen<FinderView> Finders = Gen.Select(
        Gen.Int[0, 5], Gen.Select(OneOrNone(FinderAnswers.Levels), OneOrNone(FinderAnswers.Homes), Gen.Int[-1, 15]),
        Gen.Select(OneOrNone(FinderAnswers.Languages), OneOrNone(FinderAnswers.Fields)), Gen.Int[0, 35],
        (step, a, b, page) => new FinderView(
            step, new FinderAnswers(a.Item1, a.Item2, a.Item3 < 0 ? null : (Papers)a.Item3, b.Item1, b.Item2), page));

    private static readonly Gen<View> Views = Gen.OneOf<View>(
        Gen.Const<View>(new LanguageView()), Gen.Const<View>(new HomeView()), Gen.Const<View>(new HelpView()),
        TopicViews.Select(view => (View)view),
        Gen.Select(Slugs, TopicViews, (slug, from) => (View)new CardView(slug, from)),
        Slugs.Select(slug => (View)new CardView(slug, From: null)),
        Results.Select(view => (View)view),
        Gen.Select(Gen.Long[1, 1_000_000], Results, (id, from) => (View)new FoundCardView(new ResourceId(id), from)),
        Gen.Select(Gen.String["abz09.-"].Where(text => text.Length <= PastedLink.LongestHost), Gen.Int[0, 63],
            (host, signs) => (View)new CheckView(host, (LinkSigns)signs)),
        Finders.Select(view => (View)view),
        Gen.Select(Gen.Long[1, 1_000_000], Finders, (id, from) => (View)new FinderCardView(new ResourceId(id), from)));

    [Fact]
    public void A_button_leads_back_to_the_view_that_it_was_made_from() =>
        Gen.Select(Readers, Views).Sample((reader, view) =>
        {
            var code = ScreenCode.Write(reader, view);
            Assert.InRange(Encoding.UTF8.GetByteCount(code), 1, ScreenCode.MaxBytes);
            Assert.Equal((reader, view), ScreenCode.Read(code));
        });

    [Fact]
    public void A_forged_code_leads_nowhere_and_never_throws() =>
        Gen.String.Sample(code =>
        {
            if (ScreenCode.Read(code) is { } read) Assert.Equal(read, ScreenCode.Read(ScreenCode.Write(read.Reader, read.View)));
            ScreenCode.ReadHeader(code);
        });

    [Fact]
    public void Words_in_any_script_survive_the_packing() =>
        Gen.String.Sample(text =>
        {
            var kept = PackedWords.Keep(text);
            Assert.InRange(kept.Length, 0, PackedWords.MaxLetters);
            if (kept.Length > 0) Assert.Equal(kept, PackedWords.Unpack(PackedWords.Pack(kept)));
        });

    private static Gen<string?> OneOrNone(IReadOnlyList<string> all) => Gen.Int[-1, all.Count - 1].Select(index => index < 0 ? null : all[index]);

    private static Gen<T> OneOf<T>(IReadOnlyList<T> all) => Gen.Int[0, all.Count - 1].Select(index => all[index]);
}

using ResourceBot.Catalogue;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Visitors;

/// <summary>Lived eligibility as short marks: what a source confirmed, what it denied, and what nobody knows.</summary>
internal static class EligibilityMarks
{
    public static void Write(Page page, Resource resource)
    {
        var marks = Marks(page.Phrases, resource).ToList();
        Line("✅", Known.Yes, mark => mark.Yes);
        Line("❌", Known.No, mark => mark.No);
        var unknown = marks.Where(mark => mark.State == Known.Unknown).Select(mark => mark.Name).ToList();
        if (unknown.Count > 0)
            page.Text("❔ " + Phrase.Fill(page.Phrases.NotKnownList, ("list", string.Join(page.Comma, unknown))));

        void Line(string sign, Known state, Func<Mark, string> word)
        {
            var words = marks.Where(mark => mark.State == state).Select(word).ToList();
            if (words.Count > 0) page.Text($"{sign} {string.Join(page.Comma, words)}");
        }
    }

    // A helpline asks for no passport and no certificate, so these marks would only be noise on it.
    private static IEnumerable<Mark> Marks(Phrases phrases, Resource resource)
    {
        var eligibility = resource.Eligibility;
        yield return new Mark(resource.Audience.Inside, phrases.InsideYes, phrases.InsideNo, phrases.InsideName);
        if (resource.Kind != ResourceKind.Contact)
        {
            yield return new Mark(eligibility.NoPassport, phrases.PassportYes, phrases.PassportNo, phrases.PassportName);
            yield return new Mark(eligibility.NoGrade12, phrases.Grade12Yes, phrases.Grade12No, phrases.Grade12Name);
            yield return new Mark(eligibility.NoLanguageTest, phrases.LanguageTestYes, phrases.LanguageTestNo, phrases.LanguageTestName);
        }

        yield return new Mark(eligibility.Remote, phrases.RemoteYes, phrases.RemoteNo, phrases.RemoteName);
        yield return new Mark(eligibility.LittleData, phrases.LittleDataYes, phrases.LittleDataNo, phrases.LittleDataName);
        yield return new Mark(eligibility.Free, phrases.FreeYes, phrases.FreeNo, phrases.FreeName);
    }

    private sealed record Mark(Known State, string Yes, string No, string Name);
}

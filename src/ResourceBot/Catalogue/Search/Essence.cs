namespace ResourceBot.Catalogue.Search;

/// <summary>
/// Shortens a message told at length to what a button can carry: words of danger, names, then what it asks for. A girl who
/// greets, tells her story and asks at the end gets an answer to what she asked, not to the first words of her greeting.
/// </summary>
internal sealed class Essence(SearchWords words, QuestionReading reading, Postings postings)
{
    // Of longer stories the beginning and, where people ask, the end: reading must stay within a few milliseconds.
    private const int FromBeginning = 40;
    private const int FromEnd = 120;

    private const float OfName = 1.3f;
    private const float OfGuess = 0.35f;
    private const float OfPlainWord = 0.1f;

    // More of them would only say where she comes from.
    private const int MostUnits = 7;

    // With so many words of which we are sure, guesses only mislead.
    private const int EnoughSure = 3;

    // Titles have short words in them that are no names.
    private const int ShortestName = 5;

    // Beside a wish stands what is wished for.
    private const float NearWish = 1.5f;
    private const int Reach = 6;

    private static readonly HashSet<string> Wishes = new(
        """
        میخواهم میخوام میخایم میخاهم میخواستم میخوایم میخواهد دنبال نیاز ضرورت کجا چطور چگونه ایا لطفا بتوانم میتوانم میتونم پیدا بگیرم معرفی بدهید بگویید
        غواړم غواړي غواړو لټوم اړتیا چېرته چیرته څنګه ایا کولای پیدا مهرباني راکړئ وښایاست
        mikhaham mekhaham mikham mekham meykhaham donbal zarurat kuja koja chetor metanam mitanam peyda ghwaram ghwaram latawom cherta sanga tsanga
        want need looking search searching where how can could please find apply recommend suggest
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(word => Folding.Fold(word)), StringComparer.Ordinal);

    // From the lowest to the highest; who names a higher one has the lower one behind her.
    private static readonly string[] Levels = ["literacy", "primary", "secondary", "preparatory", "diploma", "bachelor", "master", "doctorate"];
    private const float SaysLevel = 0.8f;
    private static readonly int Bachelor = Array.IndexOf(Levels, "bachelor");

    /// <summary>All of the words when they fit.</summary>
    public string Of(string typed)
    {
        var tokens = PackedQuestion.Read(typed);
        var whole = string.Join(' ', tokens.Select(token => token.Text));
        if (whole.Length <= PackedQuestion.MostLetters) return whole;
        var signs = words.Crisis.Find(tokens).Select(sign => sign.Words).Where(sign => sign.Length <= PackedQuestion.MostLetters);
        IReadOnlyList<Token> read = tokens.Count > FromBeginning + FromEnd ? [.. tokens.Take(FromBeginning), .. tokens.TakeLast(FromEnd)] : tokens;
        var wishes = read.Index().Where(pair => Wishes.Contains(pair.Item.Text)).Select(pair => pair.Index).ToList();
        var parts = WithoutLevelsBehindHer([.. reading.ReadParts(read).DistinctBy(part => part.Unit.Terms[0].Term)], wishes);
        var sure = parts.Where(part => part.Certainty == Certainty.Meant).ToList();
        if (sure.Count >= EnoughSure) parts = sure;
        var chosen = parts.OrderByDescending(part => Weigh(part, read, wishes)).ThenBy(part => part.Start).Take(MostUnits)
            .Select(part => (part.Start, Words: string.Join(' ', read.Skip(part.Start).Take(part.Count).Select(token => token.Text))));
        return Fit([.. signs], chosen);
    }

    private float Weigh(ReadPart part, IReadOnlyList<Token> tokens, List<int> wishes)
    {
        var name = part.Count == 1 && tokens[part.Start].Text.Length >= ShortestName && postings.IsName(tokens[part.Start]);
        var kind = name ? OfName : part.Certainty switch { Certainty.Meant => 1, Certainty.Guessed => OfGuess, _ => OfPlainWord };
        // "Us" may mean a country in two words, and hardly ever in forty.
        var filler = part.Count == 1 && StopWords.Contains(tokens[part.Start].Text);
        return part.Unit.IsUnknown || filler ? 0 : kind * part.Unit.Weight * (IsWished(part, wishes) ? NearWish : 1);
    }

    private static bool IsWished(ReadPart part, List<int> wishes) => wishes.Exists(wish => Math.Abs(wish - part.Start) <= Reach);

    // She finished grade 12 and wants a university; but whose brother is at a university may want a school.
    private List<ReadPart> WithoutLevelsBehindHer(List<ReadPart> parts, List<int> wishes)
    {
        var higher = parts.Where(part => LevelOf(part) >= Bachelor).ToList();
        var wished = higher.Exists(part => IsWished(part, wishes));
        return [.. parts.Where(part => higher.Count == 0 || LevelOf(part) is < 0 || LevelOf(part) >= Bachelor || (!wished && IsWished(part, wishes)))];
    }

    private int LevelOf(ReadPart part) => Terms.GroupOf(part.Unit.Terms[0].Term) is not { } group ? -1
        : Array.FindLastIndex(Levels, level => words.Asked.Groups[group].Facets.GetValueOrDefault($"level={level}") >= SaysLevel);

    // Danger first; the rest in the order in which she wrote it, for that is how phrases are read.
    private static string Fit(IReadOnlyList<string> signs, IEnumerable<(int Start, string Words)> chosen)
    {
        var kept = new List<(int Start, string Words)>();
        var left = PackedQuestion.MostLetters + 1;
        foreach (var part in signs.Index().Select(sign => (Start: sign.Index - signs.Count, Words: sign.Item)).Concat(chosen))
        {
            if (part.Words.Length + 1 > left || kept.Exists(other => other.Words == part.Words)) continue;
            kept.Add(part);
            left -= part.Words.Length + 1;
        }

        return string.Join(' ', kept.OrderBy(part => part.Start).Select(part => part.Words));
    }
}

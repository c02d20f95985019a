namespace ResourceBot.Catalogue.Search;

/// <summary>
/// Takes plural and possessive endings off a folded word. Light on purpose: it need only do the same to a question and to an
/// entry, and every rule more makes two different words one.
/// </summary>
public static class Stemming
{
    private const int Passes = 3;
    private const int Shortest = 2;

    private static readonly string[] DariPlurals = ["هایشان", "هایتان", "هایمان", "هایی", "هایم", "هایت", "هایش", "های", "ها"];

    // They end in -an without being plurals.
    private static readonly HashSet<string> WholeWords = new(StringComparer.Ordinal)
    {
        "ایران", "تهران", "افغان", "المان", "انسان", "امتحان", "زبان", "جهان", "جوان", "جاپان", "درمان", "سازمان", "دوران", "عنوان",
        "رایگان", "مهمان", "استان", "پیمان", "ازمون", "قانون", "بحران", "جبران", "پایان",
    };

    /// <param name="token">A folded word.</param>
    public static string Stem(string token) => token[0] < '\u0080' ? Latin(token) : Arabic(token);

    private static string Arabic(string token)
    {
        var word = token;
        for (var pass = 0; pass < Passes; pass++)
        {
            var shorter = OnePass(word);
            if (shorter.Length < Shortest || shorter.Length == word.Length) return word;
            word = shorter;
        }

        return word;
    }

    private static string OnePass(string word)
    {
        foreach (var plural in DariPlurals)
        {
            if (Ends(plural) && word.Length - plural.Length >= Shortest) return Cut(plural.Length);
        }

        // Pashto پوهنتونه is پوهنتون with one letter more, not پوهنت with three.
        if ((Ends("تونه") || Ends("تونو")) && word.Length >= 5) return Cut(1);
        if ((Ends("گانی") || Ends("گانو")) && word.Length >= 6) return Cut(4);
        if (Ends("گان") && word.Length >= 6 && !WholeWords.Contains(word)) return Cut(3);
        if ((Ends("ونه") || Ends("ونو") || Ends("انو")) && word.Length >= 6) return Cut(3);
        if (Ends("ات") && word.Length >= 5) return Cut(2);
        if (word == "زنان") return "زن";
        if (Ends("ان") && word.Length >= 5 && !Ends("ستان") && !WholeWords.Contains(word)) return Cut(2);
        if (Ends("ین") && word.Length >= 6) return Cut(2);
        if ((Ends("گی") || Ends("یی")) && word.Length >= 5) return Cut(2);
        return word[^1] is 'ی' or 'ه' or 'و' && word.Length >= (word.Any(IsPashto) ? 3 : 4) ? Cut(1) : word;

        bool Ends(string ending) => word.EndsWith(ending, StringComparison.Ordinal);
        string Cut(int letters) => word[..^letters];
    }

    private static bool IsPashto(char c) => c is 'ټ' or 'ډ' or 'ړ' or 'ڼ' or 'ښ' or 'ږ' or 'ځ' or 'څ';

    // No -ing and -ed: they made one word of "account" and "accounting".
    private static string Latin(string token)
    {
        var word = token switch
        {
            _ when token.Length >= 5 && token.EndsWith("ies", StringComparison.Ordinal) => token[..^3] + "y",
            _ when token.Length >= 5 && (token.EndsWith("sses", StringComparison.Ordinal) || token.EndsWith("shes", StringComparison.Ordinal)
                || token.EndsWith("ches", StringComparison.Ordinal) || token.EndsWith("xes", StringComparison.Ordinal)) => token[..^2],
            _ when token.Length >= 4 && token[^1] == 's' && token[^2] is not ('s' or 'u') => token[..^1],
            _ => token,
        };
        return word.Length >= 4 && word[^1] == 'e' ? word[..^1] : word;
    }
}

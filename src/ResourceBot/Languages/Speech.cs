using System.Text.Json;

namespace ResourceBot.Languages;

/// <summary>What the bot says in each language: its phrases, and its words for the codes of the catalogue.</summary>
public sealed class Speech
{
    private readonly IReadOnlyDictionary<Language, Phrases> _phrases = Load<Phrases>("phrases");
    private readonly IReadOnlyDictionary<Language, Words> _words = Load<Words>("words");

    // The phrases of each part of the bot beside the visitors' pages: a record and three files of its own.
    private readonly IReadOnlyDictionary<Type, IReadOnlyDictionary<Language, object>> _parts =
        new Dictionary<Type, IReadOnlyDictionary<Language, object>>
        {
            [typeof(StaffPhrases)] = LoadPart<StaffPhrases>("staff"),
            [typeof(SuggestionPhrases)] = LoadPart<SuggestionPhrases>("suggestions"),
            [typeof(TruthPhrases)] = LoadPart<TruthPhrases>("truth"),
            [typeof(ExchangePhrases)] = LoadPart<ExchangePhrases>("exchange"),
            [typeof(FigurePhrases)] = LoadPart<FigurePhrases>("figures"),
            [typeof(BellPhrases)] = LoadPart<BellPhrases>("bells"),
            [typeof(BroadcastPhrases)] = LoadPart<BroadcastPhrases>("broadcasts"),
        };

    /// <summary>Every record of phrases, for the tests.</summary>
    public IReadOnlyCollection<Type> PhraseTypes => [typeof(Phrases), .. _parts.Keys];

    public Phrases Phrases(Language language) => _phrases[language];

    public Words Words(Language language) => _words[language];

    /// <summary>The phrases of a part of the bot, such as <see cref="StaffPhrases"/>.</summary>
    public T Of<T>(Language language) where T : class => (T)Of(typeof(T), language);

    /// <param name="type">One of <see cref="PhraseTypes"/>.</param>
    public object Of(Type type, Language language) => type == typeof(Phrases) ? _phrases[language] : _parts[type][language];

    private static Dictionary<Language, object> LoadPart<T>(string name) where T : class =>
        Load<T>(name).ToDictionary(pair => pair.Key, pair => (object)pair.Value);

    private static Dictionary<Language, T> Load<T>(string name) =>
        LanguageCodes.All.ToDictionary(language => language, language =>
        {
            using var file = typeof(Speech).Assembly.GetManifestResourceStream($"{name}.{language.Code()}.json")
                ?? throw new InvalidOperationException($"The file {name}.{language.Code()}.json is not part of the program.");
            return (T?)JsonSerializer.Deserialize(file, typeof(T), PhraseFiles.Default)
                ?? throw new InvalidOperationException($"The file {name}.{language.Code()}.json is empty.");
        });
}

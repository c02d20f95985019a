using System.Text.Json;
using System.Text.Json.Serialization;

namespace ResourceBot.Languages;

/// <summary>What the bot says in each language: its phrases, and its words for the codes of the catalogue.</summary>
public sealed class Speech
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly IReadOnlyDictionary<Language, Phrases> _phrases = Load<Phrases>("phrases");
    private readonly IReadOnlyDictionary<Language, Words> _words = Load<Words>("words");

    public Phrases Phrases(Language language) => _phrases[language];

    public Words Words(Language language) => _words[language];

    private static Dictionary<Language, T> Load<T>(string name) =>
        LanguageCodes.All.ToDictionary(language => language, language =>
        {
            using var file = typeof(Speech).Assembly.GetManifestResourceStream($"{name}.{language.Code()}.json")
                ?? throw new InvalidOperationException($"The file {name}.{language.Code()}.json is not part of the program.");
            return JsonSerializer.Deserialize<T>(file, Strict)
                ?? throw new InvalidOperationException($"The file {name}.{language.Code()}.json is empty.");
        });
}

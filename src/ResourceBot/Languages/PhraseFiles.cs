using System.Text.Json.Serialization;

namespace ResourceBot.Languages;

/// <summary>
/// Reads the files of phrases: camelCase names, and nothing that the record does not know. Generated when the program is built,
/// because reading these hundreds of properties by reflection takes a good part of the start.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Phrases))]
[JsonSerializable(typeof(Words))]
[JsonSerializable(typeof(StaffPhrases))]
[JsonSerializable(typeof(SuggestionPhrases))]
[JsonSerializable(typeof(TruthPhrases))]
[JsonSerializable(typeof(ExchangePhrases))]
[JsonSerializable(typeof(FigurePhrases))]
[JsonSerializable(typeof(BellPhrases))]
[JsonSerializable(typeof(BroadcastPhrases))]
internal sealed partial class PhraseFiles : JsonSerializerContext;

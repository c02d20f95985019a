using ResourceBot.Chat;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations;

/// <summary>
/// A part of the bot beside the visitors' pages, with commands, buttons and forms of its own. It gets a press whose code
/// begins with its <see cref="Prefix"/>, every typed command that is not a visitor's, whatever is typed or sent while the
/// panel shows one of its screens, and every file that no open screen took.
/// </summary>
public interface IConversationPart
{
    /// <summary>First character of its codes; the header of <see cref="ScreenCode"/> follows, then what the part likes.</summary>
    char Prefix { get; }

    /// <summary>What only staff can press here, by the word in the code of the button. Rights are looked up before each.</summary>
    IReadOnlyDictionary<string, Right> StaffActions { get; }

    /// <returns>
    /// Null when it is none of its business, or not for this person: then the answer is the same as to garbled text, so that
    /// nobody learns which commands exist.
    /// </returns>
    Task<Answer?> AnswerAsync(Moment moment, CancellationToken cancellation);

    /// <summary>In which language this part knows her to read, for when no panel tells; null when it keeps none.</summary>
    Task<Language?> LanguageOfAsync(ChatId chat, CancellationToken cancellation) => Task.FromResult<Language?>(null);

    /// <summary>She reads the bot in another language from now on; for a part that keeps hers.</summary>
    Task ReadsInAsync(ChatId chat, Language language, CancellationToken cancellation) => Task.CompletedTask;
}

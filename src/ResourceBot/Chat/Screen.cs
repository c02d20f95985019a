namespace ResourceBot.Chat;

/// <summary>What the panel shows: one text with its buttons.</summary>
/// <param name="Html">Text in the HTML subset of the Bot API ("HTML style"), made with <see cref="Markup"/>.</param>
/// <param name="Rows">Rows of buttons, at most 8 in a row and 100 in all.</param>
/// <param name="Code">
/// The code that leads to this very screen. It is what we remember of a chat while the program runs: it tells the language
/// and the place when she types instead of pressing.
/// </param>
public sealed record Screen(string Html, IReadOnlyList<IReadOnlyList<Button>> Rows, string Code);

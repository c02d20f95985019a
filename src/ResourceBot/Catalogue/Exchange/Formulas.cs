namespace ResourceBot.Catalogue.Exchange;

/// <summary>
/// Cells that a spreadsheet would run (OWASP ASVS 1.2.10). On the way out such a cell gets an apostrophe in front, which makes
/// it text; on the way in the apostrophe comes off again, and a formula stays the text that it is.
/// </summary>
public static class Formulas
{
    public static string Neutralise(string cell) => IsDangerous(cell) ? "'" + cell : cell;

    public static string Restore(string cell) => cell.StartsWith('\'') && IsDangerous(cell[1..]) ? cell[1..] : cell;

    // Spaces and quotes in front do not stop every program; the wide forms count in some languages; an apostrophe of one's own
    // needs one more, so that taking one off gives back what was there.
    private static bool IsDangerous(string cell) =>
        cell.StartsWith('\'')
        || cell.TrimStart(' ', '"', '\u00A0').FirstOrDefault() is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠'
        || cell.FirstOrDefault() is '\t' or '\r' or '\n';
}

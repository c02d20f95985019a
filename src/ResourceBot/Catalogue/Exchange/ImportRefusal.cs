using ResourceBot.Catalogue.Seeds;

namespace ResourceBot.Catalogue.Exchange;

/// <summary>Why a file is not even read.</summary>
public enum ImportRefusal
{
    Empty,

    /// <summary>Over <see cref="ImportFile.MaxBytes"/>.</summary>
    TooBig,

    /// <summary>A workbook of a spreadsheet program (XLSX, XLS, ODS).</summary>
    Spreadsheet,

    /// <summary>A packed file: it could unpack to anything.</summary>
    Archive,

    /// <summary>Text in another encoding than UTF-8, or no text at all.</summary>
    NotUtf8,

    /// <summary>Over <see cref="ImportFile.MaxRows"/>.</summary>
    TooManyRows,
}

/// <summary>A mistake in a file.</summary>
/// <param name="Line">From 1; of a row that goes over several lines its first.</param>
/// <param name="Entry">Its slug, or empty.</param>
/// <param name="Field">A column of a CSV file, or a path in a JSON file; empty when it is the row as a whole.</param>
/// <param name="Mistake">What is wrong and what is allowed; each language has a sentence for it.</param>
public sealed record ImportProblem(int Line, string Entry, string Field, Mistake Mistake);

using System.Text;

namespace ResourceBot.Catalogue.Exchange;

/// <summary>What a file is by its first bytes; its name proves nothing.</summary>
internal static class FileSigns
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly byte[][] Archives =
        [[0x1F, 0x8B], [0x37, 0x7A, 0xBC, 0xAF], [0x52, 0x61, 0x72, 0x21], [0x42, 0x5A, 0x68], [0xFD, 0x37, 0x7A, 0x58], [0x28, 0xB5, 0x2F, 0xFD]];

    // The compound files of Excel before 2007.
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0];

    /// <returns>Null when it is text that can be read.</returns>
    public static ImportRefusal? Refusal(ReadOnlySpan<byte> content)
    {
        if (content.Length > ImportFile.MaxBytes) return ImportRefusal.TooBig;
        if (content.StartsWith("PK"u8)) return IsWorkbook(content) ? ImportRefusal.Spreadsheet : ImportRefusal.Archive;
        if (content.StartsWith(Compound)) return ImportRefusal.Spreadsheet;
        foreach (var sign in Archives)
        {
            if (content.StartsWith(sign)) return ImportRefusal.Archive;
        }

        if (content.IndexOf((byte)0) >= 0 || !IsUtf8(content)) return ImportRefusal.NotUtf8;
        return WithoutMark(content).Trim(" \t\r\n"u8).Length == 0 ? ImportRefusal.Empty : null;
    }

    /// <summary>Without the mark that spreadsheets put in front of UTF-8.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> content) => content.StartsWith("\uFEFF"u8) ? content[3..] : content;

    // The names of the parts stand unpacked in the file; nothing is unpacked to look.
    private static bool IsWorkbook(ReadOnlySpan<byte> content) =>
        content.IndexOf("xl/"u8) >= 0 || content.IndexOf("opendocument.spreadsheet"u8) >= 0;

    private static bool IsUtf8(ReadOnlySpan<byte> content)
    {
        try
        {
            return Strict.GetCharCount(content) >= 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}

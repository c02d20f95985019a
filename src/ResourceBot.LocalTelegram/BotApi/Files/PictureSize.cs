using System.Buffers.Binary;

namespace ResourceBot.LocalTelegram.BotApi.Files;

/// <summary>Width and height of a PNG or JPEG in pixels, from its headers.</summary>
internal static class PictureSize
{
    private static ReadOnlySpan<byte> PngMark => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool TryRead(ReadOnlySpan<byte> bytes, out int width, out int height)
    {
        width = 0;
        height = 0;
        if (bytes.StartsWith(PngMark) && bytes.Length >= 24)
        {
            width = BinaryPrimitives.ReadInt32BigEndian(bytes[16..]);
            height = BinaryPrimitives.ReadInt32BigEndian(bytes[20..]);
            return width > 0 && height > 0;
        }
        return bytes.Length > 4 && bytes[0] == 0xFF && bytes[1] == 0xD8 && TryReadJpeg(bytes[2..], out width, out height);
    }

    // A JPEG is a row of segments: FF, kind, length; the size stands in the one that starts a frame (C0 to CF, but for three others).
    private static bool TryReadJpeg(ReadOnlySpan<byte> rest, out int width, out int height)
    {
        width = 0;
        height = 0;
        while (rest.Length >= 9 && rest[0] == 0xFF)
        {
            var kind = rest[1];
            if (kind is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                height = BinaryPrimitives.ReadUInt16BigEndian(rest[5..]);
                width = BinaryPrimitives.ReadUInt16BigEndian(rest[7..]);
                return width > 0 && height > 0;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]) + 2;
            if (length > rest.Length) return false;
            rest = rest[length..];
        }
        return false;
    }
}

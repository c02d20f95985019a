using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ResourceBot.LocalTelegram.BotApi.Files;

/// <summary>A file as it lies on Telegram's side.</summary>
/// <param name="Id">What a bot uses to send or download it again.</param>
/// <param name="Path">Where it can be downloaded, under <c>/file/bot&lt;token&gt;/</c>.</param>
internal sealed record StoredFile(string Id, string UniqueId, string Path, string Name, string MimeType, byte[] Bytes)
{
    public bool IsPhoto => Path.StartsWith("photos/", StringComparison.Ordinal);
}

/// <summary>All files that were sent to or by anybody, in memory.</summary>
internal sealed class FileShelf(Dice dice)
{
    /// <summary>Largest file that a bot may send, in bytes (Bot API, sendDocument).</summary>
    public const int LargestUpload = 50 * 1024 * 1024;

    /// <summary>Largest photo that a bot may send, in bytes (Bot API, sendPhoto).</summary>
    public const int LargestPhoto = 10 * 1024 * 1024;

    /// <summary>Largest file that a bot may download, in bytes (Bot API, getFile).</summary>
    public const int LargestDownload = 20 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, StoredFile> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, StoredFile> _byPath = new(StringComparer.Ordinal);
    private int _count;

    /// <param name="folder">Such as <c>documents</c>.</param>
    public StoredFile Add(string folder, string name, string mimeType, byte[] bytes)
    {
        var number = Interlocked.Increment(ref _count) - 1;
        var file = new StoredFile(
            "BQAC" + Letters(33), "AgAD" + Letters(9), $"{folder}/file_{number}{Path.GetExtension(name)}", name, mimeType, bytes);
        _byPath[file.Path] = file;
        _byId[file.Id] = file;
        return file;
    }

    public bool TryFind(string id, [NotNullWhen(true)] out StoredFile? file) => _byId.TryGetValue(id, out file);

    public bool TryFindPath(string path, [NotNullWhen(true)] out StoredFile? file) => _byPath.TryGetValue(path, out file);

    public StoredFile Get(string id) => _byId[id];

    private string Letters(int bytes)
    {
        Span<byte> noise = stackalloc byte[bytes];
        dice.Fill(noise);
        return Base64Url.EncodeToString(noise);
    }
}

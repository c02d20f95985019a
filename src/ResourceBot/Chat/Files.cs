namespace ResourceBot.Chat;

/// <summary>She sent a file. It is not opened unless somebody on the staff asked for one.</summary>
/// <param name="FileId">What the network wants back to hand the bytes over.</param>
/// <param name="Name">As her app gives it; never trusted as a path.</param>
/// <param name="Size">Bytes as the network gives them; null when it does not say.</param>
/// <param name="Caption">What is written under it, after the addresses that are hidden in it.</param>
public sealed record SentFile(ChatId Chat, MessageId Message, string FileId, string Name, long? Size, string? ClientLanguage = null, string Caption = "")
    : Incoming(Chat, ClientLanguage);

/// <summary>A file that goes out with an answer, silently, below the panel.</summary>
/// <param name="IsPicture">Shown in the chat rather than offered for opening; PNG.</param>
public sealed record OutgoingFile(string Name, ReadOnlyMemory<byte> Content, bool IsPicture = false);

/// <summary>Fetches files that people sent.</summary>
public interface ISentFiles
{
    /// <summary>The bytes of a file; null when it is gone or longer than <paramref name="mostBytes"/>.</summary>
    Task<byte[]?> FetchAsync(string fileId, int mostBytes, CancellationToken cancellation);
}

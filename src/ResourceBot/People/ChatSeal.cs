using System.Buffers.Binary;
using ResourceBot.Chat;
using ResourceBot.Storage;

namespace ResourceBot.People;

/// <summary>
/// A chat id in the database: a keyed hash to find the row by, and sealed bytes to send to. Neither says anything without
/// the secret, and the hashes of two purposes cannot be compared with each other.
/// </summary>
public sealed class ChatSeal(Seal seal, string purpose)
{
    public byte[] Find(ChatId chat) => seal.Find(purpose, Bytes(chat));

    public byte[] Close(ChatId chat) => seal.Close(purpose, Bytes(chat));

    /// <exception cref="System.Security.Cryptography.CryptographicException">Sealed with another secret or for another purpose.</exception>
    public ChatId Open(byte[] closed) => new(BinaryPrimitives.ReadInt64BigEndian(seal.Open(purpose, closed)));

    private static byte[] Bytes(ChatId chat)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, chat.Value);
        return bytes;
    }
}

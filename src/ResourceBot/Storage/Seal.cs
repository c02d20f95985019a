using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ResourceBot.Storage;

/// <summary>
/// Seals what may lead to a person before it touches the disk: AES-256-GCM (NIST SP 800-38D) under keys derived per
/// purpose (HKDF, RFC 5869) from the one secret of <c>Secrets:KeyFile</c>.
/// </summary>
public sealed class Seal
{
    /// <summary>Length of the secret in bytes.</summary>
    public const int SecretLength = 32;

    private const int NonceLength = 12;
    private const int TagLength = 16;
    private readonly byte[] _secret;

    // Deriving costs more than sealing, and there are only a handful of purposes.
    private readonly ConcurrentDictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">The secret is not <see cref="SecretLength"/> bytes long.</exception>
    public Seal(ReadOnlySpan<byte> secret)
    {
        if (secret.Length != SecretLength)
            throw new ArgumentException($"The secret must be {SecretLength} bytes.", nameof(secret));
        _secret = secret.ToArray();
    }

    /// <summary>Nonce, tag and ciphertext in one array; different each time.</summary>
    public byte[] Close(string purpose, ReadOnlySpan<byte> plain)
    {
        var closed = new byte[NonceLength + TagLength + plain.Length];
        var nonce = closed.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(KeyFor(purpose), TagLength);
        cipher.Encrypt(nonce, plain, closed.AsSpan(NonceLength + TagLength), closed.AsSpan(NonceLength, TagLength));
        return closed;
    }

    /// <exception cref="CryptographicException">Sealed with another secret or for another purpose, or damaged.</exception>
    public byte[] Open(string purpose, ReadOnlySpan<byte> closed)
    {
        if (closed.Length < NonceLength + TagLength) throw new CryptographicException("Too short to be sealed.");
        var plain = new byte[closed.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(KeyFor(purpose), TagLength);
        cipher.Decrypt(
            closed[..NonceLength], closed[(NonceLength + TagLength)..], closed.Slice(NonceLength, TagLength), plain);
        return plain;
    }

    /// <summary>
    /// The same 32 bytes for the same value each time (HMAC-SHA256 under a key of its own), so that a row can be looked up
    /// without the value standing in it. Whoever has the database but not the secret cannot try values out.
    /// </summary>
    public byte[] Find(string purpose, ReadOnlySpan<byte> value) => HMACSHA256.HashData(KeyFor("find/" + purpose), value);

    private byte[] KeyFor(string purpose) => _keys.GetOrAdd(
        purpose, static (name, secret) => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: Encoding.UTF8.GetBytes("resourcebot/" + name)),
        _secret);
}

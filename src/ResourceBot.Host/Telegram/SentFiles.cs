using ResourceBot.Chat;
using Telegram.Bot;

namespace ResourceBot.Host.Telegram;

/// <summary>Fetches sent files (Bot API, getFile); Telegram hands over at most 20 MB.</summary>
internal sealed class SentFiles(ITelegramBotClient client, OutgoingGate gate) : ISentFiles
{
    public async Task<byte[]?> FetchAsync(string fileId, int mostBytes, CancellationToken cancellation)
    {
        try
        {
            return await gate.CallAsync(async token =>
            {
                var file = await client.GetFile(fileId, token);
                if (file.FileSize > mostBytes || file.FilePath is null) return null;
                using var content = new BoundedStream(mostBytes);
                await client.DownloadFile(file.FilePath, content, token);
                return content.IsWhole ? content.ToArray() : null;
            }, cancellation);
        }
        catch (Exception failure) when (TelegramFailure.Of(failure) == FailureKind.Refused)
        {
            return null;
        }
    }

    /// <summary>Keeps so many bytes and drops the rest: what the network says about a size need not be true.</summary>
    private sealed class BoundedStream(int most) : MemoryStream
    {
        public bool IsWhole { get; private set; } = true;

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (Length + count > most) IsWhole = false;
            else base.Write(buffer, offset, count);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.ToArray(), 0, buffer.Length);
            return ValueTask.CompletedTask;
        }
    }
}

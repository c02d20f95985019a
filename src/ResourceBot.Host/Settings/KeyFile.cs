using System.Security.Cryptography;
using ResourceBot.Storage;

namespace ResourceBot.Host.Settings;

/// <summary>The file with the secret under which everything that may lead to a person is sealed.</summary>
internal static class KeyFile
{
    private const string Setting = "Secrets:KeyFile";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The secret; made on the first start, readable by its owner only.</summary>
    /// <exception cref="BadSettingException">The file is there but is not such a secret, or cannot be read or made.</exception>
    public static Seal Open(string path, out bool made)
    {
        try
        {
            made = !File.Exists(path);
            if (made) Make(path);
            var secret = Convert.FromHexString(File.ReadAllText(path).Trim());
            return new Seal(secret);
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException)
        {
            throw new BadSettingException(
                Setting, $"{path} does not hold a secret of {Seal.SecretLength} bytes in hexadecimal", "restore the file from its safe copy");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BadSettingException(Setting, $"{path} cannot be read or made", "name a file that this user may write");
        }
    }

    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Under a name of its own first: a crash in the middle must not leave half a secret.
        var draft = path + ".new";
        File.Delete(draft);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using (var file = new FileStream(draft, options))
        {
            using var writer = new StreamWriter(file);
            writer.WriteLine(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Seal.SecretLength)));
            writer.Flush();
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path);
    }
}

using ResourceBot.Host.Settings;

namespace ResourceBot.Tests.Host.Settings;

public sealed class KeyFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void It_is_made_once_readable_by_its_owner_only_and_opens_what_it_closed()
    {
        var path = _folder.File("data/secret.key");
        var closed = KeyFile.Open(path, out var made).Close("test", [1, 2, 3]);

        Assert.True(made);
        Assert.Equal([1, 2, 3], KeyFile.Open(path, out made).Open("test", closed));
        Assert.False(made);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not hexadecimal")]
    [InlineData("00ff")]
    public void A_file_that_is_no_secret_stops_the_start_and_is_left_alone(string content)
    {
        var path = _folder.Write("secret.key", content);

        var bad = Assert.Throws<BadSettingException>(() => KeyFile.Open(path, out _));

        Assert.Equal("Secrets:KeyFile", bad.Setting);
        Assert.Equal(content, File.ReadAllText(path));
    }

    [Fact]
    public void A_place_where_nothing_can_be_written_is_named()
    {
        var file = _folder.Write("file", "");
        var bad = Assert.Throws<BadSettingException>(() => KeyFile.Open(Path.Combine(file, "secret.key"), out _));
        Assert.Contains(file, bad.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}

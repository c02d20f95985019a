using Dapper;
using Microsoft.Data.Sqlite;
using ResourceBot.Host.CommandLine;

namespace ResourceBot.Tests.Host.CommandLine;

/// <summary>Somebody at a terminal, with a database and files of her own.</summary>
internal sealed class Terminal : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>What the last call said.</summary>
    public string Output { get; private set; } = "";

    /// <summary>What the last call complained about.</summary>
    public string Error { get; private set; } = "";

    public string DatabaseFile => _folder.File("bot.db");

    public string KeyFile => _folder.File("secret.key");

    public string File(string name) => _folder.File(name);

    public string Write(string name, string text) => _folder.Write(name, text);

    public string Write(string name, byte[] bytes)
    {
        System.IO.File.WriteAllBytes(File(name), bytes);
        return File(name);
    }

    /// <returns>The exit code.</returns>
    public async Task<int> CallAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var line = ArgumentLine.Split(
        [
            $"--Database:ConnectionString=Data Source={DatabaseFile};Pooling=False;Default Timeout=1", $"--Secrets:KeyFile={KeyFile}", .. arguments,
        ]);
        Assert.True(line.CallsVerb);
        var code = await new Verbs(line.Settings, AppContext.BaseDirectory, new Printed(output, error)).RunAsync(line.Words);
        (Output, Error) = (output.ToString(), error.ToString());
        return code;
    }

    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var connection = await OpenAsync();
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    public async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}

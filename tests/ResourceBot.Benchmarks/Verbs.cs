namespace ResourceBot.Benchmarks;

/// <summary>One thing that this program measures.</summary>
/// <param name="Arguments">What follows the name, as usage shows it.</param>
/// <param name="Run">Gets what follows the name; the exit code.</param>
internal sealed record Verb(string Name, string Arguments, string Purpose, Func<IReadOnlyList<string>, Task<int>> Run);

internal static class Verbs
{
    private const int WrongUse = 2;

    public static async Task<int> RunAsync(IReadOnlyList<string> args, IReadOnlyList<Verb> verbs)
    {
        if (args.Count > 0 && verbs.FirstOrDefault(verb => verb.Name == args[0]) is { } named) return await named.Run([.. args.Skip(1)]);
        await Console.Error.WriteLineAsync("Usage:");
        foreach (var verb in verbs) await Console.Error.WriteLineAsync($"  {verb.Name} {verb.Arguments}   {verb.Purpose}");
        return WrongUse;
    }
}

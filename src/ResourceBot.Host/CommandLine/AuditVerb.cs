using ResourceBot.People;

namespace ResourceBot.Host.CommandLine;

/// <summary><c>audit verify</c>: whether the trail is as it was written.</summary>
internal sealed class AuditVerb(AuditTrail audit, Printed printed)
{
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> VerifyAsync(CancellationToken cancellation)
    {
        var check = await audit.CheckAsync(cancellation);
        if (check.FirstBroken is { } broken)
        {
            printed.Say($"The chain is broken: line {broken} is missing or is not as it was written. The {check.Lines} lines before it are in order.");
            return ExitCode.Broken;
        }

        printed.Say($"{check.Lines} lines are in order.");
        if (check.Head.Length > 0) printed.Say($"The last hash, to be written down elsewhere: {check.Head}");
        return ExitCode.Ok;
    }
}

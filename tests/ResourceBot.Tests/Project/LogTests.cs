using System.Reflection;
using Microsoft.Extensions.Logging;
using ResourceBot.Chat;
using ResourceBot.Conversations;
using ResourceBot.Host.Telegram;

namespace ResourceBot.Tests.Project;

/// <summary>No line of the log has a place for a person or for what she wrote.</summary>
public sealed class LogTests
{
    private static readonly Assembly[] Ours = [typeof(Conversation).Assembly, typeof(OutgoingGate).Assembly];

    private static readonly IReadOnlyList<MethodInfo> Lines =
    [
        .. Ours.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttribute<LoggerMessageAttribute>() is not null),
    ];

    [Fact]
    public void No_line_takes_something_that_came_in()
    {
        Assert.NotEmpty(Lines);
        Type[] personal = [typeof(ChatId), typeof(MessageId), typeof(Incoming), typeof(Moment), typeof(OpenPanel), typeof(Exception)];
        string[] names = ["text", "words", "chat", "user", "person", "name", "phone", "query", "link", "message"];
        Assert.All(Lines.SelectMany(line => line.GetParameters()), parameter =>
        {
            Assert.DoesNotContain(personal, type => type.IsAssignableFrom(parameter.ParameterType));
            Assert.DoesNotContain(parameter.Name!.ToLowerInvariant(), names);
        });
    }

    [Fact]
    public void Every_line_is_declared_and_none_is_put_together_on_the_spot()
    {
        var sources = Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal));
        Assert.All(sources, file => Assert.DoesNotMatch(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)\(", File.ReadAllText(file)));
    }
}

namespace ResourceBot.LocalTelegram.People;

/// <summary>A person's phone does not let her do what a test or a page asked for.</summary>
public sealed class CannotDoThatException : InvalidOperationException
{
    public CannotDoThatException()
    {
    }

    public CannotDoThatException(string message)
        : base(message)
    {
    }

    public CannotDoThatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

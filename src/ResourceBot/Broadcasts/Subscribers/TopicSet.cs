using ResourceBot.Catalogue;

namespace ResourceBot.Broadcasts.Subscribers;

/// <summary>A set of topics as bits: in a column, where one comparison tells whether two sets meet, and in the code of a button.</summary>
/// <param name="Bits">Bit n stands for the topic with the number n.</param>
public readonly record struct TopicSet(int Bits)
{
    /// <summary>Every topic there is.</summary>
    public static TopicSet All { get; } = Of(Catalogue.Topics.All);

    public bool IsEmpty => Bits == 0;

    public IEnumerable<Topic> Topics
    {
        get
        {
            var bits = Bits;
            return Catalogue.Topics.All.Where(topic => (bits & Bit(topic)) != 0);
        }
    }

    public static TopicSet Of(IEnumerable<Topic> topics) => new(topics.Aggregate(0, (bits, topic) => bits | Bit(topic)));

    /// <returns>Null when a bit stands for no topic.</returns>
    public static TopicSet? FromBits(long bits) => (bits & ~(long)All.Bits) == 0 ? new TopicSet((int)bits) : null;

    public bool Has(Topic topic) => (Bits & Bit(topic)) != 0;

    /// <summary>With this topic taken out if it is in, put in if it is not.</summary>
    public TopicSet Toggle(Topic topic) => new(Bits ^ Bit(topic));

    private static int Bit(Topic topic) => 1 << (int)topic;
}

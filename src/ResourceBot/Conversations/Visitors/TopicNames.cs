using ResourceBot.Catalogue;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Visitors;

internal static class TopicNames
{
    public static string Name(Topic topic, Phrases phrases) => topic switch
    {
        Topic.Scholarships => phrases.TopicScholarships,
        Topic.Learning => phrases.TopicLearning,
        Topic.Teachers => phrases.TopicTeachers,
        Topic.Defenders => phrases.TopicDefenders,
        Topic.Counselling => phrases.TopicCounselling,
        Topic.Work => phrases.TopicWork,
        Topic.Justice => phrases.TopicJustice,
        _ => phrases.TopicSafety,
    };
}

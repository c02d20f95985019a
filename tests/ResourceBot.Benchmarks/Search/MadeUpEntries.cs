using System.Globalization;
using ResourceBot.Catalogue;
using ResourceBot.Languages;

namespace ResourceBot.Benchmarks.Search;

/// <summary>Entries that exist nowhere, as many as asked for and the same each time.</summary>
internal static class MadeUpEntries
{
    private static readonly string[] Syllables = ["ba", "ro", "shi", "kan", "del", "mar", "zu", "fi", "tor", "lam", "ne", "gul", "par", "wi", "sa", "dor", "hel", "mi"];
    private static readonly string[] Countries = ["DE", "GB", "US", "TR", "IN", "PK", "IR", "CA", "FR", "JP", "KZ", "QA", "MY", "HU", "IT"];
    private static readonly string[] Status = ["Open", "Open", "Open", "Unknown", "Suspended", "Closed"];

    private static readonly (string Code, string En, string Prs, string Ps)[] Fields =
    [
        ("computing", "computer programming", "برنامه‌نویسی کمپیوتر", "د کمپیوټر پروګرام لیکنه"), ("english", "English", "زبان انگلیسی", "انګلیسي ژبه"),
        ("health", "medicine and nursing", "طب و نرسنگ", "طب او نرسنګ"), ("law", "law", "حقوق", "حقوق"), ("business", "business", "تجارت", "سوداګري"),
        ("engineering", "engineering", "انجنیری", "انجنیري"), ("any", "any subject", "هر رشته", "هره څانګه"),
    ];

    private static readonly (string Code, string En, string Prs, string Ps)[] Levels =
    [
        ("bachelor", "bachelor's", "لیسانس", "لیسانس"), ("master", "master's", "ماستری", "ماسټري"), ("doctorate", "doctorate", "دکتورا", "دوکتورا"),
        ("secondary", "school grades 7 to 12", "مکتب صنف ۷ تا ۱۲", "د ۷ تر ۱۲ ټولګي ښوونځی"), ("course", "short courses", "کورس‌های کوتاه", "لنډ کورسونه"),
    ];

    public static IReadOnlyList<Resource> Make(int count)
    {
        var random = new Random(1405);
        return [.. Enumerable.Range(1, count).Select(number => One(number, random))];
    }

    private static Resource One(int number, Random random)
    {
        var kind = (ResourceKind)(number % 3);
        var name = Name(random) + " " + Name(random);
        var field = random.GetItems(Fields, 1)[0];
        var level = random.GetItems(Levels, 1)[0];
        var country = random.GetItems(Countries, 1)[0];
        var online = random.Next(2) == 0;
        var contact = kind == ResourceKind.Contact;
        var topic = contact ? random.GetItems([Topic.Counselling, Topic.Defenders, Topic.Safety, Topic.Justice], 1)[0]
            : kind == ResourceKind.Scholarship ? Topic.Scholarships : Topic.Learning;
        var where = online ? ("online", "آنلاین", "انلاین") : ("in person", "حضوری", "حضوري");
        return new Resource
        {
            Id = new ResourceId(number),
            Slug = Slug.Parse($"{name.Replace(' ', '-').ToLowerInvariant()}-{number}"),
            Aliases = [],
            Kind = kind,
            Topics = [topic],
            Provider = $"{name} Foundation",
            Link = new Uri($"https://{name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()}{number}.org/"),
            Levels = contact ? [] : [level.Code],
            Fields = contact ? [] : [field.Code],
            Funding = contact ? "unknown" : random.GetItems(["full", "tuition", "free", "unknown"], 1)[0],
            Delivery = [online ? "online" : "in-person"],
            Countries = online ? [] : [country],
            Languages = ["en"],
            Audience = new Audience((Known)random.Next(3), (Known)random.Next(3), [], (Known)random.Next(3), null, null),
            Cost = random.GetItems(["free", "unknown", "some-costs"], 1)[0],
            Deadline = Occasion.Unknown,
            Opens = Occasion.Unknown,
            Documents = [],
            Eligibility = new LivedEligibility(default, default, default, default, default, default),
            Channels = new Channels([], [], [], [], [], []),
            Hours = null,
            Status = Enum.Parse<ResourceStatus>(random.GetItems(Status, 1)[0]),
            Evidence = [new Evidence("made up", "Nothing.", (2020 + random.Next(7)).ToString(CultureInfo.InvariantCulture))],
            Texts = new Dictionary<Language, ResourceText>
            {
                [Language.English] = contact
                    ? Text($"{name}: help for Afghan women", $"Counselling and legal advice, {where.Item1}, for women at risk.", "Women and girls", "Call or write.")
                    : Text($"{name} {level.En} in {field.En}", $"Study {field.En} {where.Item1} for women from Afghanistan.", "Women and girls", "Apply on the page."),
                [Language.Dari] = contact
                    ? Text($"کمک {name} برای زنان افغان", $"مشوره و کمک حقوقی {where.Item2} برای زنان در خطر.", "زنان و دختران", "تماس بگیرید.")
                    : Text($"{level.Prs} {field.Prs} از {name}", $"تحصیل {field.Prs} به شکل {where.Item2} برای زنان افغانستان.", "زنان و دختران", "در صفحه درخواست بدهید."),
                [Language.Pashto] = contact
                    ? Text($"د افغانو ښځو لپاره د {name} مرسته", $"په خطر کې ښځو ته مشوره او حقوقي مرسته، {where.Item3}.", "ښځې او نجونې", "اړیکه ونیسئ.")
                    : Text($"د {name} {level.Ps}، {field.Ps}", $"د افغانستان ښځو ته {where.Item3} زده کړه.", "ښځې او نجونې", "په پاڼه کې غوښتنه وکړئ."),
            },
        };
    }

    private static ResourceText Text(string title, string summary, string who, string how) =>
        new(TranslationState.Original, 1, title, summary, who, how, null);

    private static string Name(Random random)
    {
        var name = string.Concat(random.GetItems(Syllables, random.Next(2, 5)));
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}

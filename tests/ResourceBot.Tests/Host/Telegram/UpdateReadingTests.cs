using System.Text.Json;
using CsCheck;
using ResourceBot.Chat;
using ResourceBot.Host.Telegram;

namespace ResourceBot.Tests.Host.Telegram;

public sealed class UpdateReadingTests
{
    [Fact]
    public void A_typed_message_becomes_what_she_wrote_and_nothing_about_who_she_is()
    {
        var read = Read(
            """
            {"update_id":5,"message":{"message_id":9,"date":1,"text":"بورسیه",
             "chat":{"id":1001,"type":"private","first_name":"Zahra"},
             "from":{"id":1001,"is_bot":false,"first_name":"Zahra","username":"zahra","language_code":"fa"}}}
            """);
        Assert.Equal(new Received(5, new TypedText(new ChatId(1001), new MessageId(9), "بورسیه", "fa")), read);
        Assert.DoesNotContain("1001", read!.Incoming!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"update_id":5,"message":{"message_id":9,"chat":{"id":1,"type":"private"},"voice":{"file_id":"x"}}}""", typeof(OtherContent))]
    [InlineData("""{"update_id":5,"message":{"message_id":9,"chat":{"id":1,"type":"private"},"document":{"file_id":"x","file_name":"a.csv","file_size":3}}}""", typeof(SentFile))]
    [InlineData("""{"update_id":5,"callback_query":{"id":"7","data":"1dah","from":{"id":1},"message":{"message_id":9,"chat":{"id":1,"type":"private"}}}}""", typeof(ButtonPress))]
    [InlineData("""{"update_id":5,"my_chat_member":{"chat":{"id":1,"type":"private"},"new_chat_member":{"status":"kicked"}}}""", typeof(DoorMoved))]
    public void Each_kind_is_told_apart(string json, Type kind) => Assert.IsType(kind, Read(json)!.Incoming);

    [Theory]
    [InlineData("""{"update_id":5,"message":{"message_id":9,"chat":{"id":-1,"type":"group"},"text":"hi"}}""")]
    [InlineData("""{"update_id":5,"message":{"message_id":9,"chat":{"id":1,"type":"private"},"from":{"is_bot":true},"text":"hi"}}""")]
    [InlineData("""{"update_id":5,"message":{"message_id":9,"chat":{"id":1,"type":"private"},"message_auto_delete_timer_changed":{"message_auto_delete_time":86400}}}""")]
    [InlineData("""{"update_id":5,"message":{"message_id":9,"chat":{"id":1,"type":"private"},"pinned_message":{"message_id":8,"text":"hi"}}}""")]
    [InlineData("""{"update_id":5,"message":{"message_id":9,"chat":{"id":1,"type":"private"},"write_access_allowed":{}}}""")]
    [InlineData("""{"update_id":5,"message":{"message_id":4294967305,"chat":{"id":1,"type":"private"},"text":"hi"}}""")]
    [InlineData("""{"update_id":5,"message":{"message_id":-9,"chat":{"id":1,"type":"private"},"text":"hi"}}""")]
    [InlineData("""{"update_id":5,"message":{"message_id":9,"chat":{"id":-1,"type":"private"},"text":"hi"}}""")]
    [InlineData("""{"update_id":5,"callback_query":{"id":"7","data":"1dah","message":{"message_id":4294967305,"chat":{"id":1,"type":"private"}}}}""")]
    [InlineData("""{"update_id":5,"poll":{"id":"1"}}""")]
    [InlineData("""{"update_id":5,"message":"not an object"}""")]
    [InlineData("""{"update_id":5,"callback_query":{"id":7}}""")]
    [InlineData("""{"update_id":5,"message":{"message_id":"9","chat":{"id":"1","type":1}}}""")]
    public void What_we_do_not_answer_still_has_its_number(string json) => Assert.Equal(new Received(5, null), Read(json));

    [Theory]
    [InlineData("\"photo\":[]")]
    [InlineData("\"sticker\":{}")]
    [InlineData("\"contact\":{}")]
    [InlineData("\"location\":{}")]
    [InlineData("\"video_note\":{}")]
    [InlineData("\"poll\":{}")]
    [InlineData("\"something_new\":{},\"caption\":\"hi\"")]
    public void Whatever_she_sends_herself_gets_its_short_answer(string content) =>
        Assert.IsType<OtherContent>(Read($$$"""{"update_id":5,"message":{"message_id":9,"chat":{"id":1,"type":"private"},{{{content}}} } }""")!.Incoming);

    [Fact]
    public void What_a_post_hides_behind_words_and_buttons_is_read_too()
    {
        const string post = """
            "text":"Apply here","entities":[{"type":"bold","offset":0,"length":5},{"type":"text_link","offset":6,"length":4,"url":"https://evil.example/a"},7],
            "reply_markup":{"inline_keyboard":[[{"text":"Apply","url":"https://evil.example/b"},{"text":"x","callback_data":"x"}],7]}
            """;
        var typed = Assert.IsType<TypedText>(Read($$$"""{"update_id":5,"message":{"message_id":9,"chat":{"id":1,"type":"private"},{{{post}}} } }""")!.Incoming);
        Assert.Equal("https://evil.example/a\nhttps://evil.example/b", typed.HiddenLinks);
    }

    [Theory]
    [InlineData("\"photo\":[]", "")]
    [InlineData("\"photo\":[],\"caption\":\"see evil.example\"", "see evil.example")]
    [InlineData("\"video\":{},\"caption\":\"see\",\"caption_entities\":[{\"type\":\"text_link\",\"url\":\"https://evil.example/\"}]", "https://evil.example/\nsee")]
    public void What_stands_under_a_picture_is_read(string content, string caption) =>
        Assert.Equal(caption, Assert.IsType<OtherContent>(Read($$$"""{"update_id":5,"message":{"message_id":9,"chat":{"id":1,"type":"private"},{{{content}}} } }""")!.Incoming).Caption);

    [Fact]
    public void A_lone_surrogate_costs_only_its_own_message() =>
        Assert.IsType<OtherContent>(Read("""{"update_id":5,"message":{"message_id":9,"chat":{"id":1,"type":"private"},"text":"\ud800"}}""")!.Incoming);

    [Fact]
    public void No_shape_of_json_throws()
    {
        var values = Gen.OneOf(
            Gen.Const("1"), Gen.Const("null"), Gen.Const("\"x\""), Gen.Const("[]"), Gen.Const("{}"), Gen.Const("1e99"),
            Gen.Const("""{"id":1,"type":"private"}"""), Gen.Const("""{"chat":[],"message_id":{}}"""));
        Gen.Select(values, values, values).Sample((a, b, c) => Read(
            $$"""{"update_id":1,"message":{"message_id":{{a}},"chat":{{b}},"text":{{c}},"from":{{a}},"document":{{b}}},"callback_query":{{c}}}"""));
    }

    private static Received? Read(string json) => UpdateReading.Read(JsonDocument.Parse(json).RootElement);
}

namespace ResourceBot.Tests.LocalTelegram;

/// <summary>Messages and entities as TDLib has them for the HTML style; offsets of messages are bytes, of entities UTF-16.</summary>
public sealed class HtmlStyleTests : IAsyncLifetime
{
    private TestBot _bot = null!;

    public async Task InitializeAsync() => _bot = await TestBot.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Theory]
    [InlineData("<br>", "Unsupported start tag \"br\" at byte offset 0")]
    [InlineData("a < b", "Unsupported start tag \"\" at byte offset 2")]
    [InlineData("سلام <x>", "Unsupported start tag \"x\" at byte offset 9")]
    [InlineData("🏟 🏟&lt;<abacaba", "Unclosed start tag at byte offset 13")]
    [InlineData("🏟 🏟&lt;<abac aba>", "Unsupported start tag \"abac\" at byte offset 13")]
    [InlineData("🏟 🏟&lt;<i   =aba>", "Empty attribute name in the tag \"i\" at byte offset 13")]
    [InlineData("🏟 🏟&lt;<i    aba  =  ", "Unclosed start tag \"i\" at byte offset 13")]
    [InlineData("🏟 🏟&lt;<i    aba>", "Can't find end tag corresponding to start tag \"i\"")]
    [InlineData("🏟 🏟&lt;<i    aba  =  190azAz-.,", "Unexpected end of name token at byte offset 27")]
    [InlineData("🏟 🏟&lt;<i    aba  =  \"&lt;&gt;&quot;>", "Unclosed start tag at byte offset 13")]
    [InlineData("🏟 🏟&lt;</", "Unexpected end tag at byte offset 13")]
    [InlineData("🏟 🏟&lt;<b></b></", "Unexpected end tag at byte offset 20")]
    [InlineData("🏟 🏟&lt;<i>a</i   ", "Unclosed end tag at byte offset 17")]
    [InlineData("🏟 🏟&lt;<i>a</em   >", "Unmatched end tag at byte offset 17, expected \"</i>\", found \"</em>\"")]
    [InlineData("<b><i>x</b></i>", "Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"")]
    [InlineData("<b>x", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("<span>x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0")]
    [InlineData("<tg-emoji emoji-id=\"x\">y</tg-emoji>", "Invalid custom emoji identifier specified")]
    [InlineData("&#57311;", "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units")]
    public async Task Broken_markup_is_refused_in_Telegrams_words(string html, string error)
    {
        var (code, description) = await _bot.Refused("sendMessage", new { chat_id = TestBot.Girl, text = html, parse_mode = "HTML" });

        Assert.Equal(400, code);
        Assert.Equal("Bad Request: can't parse entities: " + error, description);
    }

    [Theory]
    [InlineData("<b>x</b>", "bold")]
    [InlineData("<strong>x</strong>", "bold")]
    [InlineData("<i>x</i>", "italic")]
    [InlineData("<EM>x</em>", "italic")]
    [InlineData("<u>x</u>", "underline")]
    [InlineData("<ins>x</ins>", "underline")]
    [InlineData("<s>x</s>", "strikethrough")]
    [InlineData("<strike>x</strike>", "strikethrough")]
    [InlineData("<del>x</del>", "strikethrough")]
    [InlineData("<code>x</code>", "code")]
    [InlineData("<pre>x</pre>", "pre")]
    [InlineData("<tg-spoiler>x</tg-spoiler>", "spoiler")]
    [InlineData("<span class=\"tg-spoiler\">x</span>", "spoiler")]
    [InlineData("<blockquote>x</blockquote>", "blockquote")]
    [InlineData("<blockquote expandable>x</blockquote>", "expandable_blockquote")]
    [InlineData("<a href=\"https://example.org/a?b=1&amp;c=2\">x</a>", "text_link")]
    [InlineData("<tg-emoji emoji-id=\"5368324170671202286\">x</tg-emoji>", "custom_emoji")]
    public async Task Every_tag_becomes_its_entity(string html, string type)
    {
        var message = await _bot.Ok("sendMessage", new { chat_id = TestBot.Girl, text = html, parse_mode = "html" });

        Assert.Equal("x", message.GetProperty("text").GetString());
        var entity = Assert.Single(message.GetProperty("entities").EnumerateArray().ToList());
        Assert.Equal(type, entity.GetProperty("type").GetString());
        Assert.Equal(1, entity.GetProperty("length").GetInt32());
    }

    [Fact]
    public async Task Offsets_count_UTF16_and_references_become_letters()
    {
        var message = await _bot.Ok("sendMessage", new { chat_id = TestBot.Girl, text = "😀&lt;&#1662;&#x6AF;&nbsp;<b>🌷&quot;</b>", parse_mode = "HTML" });

        Assert.Equal("😀<پگ&nbsp;🌷\"", message.GetProperty("text").GetString());
        var bold = message.GetProperty("entities")[0];
        Assert.Equal(11, bold.GetProperty("offset").GetInt32());
        Assert.Equal(3, bold.GetProperty("length").GetInt32());
    }

    [Fact]
    public async Task A_code_tag_inside_a_pre_tag_names_its_language()
    {
        var message = await _bot.Ok("sendMessage", new { chat_id = TestBot.Girl, text = "<pre><code class=\"language-sql\">x</code></pre>", parse_mode = "HTML" });

        var entity = Assert.Single(message.GetProperty("entities").EnumerateArray().ToList());
        Assert.Equal("pre", entity.GetProperty("type").GetString());
        Assert.Equal("sql", entity.GetProperty("language").GetString());
    }

    [Fact]
    public async Task A_link_that_is_none_stays_text()
    {
        var message = await _bot.Ok("sendMessage", new { chat_id = TestBot.Girl, text = "<a href=\"javascript:alert(1)\">x</a>", parse_mode = "HTML" });

        Assert.False(message.TryGetProperty("entities", out _));
    }

    [Fact]
    public async Task Space_around_a_text_is_cut_and_entities_move_along()
    {
        var message = await _bot.Ok("sendMessage", new { chat_id = TestBot.Girl, text = "\n <b>x</b> \n", parse_mode = "HTML" });

        Assert.Equal("x", message.GetProperty("text").GetString());
        Assert.Equal(0, message.GetProperty("entities")[0].GetProperty("offset").GetInt32());
    }

    [Fact]
    public async Task The_page_gets_html_that_cannot_carry_a_script()
    {
        await _bot.Ok("sendMessage", new
        {
            chat_id = TestBot.Girl,
            text = "<b>a &lt;script&gt;</b> <a href=\"https://e.org/&quot;onclick=&quot;x\">l</a> /help",
            parse_mode = "HTML",
        });

        Assert.Equal(
            "<b>a &lt;script&gt;</b> <a href=\"https://e.org/&quot;onclick=&quot;x\" target=\"_blank\" rel=\"noopener noreferrer\">l</a> <span class=\"command\">/help</span>",
            _bot.Phone.LastFromBot!.Html);
    }
}

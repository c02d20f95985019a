using ResourceBot.Catalogue;
using ResourceBot.Chat;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Visitors;

/// <summary>The text of a card, from what she wants to know first to how far it can be trusted.</summary>
internal sealed class CardText(Page page, Resource resource, DateOnly today)
{
    private readonly Phrases _phrases = page.Phrases;
    private readonly Words _words = page.Words;
    private readonly Language _language = page.Reader.Language;
    private readonly ResourceText _text = resource.TextFor(page.Reader.Language);

    public void Write()
    {
        page.Heading(_text.Title);
        page.Text(Direction.Isolate(resource.Provider));
        WriteStatus();
        page.Gap();
        page.Text(_text.Summary);
        page.Line($"👥 {Label(_phrases.Who)} {Markup.Escape(_text.Who)}");
        page.Gap();
        EligibilityMarks.Write(page, resource);
        page.Gap();
        WriteFacts();
        page.Gap();
        page.Line($"➡️ {Label(resource.Kind == ResourceKind.Contact ? _phrases.HowContact : _phrases.How)} {Markup.Escape(_text.How)}");
        WriteChannels();
        if (_text.Safety is { } safety) page.Line($"⚠️ {Label(_phrases.Beware)} {Markup.Escape(safety)}");
        page.Gap();
        WriteTrust();
    }

    private void WriteStatus()
    {
        var status = resource.Status switch
        {
            ResourceStatus.Closed => $"✖ {_phrases.StatusClosed}",
            ResourceStatus.Suspended => $"⏸ {_phrases.StatusSuspended}",
            ResourceStatus.Unknown => $"❔ {_phrases.StatusUnknown}",
            _ => null,
        };
        if (status is not null) page.Heading(status);
    }

    private void WriteFacts()
    {
        if (DeadlineText() is { } deadline) Fact("📅", _phrases.Deadline, deadline);
        if (OpensText() is { } opens) Fact("🗓", _phrases.Opens, opens);
        if (resource.Kind != ResourceKind.Contact)
        {
            Fact("💰", _phrases.Cost, _words.Costs[resource.Cost]);
            if (resource.Funding is not "unknown" and not "free") Fact("🎓", _phrases.Funding, _words.Funding[resource.Funding]);
            List("📚", _phrases.Level, resource.Levels, _words.Levels);
            if (!resource.Fields.Contains("any", StringComparer.Ordinal)) List("🔬", _phrases.Field, resource.Fields, _words.Fields);
            List("📄", _phrases.Documents, resource.Documents, _words.Documents);
        }

        List("💻", _phrases.Delivery, resource.Delivery, _words.Delivery);
        List("🌍", _phrases.Country, resource.Countries, _words.Countries);
        List("🗣", _phrases.TaughtIn, resource.Languages, _words.Languages);
        if (AgeText() is { } age) Fact("🔢", _phrases.Age, age);
        if (resource.Audience.WomenOnly == Known.Yes) page.Text($"👩 {_phrases.WomenOnly}");
        if (resource.Audience.Countries.Count > 0)
        {
            page.Text("📍 " + Phrase.Fill(
                _phrases.OnlyIn, ("countries", string.Join(page.Comma, resource.Audience.Countries.Select(code => _words.Countries[code])))));
        }
    }

    private string? DeadlineText() => resource.Deadline switch
    {
        OnDate on when on.Date < today => Phrase.Fill(_phrases.DeadlinePassed, ("date", DateText.Show(on.Date, _language))),
        OnDate on => $"{DateText.Show(on.Date, _language)} · {DaysLeft(on.Date.DayNumber - today.DayNumber)}",
        EveryYear yearly => Yearly(yearly, Rest.Of(yearly, resource.Opens)!.IsOn(today) ? _phrases.DeadlineYearlyOver : _phrases.DeadlineYearly),
        RollingOccasion => _phrases.DeadlineRolling,
        _ => resource.Kind == ResourceKind.Contact ? null : _phrases.Unknown,
    };

    private string? OpensText() => resource.Opens switch
    {
        OnDate on => DateText.Show(on.Date, _language),
        EveryYear yearly => Yearly(yearly, _phrases.DeadlineYearly),
        _ => null,
    };

    private string Yearly(EveryYear yearly, string phrase)
    {
        var passed = (yearly.Month, yearly.Day ?? 31).CompareTo((today.Month, today.Day)) < 0;
        var year = passed ? today.Year + 1 : today.Year;
        return Phrase.Fill(phrase, ("date", DateText.ShowYearly(yearly.Month, yearly.Day, year, _language)));
    }

    private string DaysLeft(int days) => days == 0
        ? _phrases.LastDay
        : Phrase.Fill(days == 1 ? _phrases.DaysLeftOne : _phrases.DaysLeftMany, ("count", Digits.Show(days, _language)));

    private string? AgeText() => resource.Audience switch
    {
        { AgeFrom: { } from, AgeTo: { } to } => Phrase.Fill(
            _phrases.AgeRange, ("from", Digits.Show(from, _language)), ("to", Digits.Show(to, _language))),
        { AgeFrom: { } from } => Phrase.Fill(_phrases.AgeFrom, ("from", Digits.Show(from, _language))),
        { AgeTo: { } to } => Phrase.Fill(_phrases.AgeTo, ("to", Digits.Show(to, _language))),
        _ => null,
    };

    private void WriteChannels()
    {
        var channels = resource.Channels;
        Values("📞", _phrases.Phone, channels.Phone);
        Values("💬", _phrases.WhatsApp, channels.WhatsApp);
        Values("💬", _phrases.Signal, channels.Signal);
        Values("💬", _phrases.Telegram, channels.Telegram);
        Values("✉️", _phrases.Email, channels.Email);
        if (resource.Hours is { } hours) Fact("🕘", _phrases.Hours, HoursText.Show(hours, page));
    }

    // Two separate facts, each with its own date: that a link answers says nothing of whether the text is still true.
    private void WriteTrust()
    {
        if (resource.Link is { } link)
        {
            Small($"{_phrases.Website}: {Direction.LeftToRight(link.Host)}");
            Small(LinkText());
        }
        else
        {
            Small(_phrases.NoWebsite);
        }

        Small(resource.ComparedOn is { } compared
            ? Phrase.Fill(_phrases.Compared, ("date", DateText.Show(compared, _language)))
            : _phrases.NeverCompared);
        if (Freshness.IsMarked(resource.ComparedOn, today))
            page.Text("⌛ " + Phrase.Fill(_phrases.NotComparedLately, ("days", Digits.Show(Freshness.MarkedAfterDays, _language))));
        if (resource.Evidence.Max(evidence => evidence.Date) is { } newest)
            Small(Phrase.Fill(_phrases.NewestSource, ("date", Direction.LeftToRight(newest.Replace('-', '/')))));
        if (!resource.Texts.ContainsKey(_language)) Small(Phrase.Fill(_phrases.OtherLanguage, ("language", page.Words.Languages[resource.TextLanguage(_language).Code()])));
        else if (_text.State == TranslationState.Machine) Small(_phrases.ByMachine);
        else if (_text.State == TranslationState.Person) Small(_phrases.ByPerson);
        if (_text.State != TranslationState.Original && _text.FromRevision < resource.Revision) Small(_phrases.OutOfDate);
    }

    // A page that did not answer our program may still answer her browser, and tomorrow us: no warning, only what was tried.
    private string LinkText() => (resource.LinkAnsweredOn, resource.LinkTriedOn) switch
    {
        ({ } answered, _) => Phrase.Fill(_phrases.LinkAnswered, ("date", DateText.Show(answered, _language))),
        (_, { } tried) => Phrase.Fill(_phrases.LinkNoAnswer, ("date", DateText.Show(tried, _language))),
        _ => _phrases.LinkNeverAnswered,
    };

    private void List(string mark, string label, IReadOnlyList<string> codes, IReadOnlyDictionary<string, string> words)
    {
        if (codes.Count > 0) Fact(mark, label, string.Join(page.Comma, codes.Select(code => words[code])));
    }

    private void Values(string mark, string label, IReadOnlyList<string> values)
    {
        foreach (var value in values) Fact(mark, label, Direction.LeftToRight(value));
    }

    private void Fact(string mark, string label, string value) => page.Line($"{mark} {Label(label)} {Markup.Escape(value)}");

    private void Small(string text) => page.Line(Markup.Italic(text));

    private static string Label(string label) => Markup.Bold(label + ":");
}

using System.Globalization;
using ResourceBot.Languages;

namespace ResourceBot.Tests.Languages;

public sealed class AfghanCalendarTests
{
    [Fact]
    public void Every_day_from_1300_to_1500_goes_there_and_back()
    {
        var calendar = new PersianCalendar();
        var first = DateOnly.FromDateTime(calendar.ToDateTime(1300, 1, 1, 0, 0, 0, 0));
        var expected = new AfghanDate(1300, 1, 1);
        for (var day = first; expected.Year <= 1500; day = day.AddDays(1))
        {
            Assert.Equal(expected, AfghanDate.From(day));
            Assert.Equal(day, expected.ToGregorian());
            expected = Next(expected);
        }

        // Counted on by month lengths; only the leap years are asked for.
        static AfghanDate Next(AfghanDate date)
        {
            var length = date.Month <= 6 ? 31 : date.Month <= 11 || IsLeap(date.Year) ? 30 : 29;
            if (date.Day < length) return date with { Day = date.Day + 1 };
            return date.Month < 12 ? new AfghanDate(date.Year, date.Month + 1, 1) : new AfghanDate(date.Year + 1, 1, 1);
        }

        static bool IsLeap(int year) => new PersianCalendar().IsLeapYear(year);
    }

    [Theory]
    [InlineData("2024-03-20", 1403, 1, 1)]
    [InlineData("2025-03-20", 1403, 12, 30)]
    [InlineData("2025-03-21", 1404, 1, 1)]
    [InlineData("2026-03-20", 1404, 12, 29)]
    [InlineData("2026-11-22", 1405, 9, 1)]
    [InlineData("2027-03-20", 1405, 12, 29)]
    [InlineData("2029-03-20", 1408, 1, 1)]
    public void Known_days_are_right(string gregorian, int year, int month, int day) =>
        Assert.Equal(new AfghanDate(year, month, day), AfghanDate.From(DateOnly.Parse(gregorian, CultureInfo.InvariantCulture)));

    [Fact]
    public void A_deadline_stands_in_her_own_calendar_and_in_the_one_of_the_form()
    {
        var day = new DateOnly(2026, 12, 31);

        Assert.Equal("۱۰ جدی ۱۴۰۵ (\u206631 December 2026\u2069)", DateText.Show(day, Language.Dari));
        Assert.Equal("د ۱۴۰۵ د مرغومي ۱۰مه (\u206631 December 2026\u2069)", DateText.Show(day, Language.Pashto));
        Assert.Equal("31 December 2026 (10 Jadi 1405)", DateText.Show(day, Language.English));
    }

    [Fact]
    public void Months_are_named_as_Afghans_name_them_never_as_Iran_does()
    {
        string[] iranian = ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];
        var ours = Enumerable.Range(1, 12).SelectMany(month => LanguageCodes.All.Select(language => MonthNames.Afghan(month, language))).ToList();

        Assert.Equal("حمل", MonthNames.Afghan(1, Language.Dari));
        Assert.Equal("حوت", MonthNames.Afghan(12, Language.Dari));
        Assert.Equal("وری", MonthNames.Afghan(1, Language.Pashto));
        Assert.Equal("کب", MonthNames.Afghan(12, Language.Pashto));
        Assert.Empty(ours.Intersect(iranian));
    }

    [Fact]
    public void A_yearly_month_names_both_Afghan_months_that_it_lies_in() =>
        Assert.Equal("سنبله–میزان (سپتمبر)", DateText.ShowYearly(9, day: null, 2026, Language.Dari));

    [Fact]
    public void Kabul_is_four_and_a_half_hours_ahead()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 19, 30, 0, TimeSpan.Zero));
        Assert.Equal(new DateOnly(2026, 11, 25), KabulTime.Today(clock));
        clock.Advance(TimeSpan.FromMinutes(-1) + TimeSpan.FromDays(1));
        Assert.Equal(new DateOnly(2026, 11, 25), KabulTime.Today(clock));
    }
}

namespace ResourceBot.Languages;

/// <summary>Month names as Afghans write them; index 0 is the first month. Iranian names appear nowhere.</summary>
public static class MonthNames
{
    private static readonly string[] Dari =
        ["حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله", "میزان", "عقرب", "قوس", "جدی", "دلو", "حوت"];

    private static readonly string[] Pashto =
        ["وری", "غویی", "غبرګولی", "چنګاښ", "زمری", "وږی", "تله", "لړم", "لیندۍ", "مرغومی", "سلواغه", "کب"];

    // After «د» a Pashto noun takes its oblique form.
    private static readonly string[] PashtoOblique =
        ["وري", "غويي", "غبرګولي", "چنګاښ", "زمري", "وږي", "تلې", "لړم", "لیندۍ", "مرغومي", "سلواغې", "کب"];

    private static readonly string[] Romanised =
        ["Hamal", "Sawr", "Jawza", "Saratan", "Asad", "Sonbola", "Mizan", "Aqrab", "Qaws", "Jadi", "Dalwa", "Hut"];

    private static readonly string[] GregorianEnglish =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] GregorianDari =
        ["جنوری", "فبروری", "مارچ", "اپریل", "می", "جون", "جولای", "اگست", "سپتمبر", "اکتوبر", "نومبر", "دسمبر"];

    private static readonly string[] GregorianPashto =
        ["جنوري", "فبروري", "مارچ", "اپرېل", "مۍ", "جون", "جولای", "اګست", "سپټمبر", "اکتوبر", "نومبر", "ډسمبر"];

    /// <param name="month">1 Hamal … 12 Hut.</param>
    public static string Afghan(int month, Language language) => language switch
    {
        Language.Dari => Dari[month - 1],
        Language.Pashto => Pashto[month - 1],
        _ => Romanised[month - 1],
    };

    /// <summary>The form of a Pashto month name after «د».</summary>
    public static string AfterDa(int month) => PashtoOblique[month - 1];

    /// <param name="month">1 January … 12 December.</param>
    public static string Gregorian(int month, Language language) => language switch
    {
        Language.Dari => GregorianDari[month - 1],
        Language.Pashto => GregorianPashto[month - 1],
        _ => GregorianEnglish[month - 1],
    };
}

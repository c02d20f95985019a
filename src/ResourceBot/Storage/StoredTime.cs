using System.Globalization;

namespace ResourceBot.Storage;

/// <summary>Moments as they stand in the database: UTC, to the second, so that texts sort and compare like the moments.</summary>
public static class StoredTime
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">Not such a text.</exception>
    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.ParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

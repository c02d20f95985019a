namespace ResourceBot.Scenarios.Browser;

/// <summary>A test in a real browser; where there is none it is reported as skipped, with the reason.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null) Skip = "There is no Chromium: install it, or say in CHROMIUM where it is.";
    }
}

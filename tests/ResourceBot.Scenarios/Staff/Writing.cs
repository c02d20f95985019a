namespace ResourceBot.Scenarios.Staff;

/// <summary>What an admin does with the form, in one word each.</summary>
public static class Writing
{
    public const string Link = "https://new.example.org/apply";
    public const string Title = "New women's grant";
    public const string Slug = "new-women-s-grant";

    /// <summary>She writes a new scholarship, until nothing is missing and the draft lies before her.</summary>
    public static async Task<Visitor> WritesEntryAsync(this Visitor she, string link = Link, string title = Title)
    {
        await she.WritesAsync("/add", "Send the address of the official page first");
        await she.WritesAsync(link, "Nothing like it is in the catalogue");
        await she.PressesAsync("Continue", "Step 2 of");
        await she.PressesAsync("scholarship", "Step 3 of");
        await she.PressesAsync("Scholarships", "Now: Scholarships");
        await she.PressesAsync("Done", "Step 4 of");
        await she.WritesAsync("Example Foundation", "Step 5 of");
        await she.WritesAsync(title, "Step 6 of");
        await she.WritesAsync("Pays a year of study online.", "Step 7 of");
        await she.WritesAsync("Women who finished school.", "Step 8 of");
        await she.WritesAsync("Fill in the form on the page.", "Step 9 of");
        await she.PressesAsync("Skip", "Step 10 of");
        await she.PressesAsync("yes", "Step 11 of");
        await she.SkipsToAsync("Deadline");
        await she.WritesAsync("2099-12-31", "Opens");
        await she.SkipsToAsync("Sources");
        await she.WritesAsync("https://new.example.org/about The page says so. 2026-10", "The page says so.");
        return await she.PressesAsync("Done", "Nothing is missing.");
    }

    /// <summary>She writes a command and waits for the page with this heading.</summary>
    public static async Task<Visitor> OpensAsync(this Visitor she, string command, string heading)
    {
        // Else the page that is there already would be taken for the new one.
        if (heading != "Staff" && she.Screen.Split('\n').Contains(heading, StringComparer.Ordinal)) await she.OpensAsync("/staff", "Staff");
        var message = she.Phone.Send(command);
        return await she.SeesAsync(phone =>
            phone.Messages.All(shown => shown.Id != message) && she.Screen.Split('\n').Contains(heading, StringComparer.Ordinal));
    }

    /// <summary>From a draft she goes to one of its fields.</summary>
    public static async Task<Visitor> OpensFieldAsync(this Visitor she, string field)
    {
        await she.PressesAsync("Change one field", "Official page:");
        while (!she.Buttons.Contains(field))
        {
            var before = she.Screen;
            she.Phone.PressLabel("Next");
            await she.SeesAsync(_ => she.Screen != before);
        }

        return await she.PressesAsync(field, "Now: ");
    }

    /// <summary>She presses "Skip" until the form asks for this field.</summary>
    public static async Task<Visitor> SkipsToAsync(this Visitor she, string field)
    {
        for (var step = 0; step < 60 && !she.Screen.Split('\n').Contains(field); step++)
        {
            var before = she.Screen;
            she.Phone.PressLabel("Skip");
            await she.SeesAsync(phone => phone.LastFromBot is not null && she.Screen != before);
        }

        return she;
    }

    /// <summary>She presses a button of a visitor's page or a forged one, and waits for the pop-up.</summary>
    public static async Task<string?> ForgesAsync(this Visitor she, string code)
    {
        var query = she.Phone.Press(she.Panel.Id, code, forged: true);
        await she.SeesAsync(phone => phone.Notices.Any(notice => notice.QueryId == query));
        return she.Phone.Notices.Last(notice => notice.QueryId == query).Text;
    }
}

using System.Text.Json.Nodes;
using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Editing;
using ResourceBot.Catalogue.Seeds;
using ResourceBot.Chat;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Admins;

/// <summary>
/// The guided form: one field on a page, answered by a button or by typing. Everything is in the database after each
/// answer, so that it goes on where it stood after a restart or a week later.
/// </summary>
public sealed class FormPages(DraftDesk desk, DraftStore drafts, DraftOverview overview, LinkNeighbours neighbours, Speech speech) : IStaffPages
{
    /// <summary>A field as a step of the form; the next follows.</summary>
    internal const string FormAction = "form";

    /// <summary>A field by itself; the list of fields follows.</summary>
    internal const string OneAction = "one";

    private const string SetAction = "set";
    private const string ToggleAction = "tog";
    private const string ClearAction = "clr";
    private const string PopAction = "pop";

    // In the code of a button: the field is a step of the form, or stands by itself.
    private const string InForm = "f";
    private const string ByItself = "o";

    private readonly IReadOnlyList<Words> _words = [.. LanguageCodes.All.Select(speech.Words)];

    public IReadOnlyList<StaffAction> Actions =>
    [
        new(FormAction, Right.EditEntries, AskAsync, TakesText: true),
        new(OneAction, Right.EditEntries, AskAsync, TakesText: true),
        new(SetAction, Right.EditEntries, (call, cancellation) => PressAsync(call, Chosen, stays: false, cancellation)),
        new(ToggleAction, Right.EditEntries, (call, cancellation) => PressAsync(call, Toggled, stays: true, cancellation)),
        new(ClearAction, Right.EditEntries, (call, cancellation) => PressAsync(call, Cleared, stays: false, cancellation)),
        new(PopAction, Right.EditEntries, (call, cancellation) => PressAsync(call, Shortened, stays: true, cancellation)),
    ];

    /// <summary>The page of the first step.</summary>
    public static Answer AskFirst(StaffCall call, Draft draft) =>
        new(Question(call, draft, EntryFields.Steps(draft.Body, draft.Language)[1], InForm).ToScreen());

    private async Task<Answer> AskAsync(StaffCall call, CancellationToken cancellation)
    {
        var mode = call.Code.Action == FormAction ? InForm : ByItself;
        if (await HeldAsync(call, cancellation) is not { } draft) return await RefuseAsync(call, cancellation);
        if (EntryFields.Find(call.Code.Text(1)) is not { } field || !EntryFields.Editable(draft).Contains(field))
            return await overview.DrawAsync(call, draft, call.Typed is null ? null : call.Phrases.DoesNotFit, cancellation);
        if (call.Typed is null)
        {
            if (mode == InForm) await drafts.StepAsync(draft.Id, field.Code, cancellation);
            return new Answer(Question(call, draft, field, mode).ToScreen());
        }

        var value = TypedValue.Of(field, call.Typed, draft.Body, _words);
        if (!value.Fits) return new Answer(Question(call, draft, field, mode).ToScreen(Misfit(value, field, call)));
        return await WriteAsync(
            call, draft, field, mode, _ => value.Value?.DeepClone(), stays: field.Input == FieldInput.Evidence, cancellation, await WarnAsync(call, field, value, cancellation));
    }

    // A link that is typed later is as dangerous as one with which the entry began.
    private async Task<string?> WarnAsync(StaffCall call, EntryField field, TypedValue value, CancellationToken cancellation)
    {
        if (field.Input is not (FieldInput.Address or FieldInput.Values or FieldInput.Evidence)) return null;
        var texts = value.Value switch
        {
            JsonArray list => list.Select(each => each is JsonObject source ? source["source"]?.ToString() : each?.ToString()),
            var one => [one?.ToString()],
        };
        var hosts = texts.OfType<string>().Where(text => WebAddress.Read(text) is not null).Select(LinkNeighbours.Site);
        var found = await neighbours.FindImitationsAsync(hosts, cancellation);
        return found.Count == 0 ? null : string.Join('\n', found.Select(pair => StaffWords.LookAlike(pair, call.Phrases)));
    }

    private async Task<Answer> PressAsync(
        StaffCall call, Func<EntryField, DraftBody, string, (bool Fits, JsonNode? Value)> choose, bool stays, CancellationToken cancellation)
    {
        if (await HeldAsync(call, cancellation) is not { } draft) return await RefuseAsync(call, cancellation);
        var mode = call.Code.Text(2) == InForm ? InForm : ByItself;
        if (EntryFields.Find(call.Code.Text(1)) is not { } field || !EntryFields.Editable(draft).Contains(field)
            || !choose(field, draft.Body, call.Code.Text(3)).Fits)
        {
            return await overview.DrawAsync(call, draft, notice: null, cancellation);
        }

        return await WriteAsync(call, draft, field, mode, body => choose(field, body, call.Code.Text(3)).Value, stays, cancellation);
    }

    private async Task<Answer> WriteAsync(
        StaffCall call, Draft draft, EntryField field, string mode, Func<DraftBody, JsonNode?> change, bool stays, CancellationToken cancellation,
        string? warning = null)
    {
        var next = mode == InForm && !stays ? Next(draft, field) : field;
        var written = await desk.WriteAsync(
            draft.Id, call.Member, field.Path, change, mode == InForm ? (next ?? field).Code : null, cancellation);
        if (written is null) return await RefuseAsync(call, cancellation);
        if (draft.InReview) warning = warning is null ? call.Phrases.ReviewEnded : $"{call.Phrases.ReviewEnded} {warning}";
        if (stays) return new Answer(Question(call, written, field, mode).ToScreen(warning));
        // What was chosen may have changed the steps that follow.
        next = mode == InForm ? Next(written, field) : null;
        return mode == ByItself ? DraftView.Fields(call, written, written.Body, field, warning ?? call.Phrases.Saved)
            : next is null ? await overview.DrawAsync(call, written, warning, cancellation)
            : new Answer(Question(call, written, next, InForm).ToScreen(warning));
    }

    private static EntryField? Next(Draft draft, EntryField field)
    {
        var steps = EntryFields.Steps(draft.Body, draft.Language);
        return steps.SkipWhile(step => step != field).Skip(1).FirstOrDefault();
    }

    private async Task<Draft?> HeldAsync(StaffCall call, CancellationToken cancellation) =>
        await drafts.FindAsync(new DraftId(call.Code.Number(0) ?? 0), cancellation) is { } draft && draft.Holder == call.Member.Id ? draft : null;

    private async Task<Answer> RefuseAsync(StaffCall call, CancellationToken cancellation) =>
        await drafts.FindAsync(new DraftId(call.Code.Number(0) ?? 0), cancellation) is { } draft
            ? await overview.DrawAsync(call, draft, HeldBy(call, draft), cancellation)
            : new Answer(Notice: call.Phrases.DraftGone);

    // What she typed is written nowhere: somebody else goes on with this draft.
    private static string? HeldBy(StaffCall call, Draft draft) =>
        draft.Holder == call.Member.Id ? null : Phrase.Fill(call.Phrases.HeldBy, ("alias", Direction.Isolate(draft.HolderAlias)));

    private static string Misfit(TypedValue value, EntryField field, StaffCall call)
    {
        var (phrases, language) = (call.Phrases, call.Visit.Reader.Language);
        if (value.TooLong is { } letters)
            return Phrase.Fill(phrases.TooLong, ("count", Digits.Show(letters, language)), ("most", Digits.Show(field.MaxLength, language)));
        if (value.Misfit is not { } part) return phrases.DoesNotFit;
        return field.Input == FieldInput.Age ? phrases.AgesDoNotFit : Phrase.Fill(phrases.PartDoesNotFit, ("part", Direction.Isolate(part)));
    }

    private static StaffPage Question(StaffCall call, Draft draft, EntryField field, string mode)
    {
        var page = call.Page(mode == InForm ? FormAction : OneAction, draft.Id.Value, field.Code);
        var phrases = page.Staff;
        var steps = EntryFields.Steps(draft.Body, draft.Language);
        var place = EntryFields.PlaceOf(steps, field);
        if (mode == InForm && place >= 0)
        {
            page.Line(Markup.Italic(Phrase.Fill(
                phrases.StepOf,
                ("step", Digits.Show(place + 1, page.Reader.Language)), ("steps", Digits.Show(steps.Count, page.Reader.Language)))));
        }

        page.Heading(StaffWords.Field(field, page, phrases));
        if (draft.InReview) page.Text("⏳ " + phrases.EndsReview);
        var hint = phrases.Hints[field.Hint];
        page.Say(field.Input == FieldInput.Many ? Phrase.Fill(hint, ("done", phrases.Done)) : hint);
        page.Gap();
        page.Text(Phrase.Fill(phrases.Now, ("value", FieldText.Show(draft.Body, field, page))));
        AnswerRows(page, draft, field, mode);
        if (mode == InForm) WayRows(page, draft, steps, place, phrases);
        else page.StaffRow(page.To("", DraftPages.FieldsAction, draft.Id.Value, DraftView.PageOf(draft, field)));
        return page;
    }

    private static void WayRows(StaffPage page, Draft draft, IReadOnlyList<EntryField> steps, int place, StaffPhrases phrases)
    {
        var row = new List<Button>();
        if (place > 0) row.Add(page.To("‹ " + phrases.StepBack, FormAction, draft.Id.Value, steps[place - 1].Code));
        row.Add(place + 1 < steps.Count
            ? page.To(phrases.Skip + " ›", FormAction, draft.Id.Value, steps[place + 1].Code)
            : page.To(phrases.Skip + " ›", DraftPages.DraftAction, draft.Id.Value));
        row.Add(page.To(phrases.Cancel, DraftPages.KeepAction, draft.Id.Value));
        page.Row(row);
        page.StaffRow(page.To("", DraftPages.DraftAction, draft.Id.Value));
    }

    private static void AnswerRows(StaffPage page, Draft draft, EntryField field, string mode)
    {
        var phrases = page.Staff;
        CodeButton Press(string label, string action, string value) => page.To(label, action, draft.Id.Value, field.Code, mode, value);
        switch (field.Input)
        {
            case FieldInput.Choice:
                foreach (var code in field.Codes!) page.Row(Press(FieldText.Option(field, code, page), SetAction, code));
                break;
            case FieldInput.Known:
                page.Row([.. ((string[])["yes", "no", "unknown"]).Select(code => Press(FieldText.Option(field, code, page), SetAction, code))]);
                break;
            case FieldInput.Many:
                var chosen = draft.Body.GetTexts(field.Path);
                foreach (var pair in field.Codes!.Chunk(2))
                    page.Row([.. pair.Select(code => Press(
                        (chosen.Contains(code) ? "● " : "") + FieldText.Option(field, code, page), ToggleAction, code))]);
                page.Row(mode == InForm && Next(draft, field) is { } next
                    ? page.To(phrases.Done + " ›", FormAction, draft.Id.Value, next.Code)
                    : page.To(phrases.Done, DraftPages.FieldsAction, draft.Id.Value, DraftView.PageOf(draft, field)));
                break;
            case FieldInput.Occasion:
                page.Row(Press(page.Phrases.DeadlineRolling, SetAction, "rolling"), Press(phrases.Unknown, SetAction, "unknown"));
                break;
            case FieldInput.Evidence:
                if (draft.Body.Get(field.Path) is JsonArray { Count: > 0 })
                {
                    page.Row(Press(phrases.RemoveLast, PopAction, ""));
                    page.Row(page.To(phrases.Done, DraftPages.DraftAction, draft.Id.Value));
                }

                break;
            default:
                if ((field.Optional || field.TextLanguage is not null) && !IsEmpty(draft.Body.Get(field.Path))) page.Row(Press(phrases.Clear, ClearAction, ""));
                break;
        }
    }

    private static bool IsEmpty(JsonNode? value) => value is null or JsonArray { Count: 0 };

    private static (bool Fits, JsonNode? Value) Chosen(EntryField field, DraftBody body, string code) => field.Input switch
    {
        FieldInput.Choice => (field.Codes!.Contains(code), code),
        FieldInput.Known => (code is "yes" or "no" or "unknown", code),
        FieldInput.Occasion => (code is "rolling" or "unknown", EntryJson.Write(code == "rolling" ? Occasion.Rolling : Occasion.Unknown)),
        _ => (false, null),
    };

    private static (bool Fits, JsonNode? Value) Toggled(EntryField field, DraftBody body, string code)
    {
        if (field.Input != FieldInput.Many || !field.Codes!.Contains(code)) return (false, null);
        var chosen = body.GetTexts(field.Path);
        return (true, EntryJson.Texts(chosen.Contains(code) ? chosen.Where(other => other != code) : chosen.Append(code)));
    }

    private static (bool Fits, JsonNode? Value) Shortened(EntryField field, DraftBody body, string code)
    {
        if (field.Input != FieldInput.Evidence || body.Get(field.Path)?.DeepClone() is not JsonArray { Count: > 0 } sources) return (false, null);
        sources.RemoveAt(sources.Count - 1);
        return (true, sources);
    }

    private static (bool Fits, JsonNode? Value) Cleared(EntryField field, DraftBody body, string code) => field.Input switch
    {
        FieldInput.Values or FieldInput.Countries => (true, new JsonArray()),
        FieldInput.Text or FieldInput.Address or FieldInput.Age => (field.Optional || field.TextLanguage is not null, null),
        _ => (false, null),
    };
}

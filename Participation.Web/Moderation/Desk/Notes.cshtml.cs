using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain.Moderation;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Desk;

/// <summary>Notes on a case, on a page of their own: where the form beside the case sends, and stays when something is wrong with it.</summary>
[Authorize(Policy = Policies.Moderation), EnableRateLimiting(Limits.Write)]
public sealed class NotesModel(NoteQueries queries, WriteNote write, DeleteNote delete, Matters matters, CityClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "fall")]
    public CaseRef At { get; set; }

    [BindProperty]
    public NoteInput Input { get; set; } = new();

    public Matter Home { get; private set; } = null!;

    public IReadOnlyList<NoteRow> Notes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Input = new NoteInput { SubmissionKey = SubmissionKey.New(clock.Now) };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        ModelState.Clear();
        ModelState.Require("Input.Text", DeskTexts.Note, Input.Text, CaseNote.TextMaxLength);
        if (Input.SubmissionKey is not { Length: > 0 and <= Domain.Ideas.Idea.SubmissionKeyMaxLength }) Input = Input with { SubmissionKey = SubmissionKey.New(clock.Now) };
        if (!ModelState.IsValid) return this.InvalidPage();
        var written = await write.ExecuteAsync(At, Input.Text, Input.SubmissionKey, User.Actor(), cancel);
        return written.Done ? Back(written.Value == 0 ? DeskTexts.NoteDone : Counted.Of(written.Value, DeskTexts.NoteToldOne, DeskTexts.NoteToldMany)) : this.RefusedPage(written.Refusal);
    }

    public async Task<IActionResult> OnPostDeleteAsync([FromForm(Name = "notiz")] Guid note, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return await delete.ExecuteAsync(CaseNoteId.From(note), User.Actor(), cancel) is { } refusal ? this.RefusedPage(refusal) : Back(DeskTexts.NoteDeleted);
    }

    private LocalRedirectResult Back(string notice) => this.RedirectWithNotice(Links.Case(At), notice);

    private async Task LoadAsync(CancellationToken cancel)
    {
        Home = await matters.FindAsync(At, cancel);
        Notes = await queries.OfAsync(Home.Subject, User.Actor().Person, cancel);
    }
}

/// <summary>The form.</summary>
public sealed record NoteInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Text { get; init; } = "";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string SubmissionKey { get; init; } = "";
}

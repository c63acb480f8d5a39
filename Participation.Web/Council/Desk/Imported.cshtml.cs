using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Domain.Council;
using Participation.Domain.Editing;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Council.Desk;

/// <summary>Takes something that comes from another council system out of view, or back into it.</summary>
[Authorize(Policy = Policies.Moderation), IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class ImportedModel(ParticipationDbContext db, ShowImported show, LastChange last, CityClock clock) : PageModel
{
    [BindProperty]
    public ImportedInput Input { get; set; } = new();

    public ImportedRecord Found { get; private set; } = null!;

    public DeskArea Area { get; private set; }

    public EditConflict? Conflict { get; private set; }

    public async Task OnGetAsync(string area, int number, CancellationToken cancel)
    {
        await LoadAsync(area, number, cancel);
        Input = new ImportedInput { Publish = PublishInput.Of(Found.Shown.Publication, clock) };
    }

    public async Task<IActionResult> OnPostAsync(string area, int number, [FromServices] FormGuard guard, CancellationToken cancel)
    {
        await LoadAsync(area, number, cancel);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        Input.Publish.Check(ModelState, clock);
        if (!ModelState.IsValid) return this.InvalidPage();
        var saved = await show.ExecuteAsync(Area, number, Input.Publish.ToChange(clock), Input.Publish.Seen ?? PublicationState.Draft, User.Actor(), cancel);
        if (saved.Done) return this.RedirectWithNotice(Links.ManageCouncilOf(Area), CouncilDeskTexts.SavedBody);
        if (saved.Refusal is not ChangedMeanwhile) return this.RefusedPage(saved.Refusal, field: PublishInput.FieldOf(saved.Refusal));
        await LoadAsync(area, number, cancel);
        var (by, at) = await last.OfAsync(Found.Subject, cancel);
        Conflict = EditConflict.Of(by, at, [Input.Publish.Renew(Found.Shown.Publication, clock), new(EditingTexts.WithdrawReason, Found.Shown.Publication.Reason, Input.Publish.Reason)]);
        return this.ConflictPage("Input.Publish.Seen");
    }

    private async Task LoadAsync(string area, int number, CancellationToken cancel)
    {
        var kinds = Enum.GetValues<DeskArea>().Where(kind => Links.EditCouncil(kind, number) == FormattableString.Invariant($"{Links.Manage}/{area}/{number}")).ToList();
        Found = kinds is [var one] && await show.FindAsync(Area = one, number, cancel) is { } found ? found : throw new NotFoundException();
        // What is shown is not what is changed: that is read anew, once nobody else can change it.
        db.ChangeTracker.Clear();
    }
}

/// <summary>Where the forms of the council's side lead when something comes from another council system.</summary>
internal static class ElsewherePages
{
    /// <summary>To the page for what can be said of it here; null for what is written here, or is yet to be.</summary>
    public static RedirectResult? Elsewhere(this CouncilRecord? record, DeskArea area) => record is { IsImported: true } ? new RedirectResult(Links.ShowImported(area, record.Number)) : null;
}

/// <summary>What the form sends.</summary>
public sealed class ImportedInput
{
    public PublishInput Publish { get; set; } = new();
}

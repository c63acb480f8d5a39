using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Editing;

/// <summary>Asks once, then throws a draft away.</summary>
[Authorize(Policy = Policies.Moderation), EnableRateLimiting(Limits.Write)]
public sealed class DiscardModel(ParticipationDbContext db, IEnumerable<DraftKind> kinds) : PageModel
{
    /// <summary>Its title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The version that is shown.</summary>
    public int Version { get; private set; }

    /// <summary>The form that leads here.</summary>
    public string Form { get; private set; } = "";

    public async Task OnGetAsync(string area, string key, CancellationToken cancel)
    {
        if (!await LoadAsync(KindOf(area), key, cancel)) throw new NotFoundException();
    }

    public async Task<IActionResult> OnPostAsync(string area, string key, int version, [FromServices] DiscardDraft discard, CancellationToken cancel)
    {
        var kind = KindOf(area);
        // Thrown away twice is thrown away.
        if (!await LoadAsync(kind, key, cancel)) return this.RedirectWithNotice(kind.List, EditingTexts.Discarded);
        if (await discard.ExecuteAsync(kind, key, version, User.Actor(), cancel) is { } refusal) return this.RefusedPage(refusal);
        return this.RedirectWithNotice(kind.List, EditingTexts.Discarded);
    }

    private DraftKind KindOf(string area) => kinds.FirstOrDefault(kind => kind.List == $"{Links.Manage}/{area}") ?? throw new NotFoundException();

    private async Task<bool> LoadAsync(DraftKind kind, string key, CancellationToken cancel)
    {
        if (await kind.FindAsync(db, key, cancel) is not { } draft) return false;
        (Title, Version, Form) = (draft.Title, draft.Version, kind.Form(key));
        db.ChangeTracker.Clear();
        return true;
    }
}

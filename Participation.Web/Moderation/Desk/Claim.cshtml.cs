using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain.Moderation;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Desk;

/// <summary>Takes a case, gives it back, or asks whether it shall be taken over from somebody else. Looking writes nothing.</summary>
[Authorize(Policy = Policies.Moderation), EnableRateLimiting(Limits.Desk)]
public sealed class ClaimModel(TakeCase take, ReleaseCase release, ClaimQueries claims, Matters matters, CityClock clock) : PageModel
{
    /// <summary>The case.</summary>
    [BindProperty(SupportsGet = true, Name = "fall")]
    public CaseRef At { get; set; }

    /// <summary>Whether one came from the case, and goes back there.</summary>
    [BindProperty(SupportsGet = true, Name = "im-fall")]
    public bool InCase { get; set; }

    public Matter Home { get; private set; } = null!;

    /// <summary>Who has it now; null when it is free.</summary>
    public ClaimRow? Holder { get; private set; }

    public bool IsMine => Holder?.HeldBy == User.Actor().Person;

    public async Task OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "von")] Guid? from, CancellationToken cancel)
    {
        var refusal = await take.ExecuteAsync(At, from is { } taking ? ClaimId.From(taking) : null, User.Actor(), cancel);
        if (refusal is null) return Back(DeskTexts.ClaimDone.With(clock.TimeOfDay(clock.Now + CaseClaim.Lifetime)));
        await LoadAsync(cancel);
        return this.RefusedPage(refusal, refusal is CaseIsTaken && Holder is { } other ? DeskTexts.CaseWith.With(other.Name, clock.TimeOfDay(other.Until)) : null);
    }

    public async Task<IActionResult> OnPostReleaseAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return Back(await release.ExecuteAsync(At, User.Actor(), cancel) ? DeskTexts.ReleaseDone : DeskTexts.ReleaseNotYours);
    }

    /// <summary>Says for the script of an open case that somebody works on it: what one has oneself stays for a quarter of an hour more.</summary>
    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (IsMine) await take.ExecuteAsync(At, null, User.Actor(), cancel);
        return new NoContentResult();
    }

    /// <summary>The script of the queue stays where it is and asks for the queue anew.</summary>
    private IActionResult Back(string notice) => Request.Headers.XRequestedWith == "fetch" ? new NoContentResult() : this.RedirectWithNotice(InCase ? Links.Case(At) : Links.Moderation, notice);

    private async Task LoadAsync(CancellationToken cancel)
    {
        Home = await matters.FindAsync(At, cancel);
        Holder = await claims.OfAsync(At, cancel);
    }
}

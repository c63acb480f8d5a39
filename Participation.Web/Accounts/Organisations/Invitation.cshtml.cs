using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Organisations;

/// <summary>Where the link of an invitation leads. Reading changes nothing, because scanners of mail servers follow links; the button accepts.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.SignIn)]
public sealed class InvitationModel(MemberQueries queries, AcceptInvitation accept) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "zeichen")]
    public string? Token { get; set; }

    /// <summary>The invitation; null when the link opens nothing any more.</summary>
    public InvitationView? Invitation { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (Invitation is null) Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (User.ActorOrNull() is not { } actor) return LocalRedirect(Links.SignInThen(Links.Invitation(Token ?? "")));
        var accepted = await accept.ExecuteAsync(Token ?? "", actor, cancel);
        if (accepted.Done) return this.RedirectWithNotice(Links.MyOrganisations, OrganisationsTexts.Accepted);
        await LoadAsync(cancel);
        return this.RefusedPage(accepted.Refusal);
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        // The address is a key: no cache keeps what it opens.
        Response.Headers.CacheControl = "no-store";
        Invitation = string.IsNullOrEmpty(Token) ? null : await queries.InvitationAsync(Token, User.ActorOrNull(), cancel);
    }
}

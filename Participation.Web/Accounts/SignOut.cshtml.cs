using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participation.Web.Accounts.Authorities;
using Participation.Web.Shared;

namespace Participation.Web.Accounts;

/// <summary>Signs out; a plain link only asks, so that no foreign page can do it.</summary>
[AllowAnonymous]
public sealed class SignOutModel(SignInManager<Account> signIn, LeavingAuthority leaving, ArrivalTickets arrivals) : PageModel
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var isElsewhereToo = await leaving.PrepareAsync(User, Links.Home, cancel);
        await signIn.SignOutAsync();
        await arrivals.ForgetAsync();
        if (isElsewhereToo) return LocalRedirect(Links.LeaveAuthority);
        return this.RedirectWithNotice(Links.Home, AccountsTexts.SignOutDone);
    }
}

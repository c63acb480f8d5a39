using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Authorities;

/// <summary>Signed out here; leads on to the authority by itself, script or not, and by a link.</summary>
[AllowAnonymous]
public sealed class LeaveModel(LeavingAuthority leaving) : PageModel
{
    public Authority? Authority { get; private set; }

    public IActionResult OnGet()
    {
        Authority = leaving.Find();
        if (Authority is null) return LocalRedirect(Links.Home);
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Refresh"] = $"0;url={Links.LeaveAuthorityNow}";
        return Page();
    }
}

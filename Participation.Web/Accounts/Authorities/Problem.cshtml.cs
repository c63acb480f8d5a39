using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participation.Web.Hosting;

namespace Participation.Web.Accounts.Authorities;

/// <summary>Why signing in through an authority came to nothing, and what to do. The address names a reason out of a list, never a text.</summary>
[AllowAnonymous]
public sealed class ProblemModel(AuthorityList authorities) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "grund")]
    public string? Reason { get; set; }

    [BindProperty(SupportsGet = true, Name = "ueber")]
    public string? Over { get; set; }

    [BindProperty(SupportsGet = true, Name = "weiter")]
    public string? Next { get; set; }

    public AuthorityProblem Problem => AuthorityProblems.Parse(Reason);

    public Authority? Authority => authorities.Find(Over);

    public string Destination => LocalAddress.OrHome(Next);

    public void OnGet() { }
}

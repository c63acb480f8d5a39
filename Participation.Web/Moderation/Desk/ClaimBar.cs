using Microsoft.AspNetCore.Mvc;
using Participation.Domain.Moderation;
using Participation.Web.Accounts;

namespace Participation.Web.Moderation.Desk;

/// <summary>Who works on a case, above it, with the buttons to take it and to give it back.</summary>
public sealed class ClaimBar(ClaimQueries claims) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(CaseRef at)
    {
        var holder = await claims.OfAsync(at, HttpContext.RequestAborted);
        return View("/Moderation/Desk/_ClaimBar.cshtml", new ClaimView(at, holder, holder?.HeldBy == UserClaimsPrincipal.Actor().Person));
    }
}

/// <summary>A claim beside its case.</summary>
public sealed record ClaimView(CaseRef At, ClaimRow? Holder, bool IsMine);

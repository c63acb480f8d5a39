using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participation.Domain;
using Participation.Domain.Moderation.Guards;
using Participation.Web.Hosting;

namespace Participation.Web.Shared;

/// <summary>The three ways in which a form's handler ends.</summary>
public static class PageResults
{
    /// <summary>The same page with status 400; the summary and the fields show what is wrong, everything typed is kept.</summary>
    public static PageResult InvalidPage(this PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status400BadRequest;
        return page.Page();
    }

    /// <summary>The same page with a rule's "no" on top, everything typed kept.</summary>
    /// <param name="page">The page.</param>
    /// <param name="refusal">The rule's "no".</param>
    /// <param name="text">What to say instead of the rule's own text, when the page knows more.</param>
    /// <param name="field">Under which field it stands, when one is to blame.</param>
    public static PageResult RefusedPage(this PageModel page, Refusal refusal, string? text = null, string field = "")
    {
        page.ModelState.AddModelError(field, text ?? Refusals.Text(refusal));
        page.Response.StatusCode = Refusals.Status(refusal);
        if (refusal is IMustWait later) Limits.Tell(page.Response, later.Wait);
        return page.Page();
    }

    /// <summary>Redirect after post, with a message on the next page.</summary>
    public static LocalRedirectResult RedirectWithNotice(this PageModel page, string address, string notice)
    {
        FlashMessage.Leave(page.Response, notice);
        return page.LocalRedirect(LocalAddress.OrHome(address));
    }

    /// <summary>Goes on to another page, which says what did not happen.</summary>
    public static LocalRedirectResult RedirectWithWarning(this PageModel page, string address, string warning)
    {
        FlashMessage.Leave(page.Response, warning, isWarning: true);
        return page.LocalRedirect(LocalAddress.OrHome(address));
    }
}

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Participation.Web.Shared;

/// <summary>
/// For forms with long texts: a token that no longer fits (the session ended, another account signed in, the form was forged)
/// writes nothing, but shows the form again with everything typed and a fresh token. Such pages carry
/// <c>[IgnoreAntiforgeryToken]</c> and call this first; an architecture test lists them.
/// </summary>
public sealed class FormGuard(IAntiforgery antiforgery)
{
    /// <summary>Whether the post is genuine; if not, the page gets an error to show and must answer 400 without writing.</summary>
    public async Task<bool> IsGenuineAsync(PageModel page)
    {
        if (await IsValidAsync(page.HttpContext)) return true;
        page.ModelState.AddModelError("", SharedTexts.FormExpired);
        return false;
    }

    private async Task<bool> IsValidAsync(HttpContext http)
    {
        try
        {
            return await antiforgery.IsRequestValidAsync(http);
        }
        catch (Exception unreadable) when (unreadable is AntiforgeryValidationException or InvalidDataException or BadHttpRequestException or IOException)
        {
            return false; // A form that cannot be read is no genuine one.
        }
    }
}

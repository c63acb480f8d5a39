using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Ideas.Assisted;

/// <summary>Takes over an idea that the service desk wrote down, with the number and the code of the receipt.</summary>
[Authorize, EnableRateLimiting(Limits.SignIn)]
public sealed class ClaimModel(ClaimIdea claim) : PageModel
{
    [BindProperty]
    public ClaimInput Input { get; set; } = new();

    public void OnGet()
    {
        // Only the form.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (!int.TryParse(Input.Number?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0) ModelState.Missing("Input.Number", AssistedTexts.FieldNumber);
        if (string.IsNullOrWhiteSpace(Input.Code)) ModelState.Missing("Input.Code", AssistedTexts.FieldCode);
        if (!ModelState.IsValid) return this.InvalidPage();
        if (await claim.ExecuteAsync(number, Input.Code ?? "", User.Actor(), cancel) is { } refusal) return this.RefusedPage(refusal);
        return this.RedirectWithNotice(Links.MyIdeas, AssistedTexts.Claimed);
    }
}

/// <summary>The form.</summary>
public sealed record ClaimInput
{
    public string? Number { get; init; }

    public string? Code { get; init; }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Participation.Domain.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Levels;

/// <summary>Staff confirms the residence of someone who stands at the desk.</summary>
[Authorize(Policy = Policies.Moderation), EnableRateLimiting(Limits.Write)]
public sealed class DeskModel(ConfirmAtDesk confirm, IOptions<CityOptions> city) : PageModel
{
    [BindProperty]
    public DeskInput Input { get; set; } = new();

    public string City => city.Value.Name;

    /// <summary>Whether someone is confirmed under this name and birth date, so that staff may say that it is somebody else.</summary>
    public bool AsksForNamesake { get; private set; }

    /// <summary>How a code looks.</summary>
    public static string Example => "BCD 346";

    public void OnGet()
    {
        // The form is empty.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var code = ReadableCode.Read(Input.Code, DeskCode.Length);
        if (code is null) ModelState.AddModelError("Input.Code", LevelsTexts.CodeUnreadable.With(DeskCode.Length, Example));
        var traits = Input.Read(ModelState);
        if (!Input.Seen) ModelState.AddModelError("Input.Seen", LevelsTexts.DeskSeenMissing);
        if (code is null || traits is null || !Input.Seen) return this.InvalidPage();
        var refusal = await confirm.ExecuteAsync(code, traits, Input.Namesake, User.Actor(), cancel);
        AsksForNamesake = refusal is ConfirmedElsewhere;
        if (refusal is null) return this.RedirectWithNotice(Links.ConfirmAtDesk, LevelsTexts.DeskDone);
        if (refusal is not UnknownDeskCode) return this.RefusedPage(refusal);
        ModelState.AddModelError("Input.Code", Refusals.Text(refusal));
        return this.InvalidPage();
    }
}

/// <summary>The form.</summary>
public sealed record DeskInput : PersonInput
{
    public string? Code { get; init; }

    public bool Seen { get; init; }

    public bool Namesake { get; init; }
}

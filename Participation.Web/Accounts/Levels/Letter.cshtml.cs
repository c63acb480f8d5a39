using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Levels;

/// <summary>Asks for a letter with a code.</summary>
[Authorize, EnableRateLimiting(Limits.Write)]
public sealed class LetterModel(AskForLetter ask, IOptions<LevelsOptions> options, IOptions<CityOptions> city) : PageModel
{
    [BindProperty]
    public LetterInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "weiter")]
    public string? Next { get; set; }

    public LevelsOptions Rules => options.Value;

    public string City => city.Value.Name;

    public void OnGet()
    {
        if (!Rules.SendsLetters) throw new NotFoundException();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Rules.SendsLetters) throw new NotFoundException();
        var traits = Input.Read(ModelState);
        if (!Input.IsAddress(ModelState) || traits is null) return this.InvalidPage();
        var recipient = new Recipient(traits.GivenNames, traits.FamilyName, Input.Extra?.Trim(), Input.Street!.Trim(), Input.PostalCode!.Trim(), City);
        var refusal = await ask.ExecuteAsync(recipient, traits.BirthDate, User.Actor(), cancel);
        if (refusal is null) return this.RedirectWithNotice(Links.ResidenceThen(Next), LevelsTexts.LetterAsked);
        if (refusal is not Domain.Accounts.AddressNotInCity) return this.RefusedPage(refusal);
        ModelState.AddModelError("Input.PostalCode", Refusals.Text(refusal));
        return this.InvalidPage();
    }
}

/// <summary>The form.</summary>
public sealed record LetterInput : PersonInput
{
    public string? Street { get; init; }

    public string? Extra { get; init; }

    public string? PostalCode { get; init; }

    /// <summary>Whether the address can stand in a window.</summary>
    public bool IsAddress(ModelStateDictionary state)
    {
        CheckText(state, "Input.Street", LevelsTexts.Street, Street, Recipient.LineMaxLength, needsLetters: true);
        if (!string.IsNullOrWhiteSpace(Extra)) CheckText(state, "Input.Extra", LevelsTexts.Extra, Extra, Recipient.LineMaxLength);
        CheckText(state, "Input.PostalCode", LevelsTexts.PostalCode, PostalCode, 10);
        return state.IsValid;
    }
}

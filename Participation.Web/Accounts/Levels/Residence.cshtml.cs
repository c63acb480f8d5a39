using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Web.Accounts.Authorities;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Levels;

/// <summary>One's own level: what it allows, and every way to the next one.</summary>
[Authorize, EnableRateLimiting(Limits.Write)]
public sealed class ResidenceModel(ResidenceQueries queries, ResidenceSteps steps, AuthorityList authorities, IOptions<LevelsOptions> options, IOptions<CityOptions> city) : PageModel
{
    [BindProperty]
    public ResidenceInput Input { get; set; } = new();

    /// <summary>Where someone came from and goes back to once the level is reached.</summary>
    [BindProperty(SupportsGet = true, Name = "weiter")]
    public string? Next { get; set; }

    public OwnResidenceView View { get; private set; } = null!;

    /// <summary>Names of the authorities that can say that someone lives here.</summary>
    public IReadOnlyList<string> Authorities =>
        [.. authorities.All.Where(authority => authority.Options.EveryoneResides || authority.Options.ResidenceClaim is { Length: > 0 }).Select(authority => authority.DisplayName)];

    public LevelsOptions Rules => options.Value;

    public string City => city.Value.Name;

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostDeclareAsync(CancellationToken cancel)
    {
        if (Input.Declares) return await DoneAsync(await steps.Declare.ExecuteAsync(User.Actor(), cancel), LevelsTexts.Declared.With(City), cancel, Next);
        ModelState.AddModelError("Input.Declares", LevelsTexts.DeclareMissing);
        await LoadAsync(cancel);
        return this.InvalidPage();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancel)
    {
        await steps.TakeBack.ExecuteAsync(User.Actor(), cancel);
        return this.RedirectWithNotice(Links.ResidenceThen(Next), LevelsTexts.TakenBack);
    }

    public async Task<IActionResult> OnPostCodeAsync(CancellationToken cancel)
    {
        if (ReadableCode.Read(Input.Code, ReadableCode.LetterLength) is not { } code)
        {
            // A code that cannot be one costs no try.
            return await WrongCodeAsync(LevelsTexts.CodeUnreadable.With(ReadableCode.LetterLength, "BCDF 3467"), cancel);
        }

        var refusal = await steps.UseCode.ExecuteAsync(code, User.Actor(), cancel);
        return refusal is WrongLetterCode ? await WrongCodeAsync(Refusals.Text(refusal), cancel) : await DoneAsync(refusal, LevelsTexts.Confirmed, cancel, Next);
    }

    public async Task<IActionResult> OnPostStopLetterAsync(CancellationToken cancel) => await DoneAsync(await steps.StopLetter.ExecuteAsync(User.Actor(), cancel), LevelsTexts.LetterStopped, cancel);

    public async Task<IActionResult> OnPostDeskAsync(CancellationToken cancel)
    {
        if (await steps.Desk.ExecuteAsync(User.Actor(), cancel) is { } refusal) return await DoneAsync(refusal, "", cancel);
        return LocalRedirect(Links.ResidenceThen(Next) + "#buergerbuero");
    }

    private async Task<IActionResult> WrongCodeAsync(string text, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        ModelState.AddModelError("Input.Code", text);
        return this.InvalidPage();
    }

    private async Task<IActionResult> DoneAsync(Refusal? refusal, string notice, CancellationToken cancel, string? to = null)
    {
        if (refusal is null) return this.RedirectWithNotice(to ?? Links.ResidenceThen(Next), notice);
        await LoadAsync(cancel);
        return this.RefusedPage(refusal);
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        ModelState.Remove("Input.Code");
        View = await queries.OwnAsync(User.Actor(), cancel);
    }
}

/// <summary>What people do about their own residence, together.</summary>
public sealed record ResidenceSteps(DeclareResidence Declare, TakeBackResidence TakeBack, UseLetterCode UseCode, StopLetter StopLetter, ShowDeskCode Desk);

/// <summary>The forms of the page.</summary>
public sealed record ResidenceInput
{
    public bool Declares { get; init; }

    public string? Code { get; init; }
}

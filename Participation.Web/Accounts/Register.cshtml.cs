using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Accounts.Authorities;
using Participation.Web.Accounts.Puzzles;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts;

/// <summary>Someone asks for an account.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Register)]
public sealed class RegisterModel(RegisterPerson register, AuthorityList authorities, PuzzleDesk puzzles) : PageModel
{
    [BindProperty]
    public RegisterInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "weiter")]
    public string? Next { get; set; }

    /// <summary>The challenge of the form; null while few register.</summary>
    public string? Puzzle { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (authorities.IsOnlyWay) return this.RefusedPage(new SignInIsElsewhere());
        ModelState.CheckName("Input.Name", Input.Name);
        ModelState.CheckEmail("Input.Email", Input.Email);
        ModelState.CheckPassword("Input.Password", Input.Password, Input.Name.Trim(), Input.Email.Trim());
        if (!Input.Terms) ModelState.AddModelError("Input.Terms", AccountsTexts.TermsMissing);
        await LoadAsync(cancel);
        if (!ModelState.IsValid) return this.InvalidPage();
        if (Puzzle is not null && await puzzles.SpendAsync(Input.Puzzle, Input.Number, cancel) is { } tooFast) return this.RefusedPage(tooFast);

        var wanted = new NewPerson(Input.Name.Trim(), Input.Email.Trim(), Input.Password, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) { IsResident = Input.Resident };
        if (await register.ExecuteAsync(wanted, LocalAddress.OrHome(Next), cancel) is not { } refusal) return LocalRedirect(Links.Registered);
        ModelState.AddModelError("Input.Name", Refusals.Text(refusal));
        return this.InvalidPage();
    }

    /// <summary>Each form that is shown has a challenge of its own; what was sent is answered or not.</summary>
    private async Task LoadAsync(CancellationToken cancel) => Puzzle = await puzzles.IsNeededAsync(cancel) ? puzzles.Issue() : null;
}

/// <summary>The registration form.</summary>
public sealed record RegisterInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Name { get; init; } = "";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Email { get; init; } = "";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Password { get; init; } = "";

    public bool Terms { get; init; }

    public bool Resident { get; init; }

    /// <summary>The challenge, in a burst.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Puzzle { get; init; } = "";

    /// <summary>What was computed for it.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Number { get; init; } = "";
}

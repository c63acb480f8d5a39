using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Authorities;

/// <summary>Someone whom an authority named for the first time chooses a public name and accepts the rules.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Register)]
public sealed class IntroduceModel(ArrivalTickets tickets, AuthorityList authorities, JoinWithAuthority join) : PageModel
{
    [BindProperty]
    public IntroduceInput Input { get; set; } = new();

    public Arrival? Arrival { get; private set; }

    public Authority? Authority { get; private set; }

    /// <summary>Whether the address has an account, which is to be signed in to first.</summary>
    public bool HasAccount { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is { } away) return away;
        Input = new IntroduceInput { Name = SuggestedName.From(Arrival!.Name), Email = Arrival.Email ?? "" };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (await LoadAsync() is { } away) return away;
        ModelState.CheckName("Input.Name", Input.Name);
        ModelState.CheckEmail("Input.Email", Input.Email);
        if (!Input.Terms) ModelState.AddModelError("Input.Terms", AccountsTexts.TermsMissing);
        if (!ModelState.IsValid) return this.InvalidPage();

        var wanted = new NewPerson(Input.Name.Trim(), Input.Email.Trim(), "", CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) { IsResident = Input.Resident };
        var step = await join.ExecuteAsync(Arrival!, wanted, cancel);
        if (step.Done) return await LeaveAsync(step.Value);
        HasAccount = step.Refusal is ConnectInstead;
        if (step.Refusal is not (NameIsTaken or NameLooksOfficial or NameHasAddress)) return this.RefusedPage(step.Refusal);
        ModelState.AddModelError("Input.Name", Refusals.Text(step.Refusal));
        return this.InvalidPage();
    }

    /// <summary>Somebody else may sit at this machine next.</summary>
    public async Task<IActionResult> OnPostCancelAsync()
    {
        await tickets.ForgetAsync();
        return LocalRedirect(Links.Home);
    }

    private async Task<LocalRedirectResult> LeaveAsync(Entered entered)
    {
        var next = LocalAddress.OrHome(Arrival!.Errand.Next);
        if (entered.Step is EnterStep.Unconfirmed or EnterStep.Blocked) await tickets.ForgetAsync();
        return entered.Step switch
        {
            EnterStep.SignedIn => this.RedirectWithNotice(next, ReceiveArrival.Notice(Authority!, Arrival, entered) ?? AuthoritiesTexts.Joined),
            EnterStep.Blocked => LocalRedirect(Links.AuthorityProblem(AuthorityProblems.Word(AuthorityProblem.NotAdmitted), Authority!.Name, next)),
            EnterStep.CodeNeeded => LocalRedirect(Links.SignInCodeThen(next)),
            _ => LocalRedirect(Links.Registered),
        };
    }

    /// <summary>Who arrived; nobody is led away.</summary>
    private async Task<LocalRedirectResult?> LoadAsync()
    {
        Arrival = await tickets.FindAsync();
        Authority = authorities.Find(Arrival?.Authority);
        if (Authority is not null && Arrival is { Errand.Kind: ErrandKind.SignIn }) return null;
        return LocalRedirect(User.ActorOrNull() is null ? Links.AuthorityProblem(AuthorityProblems.Word(AuthorityProblem.Expired), null, null) : Links.Home);
    }
}

/// <summary>The form.</summary>
public sealed record IntroduceInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Name { get; init; } = "";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Email { get; init; } = "";

    public bool Terms { get; init; }

    public bool Resident { get; init; }
}

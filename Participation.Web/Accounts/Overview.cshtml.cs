using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts;

/// <summary>One's own account.</summary>
[Authorize, EnableRateLimiting(Limits.Write)]
public sealed class OverviewModel(AccountQueries accounts, ChooseLanguage choose) : PageModel
{
    [BindProperty]
    public LanguageInput Input { get; set; } = new();

    public AccountOverview? Account { get; private set; }

    public IEnumerable<SelectListItem> Languages { get; } =
        [new SelectListItem(AccountsTexts.LanguageDe, "de"), new SelectListItem(AccountsTexts.LanguageEn, "en")];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Account = await accounts.OwnAsync(User.Actor(), cancel);
        Input = new LanguageInput { Language = Account.Language };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await choose.ExecuteAsync(Input.Language, User.Actor(), cancel);
        return this.RedirectWithNotice(Links.Account, AccountsTexts.MailLanguageDone);
    }
}

/// <summary>The form.</summary>
public sealed record LanguageInput
{
    public string Language { get; init; } = "de";
}

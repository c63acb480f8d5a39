using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Participation.Domain;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.OpenId;

/// <summary>Registers an application, changes it, gives it a secret, removes it. Whoever does has just proved who they are.</summary>
[Authorize(Policy = Policies.Administration), Authorize(Policy = Policies.FreshSignIn), EnableRateLimiting(Limits.Write)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EditModel(ApplicationQueries queries, ApplicationSteps steps, IOptions<SiteOptions> site) : PageModel
{
    private const string NewId = "neu";

    [BindProperty]
    public ApplicationInput Input { get; set; } = new();

    public ApplicationView? Existing { get; private set; }

    public bool IsNew => Existing is null;

    public ApplicationKind Kind => Existing?.Plan.Kind ?? Input.Kind;

    /// <summary>The secret that was made just now.</summary>
    public string? NewSecret { get; private set; }

    /// <summary>What the application has to know of this site.</summary>
    public string Issuer => (site.Value.PublicUrl?.GetLeftPart(UriPartial.Authority) ?? $"{Request.Scheme}://{Request.Host}") + "/";

    public async Task OnGetAsync(string id, CancellationToken cancel)
    {
        await LoadAsync(id, cancel);
        Input = Existing is null ? new ApplicationInput { Stays = true } : ApplicationInput.Of(Existing.Plan);
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancel)
    {
        await LoadAsync(id, cancel);
        ModelState.Clear();
        var plan = Input.ToPlan(Kind);
        if (Existing is null)
        {
            var added = await steps.Add.ExecuteAsync(plan, User.Actor(), cancel);
            return added.Done ? this.RedirectWithNotice(Links.Application(added.Value.Id), plan.Kind is ApplicationKind.Public ? OpenIdTexts.AppCreated : OpenIdTexts.AppCreatedSecret) : Refused(added.Refusal);
        }

        var refusal = await steps.Change.ExecuteAsync(id, plan, User.Actor(), cancel);
        return refusal is null ? this.RedirectWithNotice(Links.Application(id), OpenIdTexts.AppSaved) : Refused(refusal);
    }

    /// <summary>Shown in this answer and nowhere else; sending the form again makes yet another one.</summary>
    public async Task<IActionResult> OnPostSecretAsync(string id, CancellationToken cancel)
    {
        await LoadAsync(id, cancel);
        ModelState.Clear();
        if (Existing is null) throw new NotFoundException();
        Input = ApplicationInput.Of(Existing.Plan);
        var renewed = await steps.Renew.ExecuteAsync(id, User.Actor(), cancel);
        if (!renewed.Done) return this.RefusedPage(renewed.Refusal);
        NewSecret = renewed.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken cancel)
    {
        await steps.Remove.ExecuteAsync(id, User.Actor(), cancel);
        return this.RedirectWithNotice(Links.Applications, OpenIdTexts.AppRemoved);
    }

    private PageResult Refused(Refusal refusal)
    {
        ModelState.AddModelError(ApplicationInput.FieldOf(refusal), Refusals.Text(refusal));
        Response.StatusCode = Refusals.Status(refusal);
        return Page();
    }

    private async Task LoadAsync(string id, CancellationToken cancel)
    {
        if (id != NewId) Existing = await queries.FindAsync(id, cancel) ?? throw new NotFoundException();
    }
}

/// <summary>What the administration does with an application, together.</summary>
public sealed record ApplicationSteps(AddApplication Add, ChangeApplication Change, RenewSecret Renew, RemoveApplication Remove);

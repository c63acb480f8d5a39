using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Proposals;

/// <summary>Freezing, signing, declining, writing again, giving up. For owners of organisations that take part.</summary>
[Authorize, EnableRateLimiting(Limits.Write)]
public sealed class SignModel(ProposalQueries queries, FreezeProposal freeze, SignProposal sign, ReopenProposal reopen, ExtendSigning extend, CityClock clock) : PageModel
{
    private const int UsualDays = 14;

    [BindProperty]
    public SignInput Input { get; set; } = new();

    public ProposalView View { get; private set; } = null!;

    /// <summary>The reader's organisations that have not signed yet.</summary>
    public IReadOnlyList<(string Value, string Text)> ToSign => [.. View.Proposal.Signatories.Where(author => View.Viewer.Owns.Contains(author.OrganisationId) && !View.Proposal.Signatures.Any(signed => signed.OrganisationId == author.OrganisationId))
        .Select(author => (author.OrganisationId.Value.ToString(), View.NameOf(author.OrganisationId)))];

    /// <summary>Whether the last day to sign is over.</summary>
    public bool IsOverdue => View.Proposal.IsOverdue(clock.Today);

    public async Task OnGetAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        Input = new SignInput { Version = View.Proposal.Version, Hash = View.Proposal.ContentHash ?? "", SignBy = clock.Today.AddDays(UsualDays) };
        if (ToSign.Count == 1) Input = Input with { Organisation = ToSign[0].Value };
    }

    public async Task<IActionResult> OnPostFreezeAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        ModelState.Clear();
        if (Input.SignBy is not { } day)
        {
            ModelState.Missing("Input.SignBy", ProposalsTexts.SignByLabel);
            return this.InvalidPage();
        }

        return await EndAsync(number, await freeze.ExecuteAsync(Order(number), day, cancel), ProposalsTexts.FreezeDone, "Input.SignBy", cancel);
    }

    public async Task<IActionResult> OnPostExtendAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        ModelState.Clear();
        if (Input.SignBy is not { } day)
        {
            ModelState.Missing("Input.SignBy", ProposalsTexts.SignByLabel);
            return this.InvalidPage();
        }

        return await EndAsync(number, await extend.ExecuteAsync(Order(number), day, cancel), ProposalsTexts.ExtendDone, "Input.SignBy", cancel);
    }

    public async Task<IActionResult> OnPostSignAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        ModelState.Clear();
        if (Organisation is null) ModelState.Missing("Input.Organisation", ProposalsTexts.SignFor);
        if (!Input.Agrees) ModelState.AddModelError("Input.Agrees", ProposalsTexts.AgreeMissing);
        if (!ModelState.IsValid) return this.InvalidPage();
        return await EndAsync(number, await sign.SignAsync(Order(number), Organisation!.Value, Input.Hash, cancel), ProposalsTexts.SignDone, "", cancel);
    }

    public async Task<IActionResult> OnPostDeclineAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        ModelState.Clear();
        if (Organisation is null) ModelState.Missing("Input.Organisation", ProposalsTexts.SignFor);
        ModelState.Require("Input.Reason", ProposalsTexts.DeclineReason, Input.Reason, SignOff.ReasonMaxLength);
        if (!ModelState.IsValid) return this.InvalidPage();
        return await EndAsync(number, await sign.DeclineAsync(Order(number), Organisation!.Value, Input.Reason, cancel), ProposalsTexts.DeclineDone, "", cancel);
    }

    public async Task<IActionResult> OnPostReopenAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        return await EndAsync(number, await reopen.ReopenAsync(Order(number), cancel), ProposalsTexts.ReopenDone, "", cancel);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        return await EndAsync(number, await reopen.WithdrawAsync(Order(number), cancel), ProposalsTexts.WithdrawDone, "", cancel);
    }

    private OrganisationId? Organisation => Guid.TryParse(Input.Organisation, out var id) && ToSign.Any(own => own.Value == Input.Organisation) ? OrganisationId.From(id) : null;

    private ProposalOrder Order(int number) => new(number, Input.Version, User.Actor());

    private async Task<IActionResult> EndAsync(int number, Refusal? refusal, string notice, string field, CancellationToken cancel)
    {
        if (refusal is NotAllowed) throw new ForbiddenException();
        if (refusal is null) return this.RedirectWithNotice(Links.Proposal(number, View.Proposal.Title), notice);
        await LoadAsync(number, cancel);
        Input = Input with { Version = View.Proposal.Version, Hash = View.Proposal.ContentHash ?? "" };
        return this.RefusedPage(refusal, field: refusal is WrongDayToSign or DayToSignMustBeLater ? field : "");
    }

    private async Task LoadAsync(int number, CancellationToken cancel)
    {
        View = await queries.FindAsync(number, User.Actor(), cancel) ?? throw new NotFoundException();
        if (View.Viewer.Owns.Count == 0) throw new ForbiddenException();
    }
}

/// <summary>The forms.</summary>
public sealed record SignInput
{
    public int Version { get; init; }

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Hash { get; init; } = "";

    public DateOnly? SignBy { get; init; }

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Organisation { get; init; } = "";

    public bool Agrees { get; init; }

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Reason { get; init; } = "";
}

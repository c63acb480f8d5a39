using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Domain.Ideas;
using Participation.Domain.Proposals;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Proposals;

/// <summary>Gives the text to be signed, signs it, declines, or opens it again.</summary>
[Authorize, EnableRateLimiting(Limits.Write)]
public sealed class SigningModel(ProposalViewQuery query, SigningSteps steps, ContentOfProposal contents, CityClock clock) : PageModel
{
    private const int UsualDays = 21;

    [BindProperty]
    public DateOnly? SignBy { get; set; }

    public ProposalRights Rights { get; private set; } = null!;

    /// <summary>What has to be so before it can be signed, and whether it is.</summary>
    public IReadOnlyList<(string Text, bool Done)> Checks { get; private set; } = [];

    /// <summary>Names of those who signed.</summary>
    public IReadOnlyList<string> Signed => [.. Rights.Parties.Where(party => party.SignedAt is not null).Select(party => party.Name)];

    /// <summary>For which organisation signing was declined without a reason.</summary>
    public Guid? Organisation { get; private set; }

    public string? Reason { get; private set; }

    public async Task OnGetAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        SignBy = clock.Today.AddDays(UsualDays);
    }

    public async Task<IActionResult> OnPostFreezeAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (!Rights.Leads) throw new ForbiddenException();
        if (SignBy is not { } last)
        {
            if (ModelState.IsValid) ModelState.Missing(nameof(SignBy), ProposalsTexts.FieldSignBy);
            return this.InvalidPage();
        }

        var refusal = await steps.Freeze.ExecuteAsync(number, last, User.Actor(), cancel);
        return End(number, refusal, ProposalsTexts.FreezeDone, refusal is SigningDayOutOfRange ? nameof(SignBy) : "");
    }

    public async Task<IActionResult> OnPostSignAsync(int number, Guid organisation, string? hash, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        ModelState.Clear();
        return End(number, await steps.Sign.ExecuteAsync(number, organisation, hash ?? "", User.Actor(), cancel), ProposalsTexts.SignDone);
    }

    public async Task<IActionResult> OnPostObjectAsync(int number, Guid organisation, string? hash, string? reason, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        ModelState.Clear();
        (Organisation, Reason) = (organisation, reason);
        var field = "Reason-" + Rights.SignsFor.Where(party => party.Id.Value == organisation).Select(party => party.Slug).FirstOrDefault();
        ModelState.Require(field, ProposalsTexts.FieldReason, reason, Proposal.ReasonMaxLength);
        if (!ModelState.IsValid) return this.InvalidPage();
        var refusal = await steps.Object.ExecuteAsync(number, organisation, hash ?? "", reason!.Trim(), User.Actor(), cancel);
        return End(number, refusal, ProposalsTexts.ObjectDone, refusal is ReasonIsMissing ? field : "");
    }

    public async Task<IActionResult> OnPostReopenAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        ModelState.Clear();
        return End(number, await steps.Reopen.ExecuteAsync(number, User.Actor(), cancel), ProposalsTexts.ReopenDone);
    }

    private IActionResult End(int number, Refusal? refusal, string notice, string field = "")
    {
        if (refusal is NotAllowed) throw new ForbiddenException();
        return refusal is null ? this.RedirectWithNotice(Links.Proposal(number), notice) : this.RefusedPage(refusal, field: field);
    }

    private async Task LoadAsync(int number, CancellationToken cancel)
    {
        Rights = await query.ReadableAsync(number, User.Actor(), cancel);
        if (!Rights.Writes && !Rights.SignsFor.Any()) throw new ForbiddenException();
        if (Rights.Proposal.Status is not ProposalStatus.Drafting) return;
        var content = await contents.ReadAsync(Rights.Proposal.Id, cancel);
        var waiting = Rights.Parties.Where(party => party is { JoinedAt: null, Role: AuthorRole.CoAuthor }).Select(party => party.Name).ToList();
        var brackets = content.Sections.Sum(section => OpenPlaces.In(section.Text));
        Checks =
        [
            (content.HasEmptySection ? ProposalsTexts.CheckEmpty : ProposalsTexts.CheckFilled, !content.HasEmptySection),
            (waiting.Count > 0 ? ProposalsTexts.CheckWaiting.With(string.Join(", ", waiting)) : ProposalsTexts.CheckAllJoined, waiting.Count == 0),
            (brackets == 0 ? ProposalsTexts.CheckNoBrackets : Counted.Of(brackets, ProposalsTexts.CheckBracketOne, ProposalsTexts.CheckBracketMany), brackets == 0),
        ];
    }
}

/// <summary>What is done there, together.</summary>
public sealed record SigningSteps(FreezeProposal Freeze, SignProposal Sign, ObjectToProposal Object, ReopenProposal Reopen);

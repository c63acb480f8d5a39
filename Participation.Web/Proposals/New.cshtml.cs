using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain.Proposals;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Proposals;

/// <summary>Begins a proposal. For those who speak for an organisation, and for moderators in the name of any.</summary>
[Authorize, EnableRateLimiting(Limits.Write)]
public sealed class NewModel(ProposalForms forms, StartProposal start, IAuthorizationService authorization, CityClock clock) : PageModel
{
    [BindProperty]
    public NewProposalInput Input { get; set; } = new();

    /// <summary>Organisations that may lead, by slug.</summary>
    public IReadOnlyList<(string Value, string Text)> Organisations { get; private set; } = [];

    /// <summary>The ideas that were named, as far as they are public.</summary>
    public IReadOnlyList<ProposalSource> Sources { get; private set; } = [];

    public async Task OnGetAsync(int? idee, CancellationToken cancel)
    {
        Input = new NewProposalInput { Ideas = idee is { } number ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : "", SubmissionKey = Shared.SubmissionKey.New(clock.Now) };
        await LoadAsync(cancel);
        if (Organisations.Count == 1) Input = Input with { Lead = Organisations[0].Value };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        ModelState.Clear();
        ModelState.Require("Input.Title", ProposalsTexts.TitleLabel, Input.Title, Proposal.TitleMaxLength);
        ModelState.Require("Input.Summary", ProposalsTexts.SummaryLabel, Input.Summary, Proposal.SummaryMaxLength);
        if (!Organisations.Any(organisation => organisation.Value == Input.Lead)) ModelState.Missing("Input.Lead", ProposalsTexts.LeadLabel);
        if (ProposalForms.Numbers(Input.Ideas) is not { } ideas)
        {
            ModelState.AddModelError("Input.Ideas", ProposalsTexts.IdeasWrong);
            ideas = [];
        }

        if (Input.SubmissionKey.Length is 0 or > Domain.Ideas.Idea.SubmissionKeyMaxLength) return BadRequest();
        if (!ModelState.IsValid) return this.InvalidPage();
        var started = await start.ExecuteAsync(new ProposalStart(Input.Title.Trim(), Input.Summary.Trim(), Input.Lead, ideas, Input.ReadAlong, Input.SubmissionKey), User.Actor(), cancel);
        return started.Done ? this.RedirectWithNotice(Links.Proposal(started.Value, Input.Title.Trim()), ProposalsTexts.StartDone) : this.RefusedPage(started.Refusal, field: started.Refusal is IdeaIsNotPublic or TooManyIdeas ? "Input.Ideas" : "");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Organisations = await forms.LeadsAsync(User.Actor(), (await authorization.AuthorizeAsync(User, Policies.Moderation)).Succeeded, cancel);
        if (Organisations.Count == 0) throw new ForbiddenException();
        Sources = await forms.SourcesAsync(ProposalForms.Numbers(Input.Ideas) ?? [], cancel);
    }
}

/// <summary>The form.</summary>
public sealed record NewProposalInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Title { get; init; } = "";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Summary { get; init; } = "";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Lead { get; init; } = "";

    /// <summary>Numbers of ideas, as typed.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Ideas { get; init; } = "";

    public bool ReadAlong { get; init; }

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string SubmissionKey { get; init; } = "";
}

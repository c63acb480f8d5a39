using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Domain.Proposals.Revisions;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Revisions;

/// <summary>Every revision of a proposal, for whoever may read it; whoever writes gives the text as it is now a name.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Write)]
public sealed class IndexModel(ReadProposal read, RevisionQueries queries, NameRevision name) : PageModel
{
    [BindProperty]
    public NameInput Input { get; set; } = new();

    public ReadableProposal Open { get; private set; } = null!;

    public IReadOnlyList<RevisionRow> Rows { get; private set; } = [];

    public int? Next { get; private set; }

    /// <summary>Those that can be compared.</summary>
    public IReadOnlyList<RevisionName> Names { get; private set; } = [];

    public Task OnGetAsync(int number, [FromQuery(Name = "vor")] int? before, CancellationToken cancel) => LoadAsync(number, before, cancel);

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancel)
    {
        if (User.ActorOrNull() is not { } actor) return Challenge();
        await LoadAsync(number, null, cancel);
        if (!Open.Speaks) throw new ForbiddenException();
        ModelState.Clear();
        ModelState.Require("Input.Note", RevisionsTexts.Note, Input.Note, Revision.NoteMaxLength);
        if (!ModelState.IsValid) return this.InvalidPage();
        var named = await name.ExecuteAsync(number, Input.Note, actor, cancel);
        if (named.Done) return this.RedirectWithNotice(Links.ProposalRevisions(number), RevisionsTexts.Named.With(named.Value));
        if (named.Refusal is NotAllowed) throw new ForbiddenException();
        return this.RefusedPage(named.Refusal);
    }

    private async Task LoadAsync(int number, int? before, CancellationToken cancel)
    {
        Open = await read.OpenHistoryAsync(number, User.ActorOrNull(), cancel);
        (Rows, Next) = await queries.ListAsync(Open.Proposal.Id, before, cancel);
        Names = await queries.NamesAsync(Open.Proposal.Id, cancel);
    }
}

/// <summary>The form.</summary>
public sealed record NameInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Note { get; init; } = "";
}

/// <summary>What can be compared, and what is chosen.</summary>
public sealed record RevisionChoice(int Proposal, IReadOnlyList<RevisionName> Names, int From, int To, bool SideBySide)
{
    /// <summary>Both in one text.</summary>
    public const string Inline = "im-text";

    /// <summary>One beside the other.</summary>
    public const string Sides = "nebeneinander";
}

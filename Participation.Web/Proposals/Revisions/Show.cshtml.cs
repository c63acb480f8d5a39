using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Domain.Proposals;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Revisions;

/// <summary>What a revision says, for whoever may read the proposal; whoever writes can make the proposal say so again.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Write)]
public sealed class ShowModel(ReadProposal read, RevisionQueries queries, RestoreRevision restore, MarkdownText markdown) : PageModel
{
    public ReadableProposal Open { get; private set; } = null!;

    public RevisionRow Row { get; private set; } = null!;

    public ProposalContent Kept { get; private set; } = null!;

    /// <summary>A section as it reads; rarely looked at, so rendered when it is, with names as words.</summary>
    public string Html(SectionKind section) => markdown.Format(Kept.Sections.GetValueOrDefault(section), $"s{(int)section}").Html;

    public Task OnGetAsync(int number, int revision, CancellationToken cancel) => LoadAsync(number, revision, cancel);

    public async Task<IActionResult> OnPostAsync(int number, int revision, CancellationToken cancel)
    {
        if (User.ActorOrNull() is not { } actor) return Challenge();
        await LoadAsync(number, revision, cancel);
        if (!Open.Speaks) throw new ForbiddenException();
        var restored = await restore.ExecuteAsync(number, revision, actor, cancel);
        if (restored.Done) return this.RedirectWithNotice(Links.ProposalRevisions(number), RevisionsTexts.Restored.With(restored.Value, revision));
        if (restored.Refusal is NotAllowed) throw new ForbiddenException();
        return this.RefusedPage(restored.Refusal);
    }

    private async Task LoadAsync(int number, int revision, CancellationToken cancel)
    {
        Open = await read.OpenHistoryAsync(number, User.ActorOrNull(), cancel);
        Row = await queries.FindAsync(Open.Proposal.Id, revision, cancel) ?? throw new NotFoundException();
        Kept = await queries.ContentAsync(Open.Proposal, revision, cancel) ?? throw new NotFoundException();
    }
}

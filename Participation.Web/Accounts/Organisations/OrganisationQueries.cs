using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Proposals;
using Participation.Web.Data;
using Participation.Web.Ideas;
using Participation.Web.Markdown;

namespace Participation.Web.Accounts.Organisations;

/// <summary>Reads organisations as everyone may see them; members are not part of it.</summary>
public sealed class OrganisationQueries(ParticipationDbContext db, IdeaQueries ideas)
{
    /// <summary>Ideas of each kind on an organisation's page.</summary>
    public const int IdeasShown = 10;

    private const int CommentsShown = 5;
    private const int Most = 300;
    private const int QuoteLength = 220;

    /// <summary>All organisations by name.</summary>
    public async Task<IReadOnlyList<OrganisationRow>> ListAsync(CancellationToken cancel)
    {
        var rows = await db.Organisations.AsNoTracking().OrderBy(organisation => organisation.Name).Take(Most)
            .Select(organisation => new { organisation.Slug, organisation.Name, organisation.Kind, organisation.About.Html }).ToListAsync(cancel);
        return [.. rows.Select(row => new OrganisationRow(row.Slug, row.Name, row.Kind, PlainText.Teaser(row.Html, QuoteLength)))];
    }

    /// <summary>One organisation with what it wrote and what it takes care of, or null.</summary>
    public async Task<OrganisationView?> PageAsync(string slug, CancellationToken cancel)
    {
        var organisation = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Slug == slug, cancel);
        if (organisation is null) return null;
        var written = await ideas.ListAsync(new IdeaFilter { Organisation = organisation.Id }, IdeaSort.Newest, null, IdeasShown, cancel);
        var count = await ideas.CountAsync(new IdeaFilter { Organisation = organisation.Id }, cancel);
        return new OrganisationView(organisation, written, count, await CareAsync(organisation.Id, cancel), await CommentsAsync(organisation.Id, cancel), await ProposalsAsync(organisation.Id, cancel));
    }

    /// <summary>What it is responsible for: the next date first, then what has none.</summary>
    private Task<List<CareRow>> CareAsync(OrganisationId organisation, CancellationToken cancel) => db.Ideas.ThatArePublic()
        .Where(idea => idea.ResponsibleOrganisationId == organisation)
        .OrderBy(idea => idea.NextDate == null).ThenBy(idea => idea.NextDate).ThenByDescending(idea => idea.ActiveAt).ThenByDescending(idea => idea.Number).Take(IdeasShown)
        .Select(idea => new CareRow(idea.Number ?? 0, idea.Title, idea.Status, idea.ResponsibleUnit, idea.NextDate)).ToListAsync(cancel);

    /// <summary>Public proposals in which it takes part, the newest first.</summary>
    private Task<List<ProposalShare>> ProposalsAsync(OrganisationId organisation, CancellationToken cancel) => db.Proposals.ThatArePublic()
        .Where(proposal => proposal.Authors.Any(author => author.OrganisationId == organisation && author.JoinedAt != null))
        .OrderByDescending(proposal => proposal.Number).Take(IdeasShown)
        .Select(proposal => new ProposalShare(proposal.Number, proposal.Title, proposal.Summary, proposal.Authors.Any(author => author.OrganisationId == organisation && author.Role == AuthorRole.Lead))).ToListAsync(cancel);

    private async Task<IReadOnlyList<CommentRow>> CommentsAsync(OrganisationId organisation, CancellationToken cancel)
    {
        var rows = await (
            from comment in db.Comments.AsNoTracking()
            where comment.OrganisationId == organisation && comment.Status == CommentStatus.Published && comment.SubjectKind == SubjectKind.Idea
            from idea in db.Ideas.ThatArePublic()
            where (Guid)(object)idea.Id == comment.SubjectId
            orderby comment.PostedAt descending
            select new { idea.Number, idea.Title, Comment = comment.Number, comment.Body.Html, comment.PostedAt }).Take(CommentsShown).ToListAsync(cancel);
        return [.. rows.Select(row => new CommentRow(row.Number ?? 0, row.Title, row.Comment, PlainText.Teaser(row.Html, QuoteLength), row.PostedAt))];
    }
}

/// <summary>An organisation in the list.</summary>
public sealed record OrganisationRow(string Slug, string Name, string Kind, string About);

/// <summary>What an organisation's page shows.</summary>
public sealed record OrganisationView(Organisation Organisation, IReadOnlyList<IdeaRow> Ideas, int IdeaCount, IReadOnlyList<CareRow> Care, IReadOnlyList<CommentRow> Comments, IReadOnlyList<ProposalShare> Proposals);

/// <summary>An idea that the organisation is responsible for.</summary>
public sealed record CareRow(int Number, string Title, IdeaStatus Status, string? Unit, DateOnly? NextDate);

/// <summary>A proposal in which the organisation takes part.</summary>
public sealed record ProposalShare(int Number, string Title, string Summary, bool Leads);

/// <summary>A comment in the organisation's name, in brief.</summary>
public sealed record CommentRow(int Idea, string IdeaTitle, int Comment, string Quote, DateTimeOffset At);

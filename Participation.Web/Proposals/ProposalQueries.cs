using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Proposals.Writing;

namespace Participation.Web.Proposals;

/// <summary>Reads proposals: what is public, and to their organisations and the moderation what is not yet.</summary>
public sealed class ProposalQueries(ParticipationDbContext db, ProposalRights rights, ReadTexts texts, SectionHtml html, TimeProvider clock)
{
    /// <summary>Proposals on a page of the list.</summary>
    public const int PageSize = 20;

    /// <summary>Most own drafts that the list shows above.</summary>
    private const int MostDrafts = 20;

    /// <summary>Public proposals by number.</summary>
    public async Task<IReadOnlyList<ProposalRow>> ByNumberAsync(IReadOnlyCollection<int> numbers, CancellationToken cancel) =>
        await RowsAsync(db.Proposals.ThatArePublic().Where(proposal => numbers.Contains(proposal.Number)), Markdown.LiveTexts.Most, cancel);

    /// <summary>Most measures that the page of a proposal names.</summary>
    private const int MostMeasures = 20;

    /// <summary>Public proposals, the newest first.</summary>
    public async Task<(IReadOnlyList<ProposalRow> Rows, int? Next)> ListAsync(ProposalStatus? status, int? before, CancellationToken cancel)
    {
        var rows = await RowsAsync(db.Proposals.ThatArePublic().Where(proposal => (status == null || proposal.Status == status) && (before == null || proposal.Number < before)), PageSize + 1, cancel);
        return rows.Count > PageSize ? (rows.GetRange(0, PageSize), rows[PageSize - 1].Number) : (rows, null);
    }

    /// <summary>The newest public ones.</summary>
    public async Task<IReadOnlyList<ProposalRow>> NewestAsync(int most, CancellationToken cancel) => await RowsAsync(db.Proposals.ThatArePublic(), most, cancel);

    /// <summary>How many are public.</summary>
    public Task<int> CountAsync(ProposalStatus? status, CancellationToken cancel) => db.Proposals.ThatArePublic().CountAsync(proposal => status == null || proposal.Status == status, cancel);

    /// <summary>Proposals of one's own organisations that are not public: drafts, and what a moderator hid.</summary>
    public async Task<IReadOnlyList<ProposalRow>> DraftsAsync(Actor actor, CancellationToken cancel) => await RowsAsync(
        db.Proposals.Where(proposal => (proposal.HiddenAt != null ? proposal.Status != ProposalStatus.Withdrawn : (proposal.Status == ProposalStatus.Drafting || proposal.Status == ProposalStatus.SignOff) && !proposal.ReadAlong)
            && proposal.Authors.Any(author => db.Memberships.Any(membership => membership.PersonId == actor.Person && membership.OrganisationId == author.OrganisationId))), MostDrafts, cancel);

    /// <summary>What somebody is told who may not read a proposal: that it is gone, when everybody could read it once and a moderator hid it.</summary>
    public async Task<Exception> AbsenceAsync(int number, CancellationToken cancel) =>
        await db.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.Number == number, cancel) is { HiddenAt: not null, IsReleased: true } hidden ? new GoneException(hidden.HiddenReason) : new NotFoundException();

    /// <summary>One proposal as somebody may see it; null when there is none for them.</summary>
    public async Task<ProposalView?> FindAsync(int number, Actor? actor, CancellationToken cancel)
    {
        var proposal = await db.Proposals.AsNoTracking().AsSplitQuery().Include(p => p.Authors).Include(p => p.Costs).Include(p => p.SignOffs).Include(p => p.Ideas).SingleOrDefaultAsync(p => p.Number == number, cancel);
        if (proposal is null) return null;
        var viewer = await rights.OfAsync(proposal, actor, cancel);
        if (!viewer.Reads) return null;
        var ids = proposal.Authors.Select(author => author.OrganisationId).Concat(proposal.SignOffs.Select(signed => signed.OrganisationId)).Distinct().ToList();
        var organisations = await db.Organisations.AsNoTracking().Where(organisation => ids.Contains(organisation.Id)).ToDictionaryAsync(organisation => organisation.Id, cancel);
        var ideas = proposal.Ideas.Select(idea => idea.IdeaId).ToList();
        var sources = await (
            from idea in db.Ideas.AsNoTracking()
            join author in db.People on idea.AuthorId equals author.Id
            where ideas.Contains(idea.Id) && idea.HiddenAt == null && idea.PublishedAt != null
            orderby idea.Number
            select new ProposalSource(idea.Number ?? 0, idea.Title, author.DisplayName)).ToListAsync(cancel);
        List<ProposalSection> sections = [];
        foreach (var text in await texts.OfAsync(proposal.Id, cancel)) sections.Add(new ProposalSection(text.Section, text.Version, await html.OfAsync(text, cancel)));
        var now = clock.GetUtcNow();
        var papers = await db.Papers.ThatArePublic(now).Where(paper => paper.DeletedAt == null && paper.Proposals.Any(origin => origin.ProposalId == proposal.Id)).OrderBy(paper => paper.Number).Take(MostMeasures)
            .Select(paper => new ProposalPaper(paper.Number, paper.Name)).ToListAsync(cancel);
        var measures = await db.Measures.ThatArePublic(now).Where(measure => measure.Proposals.Any(link => link.ProposalId == proposal.Id)).OrderBy(measure => measure.Number).Take(MostMeasures)
            .Select(measure => new ProposalMeasure(measure.Number, measure.Title)).ToListAsync(cancel);
        var sequence = await db.Channels.Where(channel => channel.Key == Channel.Proposal(number)).Select(channel => channel.Sequence).SingleOrDefaultAsync(cancel);
        return new ProposalView(proposal, viewer, organisations, sources, sections, sequence) { Measures = measures, Papers = papers };
    }

    private Task<List<ProposalRow>> RowsAsync(IQueryable<Proposal> proposals, int most, CancellationToken cancel) =>
        proposals.OrderByDescending(proposal => proposal.Number).Take(most).Select(proposal => new ProposalRow(
            proposal.Number, proposal.Title, proposal.Summary, proposal.Status, proposal.PublishedAt, proposal.ActiveAt,
            db.Organisations.Where(organisation => proposal.Authors.Any(author => author.OrganisationId == organisation.Id && author.Role == AuthorRole.Lead)).Select(organisation => organisation.Name).First(),
            proposal.Authors.Count(author => author.Role == AuthorRole.CoAuthor && author.JoinedAt != null))).ToListAsync(cancel);
}

/// <summary>A line of the list.</summary>
/// <param name="Number">Public number.</param>
/// <param name="Title">Title.</param>
/// <param name="Summary">Summary.</param>
/// <param name="Status">Status.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="ActiveAt">Last change.</param>
/// <param name="Lead">The organisation that leads.</param>
/// <param name="CoAuthors">How many write with it.</param>
public sealed record ProposalRow(int Number, string Title, string Summary, ProposalStatus Status, DateTimeOffset? PublishedAt, DateTimeOffset ActiveAt, string Lead, int CoAuthors);

/// <summary>An idea that a proposal comes from.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Author">Who had it.</param>
public sealed record ProposalSource(int Number, string Title, string Author);

/// <summary>A measure that carries a proposal out.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
public sealed record ProposalMeasure(int Number, string Title);

/// <summary>A section as it is read.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Version">Version of its text.</param>
/// <param name="Html">Rendered; empty when nothing is written.</param>
public sealed record ProposalSection(SectionKind Kind, int Version, string Html);

/// <summary>All that the page of a proposal shows.</summary>
public sealed record ProposalView(
    Proposal Proposal, ProposalViewer Viewer, IReadOnlyDictionary<OrganisationId, Organisation> Organisations, IReadOnlyList<ProposalSource> Sources, IReadOnlyList<ProposalSection> Sections, long Sequence)
{
    /// <summary>Public measures that carry it out.</summary>
    public IReadOnlyList<ProposalMeasure> Measures { get; init; } = [];

    /// <summary>Public papers of the council that come from it.</summary>
    public IReadOnlyList<ProposalPaper> Papers { get; init; } = [];

    /// <summary>Name of an organisation.</summary>
    public string NameOf(OrganisationId organisation) => Organisations.TryGetValue(organisation, out var found) ? found.Name : "";

    /// <summary>Those who take part, the lead first, then as they were invited.</summary>
    public IEnumerable<ProposalAuthor> Authors => Proposal.Authors.OrderBy(author => author.Role).ThenBy(author => author.InvitedAt).ThenBy(author => NameOf(author.OrganisationId), StringComparer.Ordinal);

    /// <summary>What counts as signed, in the order of those who take part.</summary>
    public IEnumerable<SignOff> SignedBy => Authors.SelectMany(author => Proposal.Signatures.Where(signed => signed.IsSigned && signed.OrganisationId == author.OrganisationId));

    /// <summary>The table of costs in its order.</summary>
    public IEnumerable<CostItem> Costs => Proposal.Costs.OrderBy(cost => cost.Position);

    /// <summary>Signatures of the last frozen text that do not count any more, while it is written again.</summary>
    public IEnumerable<SignOff> Voided => Proposal.Status is ProposalStatus.Drafting ? Authors.SelectMany(author => Proposal.SignOffs.Where(signed => signed.Round == Proposal.Round && signed.IsSigned && signed.VoidedAt is not null && signed.OrganisationId == author.OrganisationId)) : [];

    /// <summary>What the last frozen text was declined with, while it is written again.</summary>
    public SignOff? Declined => Proposal.Status is ProposalStatus.Drafting ? Proposal.SignOffs.Where(signed => signed.Round == Proposal.Round && !signed.IsSigned).OrderByDescending(signed => signed.At).FirstOrDefault() : null;
}

/// <summary>A paper of the council that comes from a proposal.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
public sealed record ProposalPaper(int Number, string Name);

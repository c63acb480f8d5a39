using Microsoft.EntityFrameworkCore;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Strategy.Measures;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.Council;

/// <summary>Reads papers and their ways as everybody sees them; a fixed number of queries each.</summary>
public sealed class PaperQueries(ParticipationDbContext db, Attachments attachments, CityClock clock)
{
    /// <summary>Papers of a page.</summary>
    public const int PageSize = 25;

    /// <summary>Public papers, the newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="page">Page, from 1.</param>
    /// <param name="take">How many.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlyList<PaperRow>> ListAsync(PaperFilter filter, int page, int take, CancellationToken cancel)
    {
        var papers = await (
            from paper in Public(filter).OrderByDescending(paper => paper.Date).ThenByDescending(paper => paper.Number).Skip((page - 1) * take).Take(take)
            join b in db.PublicBodies(clock.Now) on paper.UnderDirectionOfId equals b.Id into bodies
            from body in bodies.DefaultIfEmpty()
            orderby paper.Date descending, paper.Number descending
            select new { paper.Id, paper.Number, paper.Name, paper.Reference, paper.Date, paper.PaperType, Body = body == null ? null : new BodyName(body.Number, body.Name, body.ShortName) })
            .ToListAsync(cancel);
        var ways = await WaysAsync([.. papers.Select(paper => paper.Id)], cancel);
        return [.. papers.Select(paper => new PaperRow(
            paper.Number, paper.Name, paper.Reference, paper.Date, paper.PaperType, paper.Body, PaperStages.Of([.. ways[paper.Id]]), Next(ways[paper.Id])))];
    }

    /// <summary>How many there are.</summary>
    public Task<int> CountAsync(PaperFilter filter, CancellationToken cancel) => Public(filter).CountAsync(cancel);

    /// <summary>One paper, whatever its publication says; null when there is none.</summary>
    public async Task<PaperView?> OneAsync(int number, CancellationToken cancel)
    {
        var paper = await (
            from candidate in db.Papers.AsNoTracking()
            join b in db.PublicBodies(clock.Now) on candidate.UnderDirectionOfId equals b.Id into bodies
            from body in bodies.DefaultIfEmpty()
            where candidate.Number == number && candidate.DeletedAt == null
            select new
            {
                candidate.Id, candidate.Name, candidate.Reference, candidate.Date, candidate.PaperType, candidate.Summary, candidate.Publication, candidate.Origin,
                Body = body == null ? null : new BodyName(body.Number, body.Name, body.ShortName),
            }).SingleOrDefaultAsync(cancel);
        if (paper is null) return null;
        var ideas = await db.Ideas.ThatArePublic().Where(idea => db.Set<PaperIdea>().Any(origin => origin.PaperId == paper.Id && origin.IdeaId == idea.Id)).OrderBy(idea => idea.Number)
            .Select(idea => new OriginRow(idea.Number ?? 0, idea.Title)).ToListAsync(cancel);
        var proposals = await db.Proposals.ThatArePublic().Where(proposal => db.Set<PaperProposal>().Any(origin => origin.PaperId == paper.Id && origin.ProposalId == proposal.Id)).OrderBy(proposal => proposal.Number)
            .Select(proposal => new OriginRow(proposal.Number, proposal.Title)).ToListAsync(cancel);
        return new PaperView(
            paper.Id, number, paper.Name, paper.Reference, paper.Date, paper.PaperType, paper.Body, paper.Summary, paper.Publication, paper.Origin,
            [.. (await WaysAsync([paper.Id], cancel))[paper.Id]], await attachments.OfAsync(Subject.Of(paper.Id), cancel), ideas, proposals);
    }

    /// <summary>The papers that come from an idea.</summary>
    public Task<IReadOnlyList<PaperRow>> FromIdeaAsync(Domain.Ideas.IdeaId idea, CancellationToken cancel) => ListAsync(new PaperFilter { Idea = idea }, 1, 10, cancel);

    /// <summary>The papers that come from a proposal.</summary>
    public Task<IReadOnlyList<PaperRow>> FromProposalAsync(int proposal, CancellationToken cancel) => ListAsync(new PaperFilter { Proposal = proposal }, 1, 10, cancel);

    /// <summary>The public papers on which a measure rests, with what bodies resolved on them; two queries.</summary>
    public async Task<IReadOnlyList<ResolvedPaper>> OfMeasureAsync(int measure, CancellationToken cancel)
    {
        var papers = await Public(new PaperFilter()).Where(paper => db.MeasurePapers.Any(link => link.PaperId == paper.Id && db.Measures.Any(candidate => candidate.Id == link.MeasureId && candidate.Number == measure)))
            .OrderBy(paper => paper.Date).ThenBy(paper => paper.Number).Take(Measure.MaxLinks).Select(paper => new { paper.Id, paper.Number, paper.Name }).ToListAsync(cancel);
        var ways = await WaysAsync([.. papers.Select(paper => paper.Id)], cancel);
        return [.. papers.Select(paper => new ResolvedPaper(paper.Number, paper.Name, PaperStages.Of([.. ways[paper.Id]]), [.. ways[paper.Id].Where(step => step is { Resolution: not null, Meeting: not null })]))];
    }

    /// <summary>The ways of several papers, as far as their bodies are public: one query. Of an item behind closed doors nobody learns which paper it is about.</summary>
    private async Task<ILookup<PaperId, WayStep>> WaysAsync(IReadOnlyList<PaperId> papers, CancellationToken cancel)
    {
        var now = clock.Now;
        var rows = papers.Count == 0 ? [] : await (
            from consultation in db.Consultations.AsNoTracking()
            join body in db.PublicBodies(clock.Now) on consultation.BodyId equals body.Id
            join m in db.Meetings.ThatArePublic(now).Where(m => m.DeletedAt == null) on consultation.MeetingId equals m.Id into meetings
            from meeting in meetings.DefaultIfEmpty()
            join i in db.AgendaItems.Where(i => i.DeletedAt == null) on consultation.AgendaItemId equals i.Id into items
            from item in items.DefaultIfEmpty()
            join r in db.Resolutions.Where(r => r.DeletedAt == null) on consultation.AgendaItemId equals r.AgendaItemId into resolutions
            from resolution in resolutions.DefaultIfEmpty()
            where papers.Contains(consultation.PaperId) && consultation.DeletedAt == null && (item == null || item.IsPublic)
            select new
            {
                consultation.PaperId, consultation.Number, consultation.Role, consultation.Authoritative, Body = new BodyName(body.Number, body.Name, body.ShortName),
                Meeting = meeting == null ? null : new MeetingName(meeting.Number, meeting.Name, meeting.Start, meeting.Cancelled, meeting.State),
                Sign = item == null ? null : item.Sign, Item = item == null ? (int?)null : item.Number, resolution,
            }).ToListAsync(cancel);
        return rows.OrderBy(row => row.Meeting is null).ThenBy(row => row.Meeting?.Start).ThenBy(row => row.Number).ToLookup(row => row.PaperId, row =>
        {
            var resolution = row.Meeting is null ? null : row.resolution;
            return new WayStep(row.Body, row.Meeting, row.Role, row.Authoritative, row.Sign, row.Item, CouncilQueries.Shown(resolution)) { Retracted = RetractedView.Of(resolution) };
        });
    }

    private IQueryable<Paper> Public(PaperFilter filter)
    {
        var papers = (filter.Text is { Length: > 0 } text ? db.SearchPapers(text) : db.Papers).ThatArePublic(clock.Now).Where(paper => paper.DeletedAt == null);
        var bodies = db.PublicBodies(clock.Now);
        if (filter.Body is { } number) papers = papers.Where(paper => bodies.Any(body => body.Number == number && (body.Id == paper.UnderDirectionOfId || db.Consultations.Any(c => c.PaperId == paper.Id && c.BodyId == body.Id && c.DeletedAt == null))));
        if (filter.Numbers is { } numbers) papers = papers.Where(paper => numbers.Contains(paper.Number));
        if (filter.Idea is { } idea) papers = papers.Where(paper => db.Set<PaperIdea>().Any(origin => origin.PaperId == paper.Id && origin.IdeaId == idea));
        if (filter.Proposal is { } proposal) papers = papers.Where(paper => db.Set<PaperProposal>().Any(origin => origin.PaperId == paper.Id && db.Proposals.Any(candidate => candidate.Id == origin.ProposalId && candidate.Number == proposal)));
        return papers;
    }

    private DateOnly? Next(IEnumerable<WayStep> way) => way.Where(step => step is { Resolution: null, Meeting: { Cancelled: false } meeting } && meeting.Start > clock.Now)
        .Select(step => (DateOnly?)DateOnly.FromDateTime(clock.Local(step.Meeting!.Start).DateTime)).FirstOrDefault();
}

/// <summary>Which papers.</summary>
public sealed record PaperFilter
{
    /// <summary>Only these numbers.</summary>
    public IReadOnlyCollection<int>? Numbers { get; init; }

    /// <summary>Words that must occur.</summary>
    public string? Text { get; init; }

    /// <summary>Number of a body that leads or deliberates.</summary>
    public int? Body { get; init; }

    /// <summary>An idea that it comes from.</summary>
    public Domain.Ideas.IdeaId? Idea { get; init; }

    /// <summary>Number of a proposal that it comes from.</summary>
    public int? Proposal { get; init; }
}

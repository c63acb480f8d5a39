using Microsoft.EntityFrameworkCore;
using Participation.Domain.Council;
using Participation.Domain.Ideas;
using Participation.Domain.Proposals;
using Participation.Domain.Strategy;
using Participation.Domain.Strategy.Measures;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Measures;

/// <summary>Finds ideas, proposals and papers by the numbers that people type. What is linked already stays, also when it was hidden since.</summary>
public sealed class MeasureLinksByNumber(ParticipationDbContext db, CityClock clock)
{
    /// <summary>The ideas of these numbers, or the first number that is nobody's.</summary>
    public async Task<Outcome<IReadOnlyDictionary<IdeaId, int>>> IdeasAsync(IReadOnlyCollection<int> numbers, MeasureId? measure, CancellationToken cancel)
    {
        var found = await db.Ideas.ThatAreReadable().Where(idea => numbers.Contains(idea.Number ?? 0)).Select(idea => new { idea.Id, Number = idea.Number ?? 0 }).ToListAsync(cancel);
        if (measure is { } own && found.Count < numbers.Count)
            found = [.. found, .. await db.Ideas.AsNoTracking().Where(idea => numbers.Contains(idea.Number ?? 0) && db.MeasureIdeas.Any(link => link.MeasureId == own && link.IdeaId == idea.Id)).Select(idea => new { idea.Id, Number = idea.Number ?? 0 }).ToListAsync(cancel)];
        var by = found.DistinctBy(idea => idea.Id).ToDictionary(idea => idea.Id, idea => idea.Number);
        return Missing(numbers, by.Values) is { } missing ? new IdeaIsUnknown(missing) : by;
    }

    /// <summary>The proposals of these numbers, or the first number that is nobody's.</summary>
    public async Task<Outcome<IReadOnlyDictionary<ProposalId, int>>> ProposalsAsync(IReadOnlyCollection<int> numbers, MeasureId? measure, CancellationToken cancel)
    {
        var found = await db.Proposals.ThatArePublic().Where(proposal => numbers.Contains(proposal.Number)).Select(proposal => new { proposal.Id, proposal.Number }).ToListAsync(cancel);
        if (measure is { } own && found.Count < numbers.Count)
            found = [.. found, .. await db.Proposals.AsNoTracking().Where(proposal => numbers.Contains(proposal.Number) && db.MeasureProposals.Any(link => link.MeasureId == own && link.ProposalId == proposal.Id)).Select(proposal => new { proposal.Id, proposal.Number }).ToListAsync(cancel)];
        var by = found.DistinctBy(proposal => proposal.Id).ToDictionary(proposal => proposal.Id, proposal => proposal.Number);
        return Missing(numbers, by.Values) is { } missing ? new ProposalIsUnknown(missing) : by;
    }

    /// <summary>The papers of these numbers, or the first number that is nobody's.</summary>
    public async Task<Outcome<IReadOnlyDictionary<PaperId, int>>> PapersAsync(IReadOnlyCollection<int> numbers, MeasureId? measure, CancellationToken cancel)
    {
        var found = await Public(numbers).Select(paper => new { paper.Id, paper.Number }).ToListAsync(cancel);
        if (measure is { } own && found.Count < numbers.Count)
            found = [.. found, .. await db.Papers.AsNoTracking().Where(paper => numbers.Contains(paper.Number) && db.MeasurePapers.Any(link => link.MeasureId == own && link.PaperId == paper.Id)).Select(paper => new { paper.Id, paper.Number }).ToListAsync(cancel)];
        var by = found.DistinctBy(paper => paper.Id).ToDictionary(paper => paper.Id, paper => paper.Number);
        return Missing(numbers, by.Values) is { } missing ? new PaperIsUnknown(missing) : by;
    }

    /// <summary>What numbers of papers stand for, in words.</summary>
    public async Task<IReadOnlyList<(int Number, string Title)>> PaperNamesAsync(IReadOnlyCollection<int> numbers, CancellationToken cancel) =>
        (await Public(numbers).OrderBy(paper => paper.Number).Take(Measure.MaxLinks).Select(paper => new { paper.Number, paper.Name }).ToListAsync(cancel)).ConvertAll(paper => (paper.Number, paper.Name));

    /// <summary>What the numbers stand for, in words, to be looked at before saving.</summary>
    public async Task<(IReadOnlyList<(int Number, string Title)> Ideas, IReadOnlyList<(int Number, string Title)> Proposals)> TitlesAsync(IReadOnlyCollection<int> ideas, IReadOnlyCollection<int> proposals, CancellationToken cancel)
    {
        var first = await db.Ideas.ThatAreReadable().Where(idea => ideas.Contains(idea.Number ?? 0)).OrderBy(idea => idea.Number).Take(Measure.MaxLinks).Select(idea => new { Number = idea.Number ?? 0, idea.Title }).ToListAsync(cancel);
        var second = await db.Proposals.ThatArePublic().Where(proposal => proposals.Contains(proposal.Number)).OrderBy(proposal => proposal.Number).Take(Measure.MaxLinks).Select(proposal => new { proposal.Number, proposal.Title }).ToListAsync(cancel);
        return (first.ConvertAll(idea => (idea.Number, idea.Title)), second.ConvertAll(proposal => (proposal.Number, proposal.Title)));
    }

    private IQueryable<Paper> Public(IReadOnlyCollection<int> numbers) => db.Papers.ThatArePublic(clock.Now).Where(paper => paper.DeletedAt == null && numbers.Contains(paper.Number));

    private static int? Missing(IEnumerable<int> asked, IEnumerable<int> found) => asked.Except(found).Select(number => (int?)number).FirstOrDefault();
}

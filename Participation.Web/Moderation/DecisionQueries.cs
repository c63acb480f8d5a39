using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Data;

namespace Participation.Web.Moderation;

/// <summary>Reads what was decided, newest first.</summary>
public sealed class DecisionQueries(ParticipationDbContext db, Contributions contributions)
{
    /// <summary>Decisions of a page.</summary>
    public const int PageSize = 25;

    private const int MostOfOneCase = 50;

    /// <summary>A page of all decisions before a number: three queries.</summary>
    public async Task<IReadOnlyList<DecisionRow>> ListAsync(int? before, CancellationToken cancel)
    {
        var decisions = await Rows(db.Decisions.Where(decision => before == null || decision.Number < before)).Take(PageSize + 1).ToListAsync(cancel);
        var about = await contributions.FindAsync([.. decisions.Select(decision => new Subject(decision.Kind, decision.SubjectId))], cancel);
        return [.. decisions.Select(decision => about.TryGetValue(decision.SubjectId, out var home) ? decision with { Title = home.Title, Address = home.Case } : decision)];
    }

    /// <summary>All decisions on one case.</summary>
    public async Task<IReadOnlyList<DecisionRow>> OfAsync(Subject subject, CancellationToken cancel) =>
        await Rows(db.Decisions.Where(decision => decision.SubjectKind == subject.Kind && decision.SubjectId == subject.Id)).Take(MostOfOneCase).ToListAsync(cancel);

    private IQueryable<DecisionRow> Rows(IQueryable<Decision> decisions) =>
        from decision in decisions.AsNoTracking()
        join person in db.People on decision.DecidedBy equals (PersonId?)person.Id into people
        from moderator in people.DefaultIfEmpty()
        orderby decision.Number descending
        select new DecisionRow(
            decision.Number, decision.SubjectKind, decision.SubjectId, decision.Measure, decision.Ground, decision.Facts, moderator == null ? null : moderator.DisplayName, decision.DecidedAt, null, null);
}

/// <summary>One decision as moderators read it.</summary>
public sealed record DecisionRow(
    int Number, SubjectKind Kind, Guid SubjectId, Measure Measure, Ground Ground, string Facts, string? DecidedBy, DateTimeOffset At, string? Title, string? Address);

using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Strategy;
using Participation.Domain.Strategy.Measures;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Strategy.Measures;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.Strategy;

/// <summary>Reads the strategy. A city has one; should it write another, the newest one is read.</summary>
public sealed class StrategyQueries(ParticipationDbContext db, MeasureQueries measures, Attachments attachments, CityClock clock)
{
    /// <summary>The strategy with its public measures: four queries. Whoever asks looks at its publication.</summary>
    public async Task<StrategyView?> FindAsync(CancellationToken cancel)
    {
        var paper = await Newest(db.Strategies.AsNoTracking()).Include(candidate => candidate.Fields).AsSplitQuery().FirstOrDefaultAsync(cancel);
        if (paper is null) return null;
        var rows = (await measures.AllAsync(new MeasureFilter(), cancel)).ToLookup(row => row.Field);
        return new StrategyView(paper, [.. paper.Fields.OrderBy(field => field.Order).Select(field => new FieldView(field.Order, field.Title, field.Description, [.. rows[field.Order]]))], await attachments.OfAsync(Subject.Of(paper.Id), cancel));
    }

    /// <summary>The fields of action, to choose from.</summary>
    /// <param name="drafts">Whether those of a strategy count that is not public.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlyList<(FieldOfActionId Id, int Order, string Title)>> FieldsAsync(bool drafts, CancellationToken cancel)
    {
        var newest = Newest(drafts ? db.Strategies : db.Strategies.ThatArePublic(clock.Now)).Select(paper => paper.Id).Take(1);
        return (await db.FieldsOfAction.AsNoTracking().Where(field => newest.Contains(field.StrategyId)).OrderBy(field => field.Order).Take(StrategyPaper.MaxFields)
            .Select(field => new { field.Id, field.Order, field.Title }).ToListAsync(cancel)).ConvertAll(field => (field.Id, field.Order, field.Title));
    }

    internal static IQueryable<StrategyPaper> Newest(IQueryable<StrategyPaper> papers) => papers.OrderByDescending(paper => paper.CreatedAt).ThenByDescending(paper => paper.Id);
}

/// <summary>All that the page of the strategy shows.</summary>
/// <param name="Paper">The strategy.</param>
/// <param name="Fields">Its fields of action with their public measures.</param>
/// <param name="Documents">The paper, where the site has it.</param>
public sealed record StrategyView(StrategyPaper Paper, IReadOnlyList<FieldView> Fields, IReadOnlyList<AttachedDocument> Documents)
{
    /// <summary>Every public measure.</summary>
    public IEnumerable<MeasureRow> Measures => Fields.SelectMany(part => part.Measures);

    /// <summary>The last change of the strategy or of one of its measures.</summary>
    public DateTimeOffset ChangedAt => Measures.Select(measure => measure.ChangedAt).Append(Paper.ChangedAt).Max();

    /// <summary>Whether it is public at an instant.</summary>
    public bool IsPublicAt(DateTimeOffset now) => Paper.Publication.StateAt(now) is PublicationState.Published;
}

/// <summary>A field of action with its measures.</summary>
public sealed record FieldView(int Order, string Title, string Description, IReadOnlyList<MeasureRow> Measures)
{
    /// <summary>How many measures have a status.</summary>
    public int Count(MeasureStatus status) => Measures.Count(measure => measure.Status == status);

    /// <summary>The mean of what is stated; null without measures. Measures that were given up do not count.</summary>
    public int? Progress => Measures.Where(measure => measure.Status is not MeasureStatus.Stopped).Select(measure => (int?)measure.Progress).Average() is { } mean ? (int)Math.Round(mean, MidpointRounding.AwayFromZero) : null;
}

using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Realtime;
using Participation.Domain.Strategy;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Realtime;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.Strategy;

/// <summary>A moderator writes the strategy, changes it, or shows it to everybody. Earlier texts are kept.</summary>
public sealed class SaveStrategy(ParticipationDbContext db, Changes changes, Versions versions, Attachments attachments)
{
    /// <param name="order">Everything about it.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The refusal, or null when it is done.</returns>
    public async Task<Refusal?> ExecuteAsync(StrategyOrder order, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsModerator) return new NotAllowed();
        if (order.Plan.Check() is { } contradiction) return contradiction;
        await using var change = await changes.BeginAsync([Channel.Strategy], cancel);
        var paper = await StrategyQueries.Newest(db.Strategies).Include(candidate => candidate.Fields).FirstOrDefaultAsync(cancel);
        var isNew = paper is null;
        if (paper is null)
        {
            // Somebody who saw a strategy must not write another one beside it.
            if (order.Version is not null) return new ChangedMeanwhile();
            db.Strategies.Add(paper = StrategyPaper.Create(StrategyPaperId.New(change.Now), order.Plan, change.Now));
        }
        else
        {
            var own = paper.Fields.Select(part => part.Id).ToList();
            var inUse = await db.Measures.Where(measure => own.Contains(measure.FieldId)).Select(measure => measure.FieldId).Distinct().ToListAsync(cancel);
            if (order.Version is not { } version) return new ChangedMeanwhile();
            if (paper.Change(order.Plan, version, inUse, change.Now) is { } refusal) return refusal;
        }

        if (paper.Publish(order.Publish, change.Now) is { } unpublished) return unpublished;
        var subject = Subject.Of(paper.Id);
        if (await attachments.SetAsync(subject, order.Documents, cancel) is { } missing) return missing;
        await versions.AddAsync(subject, paper.Title, paper.Summary.Markdown, null, actor.Person, change.Now, cancel);
        change.Audit(isNew ? "strategy.create" : order.Publish.Step is PublicationStep.Withdraw ? "strategy.withdraw" : "strategy.change", subject, actor, paper.Title);
        change.Evict(CacheTags.Strategy);
        await change.CommitAsync(cancel);
        return null;
    }
}

/// <summary>The strategy as its form sends it.</summary>
/// <param name="Plan">Everything about it.</param>
/// <param name="Version">The version that was seen; null when there was none.</param>
/// <param name="Publish">What becomes of its publication.</param>
/// <param name="Documents">Numbers of the documents beside it.</param>
public sealed record StrategyOrder(StrategyPlan Plan, int? Version, PublicationChange Publish, IReadOnlyList<int> Documents);

using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Web.Data;

namespace Participation.Web.Moderation.Desk;

/// <summary>
/// One statement of reasons for a wave of spam: every case is decided by the same use case as alone, in a transaction of its own and in the version that
/// was looked at. Sent again, what is done stays done and is told as decided meanwhile.
/// </summary>
public sealed class DecideBulk(ParticipationDbContext db, BulkQueries queries, CaseSteps steps, TimeProvider clock)
{
    /// <summary>Most cases at once.</summary>
    public const int Most = 50;

    /// <param name="items">The cases in the versions that were looked at.</param>
    /// <param name="ground">The ground of all.</param>
    /// <param name="facts">The facts of all.</param>
    /// <param name="norm">The provision, when the ground is the law.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels; what is done until then is done.</param>
    public async Task<BulkOutcome> ExecuteAsync(IReadOnlyCollection<CaseVersion> items, Ground ground, string facts, string? norm, Actor actor, CancellationToken cancel)
    {
        var batch = Decision.NewBatch(clock.GetUtcNow());
        var found = (await queries.FindAsync([.. items.Select(item => item.At)], cancel)).ToDictionary(row => row.At);
        var refused = new Dictionary<CaseRef, Refusal>();
        foreach (var item in items.DistinctBy(item => item.At).Take(Most))
        {
            if (await DecideAsync(item.At, new CaseOrder(item.At.Number, item.Version, actor) { Norm = norm, Batch = batch }, found.GetValueOrDefault(item.At)?.Step, ground, facts, cancel) is { } refusal) refused.Add(item.At, refusal);
            // Each begins with what the database has, also after one that was refused half-way.
            db.ChangeTracker.Clear();
        }

        return new BulkOutcome(items.DistinctBy(item => item.At).Take(Most).Count() - refused.Count, refused);
    }

    private Task<Refusal?> DecideAsync(CaseRef at, CaseOrder order, CaseStep? step, Ground ground, string facts, CancellationToken cancel) =>
        step is { } known ? steps.TakeAsync(known, at, order, ground, facts, cancel) : Task.FromResult<Refusal?>(new ChangedMeanwhile());
}

/// <summary>What came of it.</summary>
/// <param name="Done">How many are decided.</param>
/// <param name="Refused">Which are not, and why.</param>
public sealed record BulkOutcome(int Done, IReadOnlyDictionary<CaseRef, Refusal> Refused);

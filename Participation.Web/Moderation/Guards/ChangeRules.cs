using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation.Guards;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation.Guards;

/// <summary>An administrator changes the rules: a new version, in force on every node within seconds. The versions before stay readable.</summary>
public sealed class ChangeRules(ParticipationDbContext db, Changes changes, CurrentRules current)
{
    /// <param name="rules">All of them.</param>
    /// <param name="note">Why.</param>
    /// <param name="expectedVersion">The version the administrator saw.</param>
    /// <param name="actor">The administrator.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The refusal, or null when the rules are in force.</returns>
    public async Task<Refusal?> ExecuteAsync(GuardRules rules, string note, int expectedVersion, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsAdministrator) return new NotAllowed();
        if (rules.Check() is { } refusal) return refusal;
        await using var change = await changes.BeginAsync([Channel.GuardRules], cancel);
        var newest = await db.GuardRules.AsNoTracking().OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancel);
        if ((newest?.Number ?? 0) != expectedVersion) return new ChangedMeanwhile();
        if ((newest?.Rules ?? GuardRules.Default).SaysTheSameAs(rules)) return new Domain.Ideas.NothingChanged();
        var next = GuardRulesVersion.Of(expectedVersion + 1, rules, note, actor.Person, change.Now);
        db.GuardRules.Add(next);
        change.Audit("rules.change", Subject.Of(actor.Person), actor, $"{next.Number}: {next.Note}");
        change.Then(current.Forget);
        await change.CommitAsync(cancel);
        return null;
    }
}

using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Notifications;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation.Sanctions;

/// <summary>A moderator warns, silences or suspends whoever wrote a contribution, with a statement of reasons.</summary>
public sealed class SanctionAuthor(ParticipationDbContext db, Changes changes, Matters matters, DecisionBook book, Notifier notifier)
{
    public async Task<Refusal?> ExecuteAsync(SanctionOrder order, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Moderation], cancel);
        var matter = await matters.FindAsync(order.At, cancel);
        var person = await db.People.SingleAsync(candidate => candidate.Id == matter.Author, cancel);
        // Nobody answers alone for what organisations wrote.
        if (order.At.Kind is SubjectKind.Proposal || !order.Actor.IsModerator || person.Id == order.Actor.Person) return new NotAllowed();
        if (person.Version != order.ExpectedVersion) return new ChangedMeanwhile();
        var (refusal, kind, action) = order.Measure switch
        {
            Measure.Warn => (person.Warn(), NotificationKind.PersonWarned, "person.warn"),
            Measure.Silence => (person.Silence(order.Hours ?? 0, change.Now), NotificationKind.PersonSilenced, "person.silence"),
            _ => (person.Suspend(change.Now), NotificationKind.PersonSuspended, "person.suspend"),
        };
        if (refusal is not null) return refusal;
        var statement = new Statement(order.Measure, order.Ground, order.Facts) { Hours = order.Measure is Measure.Silence ? order.Hours : null, Norm = order.Norm };
        var decision = await book.WriteAsync(change, matter, statement, order.Actor, ofComplaint: false, cancel);
        await notifier.TellAsync(person.Id, new Happening(kind, matter.Discussion, matter.Title, $"decision-{decision}", matter.Part, order.Facts, decision), change.Now, cancel);
        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, matter.At.Number);
        change.Audit(action, Subject.Of(person.Id), order.Actor, order.Facts);
        await change.CommitAsync(cancel);
        return null;
    }
}

/// <summary>A measure against an author.</summary>
/// <param name="At">The contribution that is the occasion.</param>
/// <param name="ExpectedVersion">The person's version that was looked at; another one is a conflict.</param>
/// <param name="Measure">Warn, silence or suspend.</param>
/// <param name="Hours">For how long, when silencing.</param>
/// <param name="Ground">On which ground.</param>
/// <param name="Facts">The facts; the author reads them.</param>
/// <param name="Actor">The moderator.</param>
public sealed record SanctionOrder(CaseRef At, int ExpectedVersion, Measure Measure, int? Hours, Ground Ground, string Facts, Actor Actor)
{
    /// <summary>The provision, when the ground is the law.</summary>
    public string? Norm { get; init; }
}

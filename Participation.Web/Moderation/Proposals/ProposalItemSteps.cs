using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals.Suggestions;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Moderation.Complaints;
using Participation.Web.Moderation.Desk;
using Participation.Web.Notifications;
using Participation.Web.Proposals.Writing;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation.Proposals;

/// <summary>
/// From the button of a case's form to what happens: proposals, suggestions and remarks. Every step is locked, checked, decided, written down and told in one transaction.
/// </summary>
public sealed class ProposalItemSteps(ParticipationDbContext db, Changes changes, ProposalItems items, Parties parties, DecisionBook book, SettleComplaint complaints, Notifier notifier, WritingDoor door)
{
    /// <summary>Most people of the organisations of a proposal that are told.</summary>
    private const int MostTold = 200;

    /// <summary>Takes the step.</summary>
    public async Task<Refusal?> TakeAsync(CaseStep step, CaseRef at, CaseOrder order, Ground ground, string facts, CancellationToken cancel)
    {
        // What stands in the form beside a step that gives no reasons is told to nobody.
        if (!CaseInput.NeedsReasons(step) && step is not CaseStep.Keep && order.Complaint is null) facts = "";
        await using (var change = await changes.BeginAsync([.. at.Locks(), Channel.Moderation], cancel))
        {
            var item = await items.FindAsync(at, cancel);
            if (!order.Actor.IsModerator || await parties.IsAsync(item.Matter, order.Actor.Person, cancel)) return new NotAllowed();
            if (item.What.Version != order.ExpectedVersion) return new ChangedMeanwhile();
            if (order.Complaint is { } hand && await complaints.ExecuteAsync(change, item.Matter, hand, order.Actor, cancel) is { } no) return no;
            if (Rule(step, item.What, facts, change.Now) is { } refusal) return refusal;
            if (Measure(step) is { } measure) await WriteAsync(change, item, order, new Statement(measure, CaseInput.NeedsReasons(step) ? ground : Ground.None, facts), cancel);
            change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, at.Number);
            Announce(change, item);
            change.Audit(Action(at.Kind, step), item.Matter.Subject, order.Actor, facts.Length == 0 ? null : facts);
            await change.CommitAsync(cancel);
        }

        if (at.Kind is SubjectKind.Proposal) await door.RecheckAsync(cancel);
        return null;
    }

    private async Task WriteAsync(Change change, ProposalItem item, CaseOrder order, Statement statement, CancellationToken cancel)
    {
        var decision = await book.WriteAsync(change, item.Matter, order.Complete(statement), order.Actor, order.Complaint is not null, cancel);
        if (Told(item.Matter.At.Kind, statement.Measure) is not { } kind) return;
        // What was hidden leads to the reasons, what is shown to where it stands.
        var happening = new Happening(kind, 0, item.Matter.Title, $"decision-{decision}", item.Matter.Part, statement.FactsOrNull, Decision.Restricts(statement.Measure) ? decision : item.Proposal.Number);
        await notifier.TellEachAsync([.. (await ReadersAsync(item, cancel)).Where(person => person != order.Actor.Person).Select(person => (person, happening))], change.Now, cancel);
    }

    /// <summary>Its author; of a proposal the owners of all organisations that wrote it.</summary>
    private async Task<IReadOnlyList<PersonId>> ReadersAsync(ProposalItem item, CancellationToken cancel)
    {
        if (item.Matter.At.Kind is not SubjectKind.Proposal) return [item.Matter.Author];
        var owners = await Parties.Owners(db, item.Proposal.Id).OrderBy(person => person).Take(MostTold).ToListAsync(cancel);
        return [.. owners.Append(item.Matter.Author).Distinct()];
    }

    private static Refusal? Rule(CaseStep step, Moderated what, string facts, DateTimeOffset now)
    {
        switch (step)
        {
            case CaseStep.Publish: return what is Suggestion { IsHeld: true, HiddenAt: null } waiting ? Shown(waiting) : new ChangedMeanwhile();
            case CaseStep.Decline: return what is Suggestion { IsHeld: true, HiddenAt: null } ? what.Hide(facts, now) : new ChangedMeanwhile();
            case CaseStep.Hide: return what.Hide(facts, now);
            case CaseStep.Restore: return what.Restore();
            case CaseStep.Seen: return what is Suggestion seen ? seen.MarkSeen() : new ChangedMeanwhile();
            case CaseStep.Keep:
                what.Keep();
                return null;
            default: return new ChangedMeanwhile();
        }
    }

    /// <summary>A moderator looked at what they let through.</summary>
    private static Refusal? Shown(Suggestion waiting)
    {
        if (waiting.Show() is { } refusal) return refusal;
        waiting.Keep();
        return null;
    }

    private static Measure? Measure(CaseStep step) => step switch
    {
        CaseStep.Publish => Domain.Moderation.Measure.Publish,
        CaseStep.Decline => Domain.Moderation.Measure.Decline,
        CaseStep.Hide => Domain.Moderation.Measure.Hide,
        CaseStep.Restore => Domain.Moderation.Measure.Restore,
        CaseStep.Keep => Domain.Moderation.Measure.Keep,
        _ => null,
    };

    private static NotificationKind? Told(SubjectKind kind, Measure measure) => (kind, measure) switch
    {
        (SubjectKind.Suggestion, Domain.Moderation.Measure.Publish or Domain.Moderation.Measure.Restore) => NotificationKind.SuggestionShown,
        (SubjectKind.Suggestion, Domain.Moderation.Measure.Decline) => NotificationKind.SuggestionRefused,
        (SubjectKind.Suggestion, Domain.Moderation.Measure.Hide) => NotificationKind.SuggestionHidden,
        (SubjectKind.PassageComment, Domain.Moderation.Measure.Restore) => NotificationKind.RemarkShown,
        (SubjectKind.PassageComment, Domain.Moderation.Measure.Hide) => NotificationKind.RemarkHidden,
        (SubjectKind.Proposal, Domain.Moderation.Measure.Restore) => NotificationKind.ProposalShown,
        (SubjectKind.Proposal, Domain.Moderation.Measure.Hide) => NotificationKind.ProposalHidden,
        _ => null,
    };

    /// <summary>Pages that show it are made anew.</summary>
    internal static void Announce(Change change, ProposalItem item)
    {
        change.Evict(CacheTags.Proposals);
        if (item.Matter.At.Kind is not SubjectKind.Proposal) return;
        change.Evict(CacheTags.Organisations);
        change.Evict(CacheTags.Ideas);
    }

    private static string Action(SubjectKind kind, CaseStep step) => (kind, step) switch
    {
        (SubjectKind.Suggestion, CaseStep.Publish) => "suggestion.publish",
        (SubjectKind.Suggestion, CaseStep.Decline) => "suggestion.decline",
        (SubjectKind.Suggestion, CaseStep.Hide) => "suggestion.hide",
        (SubjectKind.Suggestion, CaseStep.Restore) => "suggestion.show",
        (SubjectKind.Suggestion, CaseStep.Seen) => "suggestion.seen",
        (SubjectKind.Suggestion, _) => "suggestion.keep",
        (SubjectKind.PassageComment, CaseStep.Hide) => "remark.hide",
        (SubjectKind.PassageComment, CaseStep.Restore) => "remark.show",
        (SubjectKind.PassageComment, _) => "remark.keep",
        (_, CaseStep.Hide) => "proposal.hide",
        (_, CaseStep.Restore) => "proposal.show",
        _ => "proposal.keep",
    };
}

using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Domain.Processes;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Moderation.Complaints;
using Participation.Web.Notifications;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation;

/// <summary>A rule of the idea that a moderator applies.</summary>
public delegate Refusal? IdeaRule(Idea idea, Process process, DateTimeOffset now);

/// <summary>Which idea, decided on in which version, by whom.</summary>
/// <param name="Number">Public number.</param>
/// <param name="ExpectedVersion">The version that was looked at; another one is a conflict.</param>
/// <param name="Actor">The moderator; never the author.</param>
public sealed record CaseOrder(int Number, int ExpectedVersion, Actor Actor)
{
    /// <summary>The discussion of the comment, when that is not the one of an idea.</summary>
    public DiscussionKey? Under { get; init; }

    /// <summary>The discussion that the idea or the comment belongs to.</summary>
    internal DiscussionKey Discussion => Under ?? Number;

    /// <summary>The complaint that is answered by it, if one is.</summary>
    public ComplaintAtHand? Complaint { get; init; }

    /// <summary>The provision, when the ground is the law.</summary>
    public string? Norm { get; init; }

    /// <summary>What is decided in one go with it.</summary>
    public Guid? Batch { get; init; }

    /// <summary>The statement with what the order adds to it.</summary>
    internal Statement Complete(Statement statement) => statement with { Norm = statement.Ground is Ground.None ? null : Norm, Batch = Batch };
}

/// <summary>
/// The shape that every step of a moderator with an idea has: locked, checked, decided, written down, told, announced, in one
/// transaction. The use cases beside it say which rule, which words and which readers.
/// </summary>
public sealed class IdeaCase(ParticipationDbContext db, Changes changes, DecisionBook book, SettleComplaint complaints, Notifier notifier)
{
    /// <summary>A decision with its statement of reasons; the author is told.</summary>
    /// <param name="order">Which idea.</param>
    /// <param name="action">Name in the audit log.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="statement">Measure, ground and facts.</param>
    /// <param name="told">What the author is told; null for nothing.</param>
    /// <param name="announced">What readers see of it; null when the idea was not public.</param>
    /// <param name="cancel">Cancels.</param>
    /// <param name="follow">What follows from it elsewhere; nothing by default.</param>
    public Task<Refusal?> DecideAsync(
        CaseOrder order, string action, IdeaRule rule, Statement statement, NotificationKind? told, ChannelEventKind? announced, CancellationToken cancel, Func<Idea, Change, Task>? follow = null) =>
        TakeAsync(order, action, rule, statement.FactsOrNull, announced, async (idea, change) =>
        {
            if (follow is not null) await follow(idea, change);
            var decision = await book.WriteAsync(change, Matter.Of(idea), order.Complete(statement), order.Actor, order.Complaint is not null, cancel);
            if (told is { } kind) await notifier.TellAsync(idea.AuthorId, new Happening(kind, order.Number, idea.Title, $"decision-{decision}", Detail: statement.FactsOrNull, CaseNumber: decision), change.Now, cancel);
        }, cancel);

    /// <summary>A step of the administration; everyone involved is told.</summary>
    public Task<Refusal?> AdvanceAsync(CaseOrder order, string action, IdeaRule rule, NotificationKind told, CancellationToken cancel) =>
        TakeAsync(order, action, rule, null, ChannelEventKind.IdeaChanged, (idea, change) => notifier.TellInvolvedAsync(
            idea, new Happening(told, order.Number, idea.Title, $"{action}-{order.Number}-{idea.Version}"), order.Actor.Person, change.Now, cancel), cancel);

    private async Task<Refusal?> TakeAsync(
        CaseOrder order, string action, IdeaRule rule, string? facts, ChannelEventKind? announced, Func<Idea, Change, Task> tell, CancellationToken cancel)
    {
        var (number, version, actor) = order;
        // What became part of another idea is read there, so that its page changes too.
        var home = await db.Ideas.AsNoTracking().Where(candidate => candidate.Number == number).Select(candidate => db.Ideas.Where(other => other.Id == candidate.MergedIntoId).Select(other => other.Number).FirstOrDefault()).SingleOrDefaultAsync(cancel);
        await using var change = await changes.BeginAsync([Channel.Idea(number), .. home is { } other ? [Channel.Idea(other)] : Array.Empty<string>(), Channel.Ideas, Channel.Moderation], cancel);
        var idea = await db.Ideas.Include(candidate => candidate.Versions).SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) ?? throw new NotFoundException();
        if (!actor.IsModerator || idea.AuthorId == actor.Person) return new NotAllowed();
        if (idea.Version != version) return new ChangedMeanwhile();
        var process = await db.Processes.SingleAsync(candidate => candidate.Id == idea.ProcessId, cancel);
        if (order.Complaint is { } hand && await complaints.ExecuteAsync(change, Matter.Of(idea), hand, actor, cancel) is { } no) return no;
        if (rule(idea, process, change.Now) is { } refusal) return refusal;
        await tell(idea, change);
        if (announced is { } kind)
        {
            change.Append(Channel.Idea(number), kind, number);
            change.Append(Channel.Ideas, kind, number);
        }

        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, number);
        change.Audit(action, Subject.Of(idea.Id), actor, facts);
        change.Evict(CacheTags.Ideas);
        change.Evict(CacheTags.Idea(number));
        if (home is { } read)
        {
            change.Append(Channel.Idea(read), ChannelEventKind.IdeaChanged, read);
            change.Evict(CacheTags.Idea(read));
        }

        await change.CommitAsync(cancel);
        return null;
    }
}

using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation;

/// <summary>
/// A moderator makes one idea part of another: stances are united with one per person, comments move with their threads,
/// every old address leads to the new place. Under both ideas' locks, so no stance and no comment can slip in between.
/// </summary>
public sealed class MergeIdeas(ParticipationDbContext db, Changes changes, DecisionBook book, Notifier notifier)
{
    /// <param name="number">The idea that becomes part of another.</param>
    /// <param name="targetNumber">The idea that takes it in.</param>
    /// <param name="reason">Why, for everyone to read.</param>
    /// <param name="expectedVersion">Version of the first idea that the moderator decided on.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The refusal, or null when it is done.</returns>
    public async Task<Refusal?> ExecuteAsync(int number, int targetNumber, string reason, int expectedVersion, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Idea(number), Channel.Idea(targetNumber), Channel.Ideas, Channel.Moderation], cancel);
        var source = await FindAsync(number, cancel) ?? throw new NotFoundException();
        if (await FindAsync(targetNumber, cancel) is not { } target) return new MergeTargetMustBePublic();
        if (!actor.IsModerator || actor.Person == source.AuthorId || actor.Person == target.AuthorId) return new NotAllowed();
        if (source.Version != expectedVersion) return new ChangedMeanwhile();
        if (source.MergeInto(target, reason, actor.Person, change.Now) is { } refusal) return refusal;

        var happening = new Happening(NotificationKind.IdeaMerged, number, source.Title, $"merge-{number}", Detail: target.Title);
        await notifier.TellInvolvedAsync(source, happening, actor.Person, change.Now, cancel);
        await UniteStancesAsync(source, target, cancel);
        await MoveCommentsAsync(source, target, cancel);

        await book.WriteAsync(change, Matter.Of(source), new Statement(Measure.Merge, Ground.Duplicate, reason), actor, ofComplaint: false, cancel);
        change.Append(Channel.Idea(number), ChannelEventKind.IdeaRemoved, number);
        change.Append(Channel.Ideas, ChannelEventKind.IdeaRemoved, number);
        change.Append(Channel.Idea(targetNumber), ChannelEventKind.IdeaChanged, targetNumber);
        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, number);
        change.Counted(targetNumber);
        change.Audit("idea.merge", Subject.Of(source.Id), actor, $"{number} → {targetNumber}: {reason}");
        change.Evict(CacheTags.Ideas);
        change.Evict(CacheTags.Idea(number));
        change.Evict(CacheTags.Idea(targetNumber));
        await change.CommitAsync(cancel);
        return null;
    }

    private Task<Idea?> FindAsync(int number, CancellationToken cancel) => db.Ideas.SingleOrDefaultAsync(idea => idea.Number == number, cancel);

    private async Task UniteStancesAsync(Idea source, Idea target, CancellationToken cancel)
    {
        var theirs = await db.Stances.Where(stance => stance.IdeaId == source.Id).ToListAsync(cancel);
        var here = await db.Stances.Where(stance => stance.IdeaId == target.Id).Select(stance => stance.PersonId).ToListAsync(cancel);
        db.Stances.AddRange(target.Unite(theirs, here.ToHashSet()));
        db.Stances.RemoveRange(theirs);
    }

    /// <summary>Moves all comments. Readers are offered the page anew rather than every comment one by one.</summary>
    private async Task MoveCommentsAsync(Idea source, Idea target, CancellationToken cancel)
    {
        var comments = await db.Comments.Where(comment => comment.SubjectKind == SubjectKind.Idea && comment.SubjectId == source.Id.Value).ToListAsync(cancel);
        db.AddRange(comments.Select(comment => CommentAddress.Of(source.Number ?? 0, comment.Number, comment.Id)));
        target.TakeIn(comments);
    }
}

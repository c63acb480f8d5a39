using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation.Guards;
using Participation.Domain.Processes;
using Participation.Domain.Realtime;
using Participation.Domain.Texts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Ideas;
using Participation.Web.Markdown;
using Participation.Web.Moderation.Guards;
using Participation.Web.Realtime;
using Participation.Web.Shared;
using Participation.Web.Uploads;

namespace Participation.Web.Discussions;

/// <summary>Posts a comment under an idea or a passage. The same form sent twice is one comment.</summary>
public sealed class PostComment(ParticipationDbContext db, Changes changes, TextFormatter texts, CommentVisibility visibility, CommentNews news, WritingGuard guard, UploadUses uploads)
{
    /// <returns>The comment's number and whether it waits for a moderator, or why not.</returns>
    public async Task<Outcome<PostedComment>> ExecuteAsync(CommentInput input, Actor actor, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(input.Body)) return new CommentNeedsText();
        var body = await texts.FormatAsync(input.Body, Comment.BodyMaxLength, cancel);
        if (!body.Done) return body.Refusal;
        await using var change = await changes.BeginAsync([Channel.Drafts(actor.Person), input.Discussion.Channel, Channel.Moderation], cancel);
        var existing = await db.Comments.AsNoTracking().SingleOrDefaultAsync(c => c.AuthorId == actor.Person && c.SubmissionKey == input.SubmissionKey, cancel);
        var home = await db.DiscussedAsync(input.Discussion, cancel);
        var idea = home as Idea;
        if (existing is not null)
            return existing.SubjectId == home?.Subject.Id || existing.SubjectId == idea?.MergedIntoId?.Value ? new PostedComment(existing.Number, existing.Status is CommentStatus.Queued) : new KeyWasUsed();
        if (await db.MovedAsync(idea, cancel) is { } moved) return moved;
        if (home is null || !home.IsPublicAt(change.Now)) throw new NotFoundException();
        var process = await db.Processes.SingleAsync(candidate => candidate.Id == home.ProcessId, cancel);
        var author = await db.People.SingleAsync(person => person.Id == actor.Person, cancel);
        if (!process.IsOpen(ActivityKind.Discuss, change.Now) || home is TextPassage { Stands: false }) return new DiscussionIsClosed();
        if (author.CheckWriting(process.RequiredVerification, change.Now) is { } barred) return barred;
        var organisation = await Speaking.ForAsync(db, actor, input.Organisation, cancel);
        if (organisation.Refusal is { } notAllowed) return notAllowed;
        var parent = await ParentAsync(home.Subject, input.Parent, cancel);
        if (input.Parent is not null && parent is not { IsVisible: true }) return new ParentIsGone();
        if (!actor.IsModerator && (home.LockReason is not null || (parent is not null && await db.Comments.AnyAsync(root => root.Id == parent.RootId && root.LockReason != null, cancel)))) return new ThreadIsLocked();
        if (!input.SharesPersonalData && PersonalData.In(input.Body) is { } found) return new ContainsPersonalData(found);
        var guarded = await guard.CheckAsync(new GuardedText(WritingKind.Comment, body.Value, []), author, organisation.Value, change.Now, cancel);
        if (!guarded.Done) return guarded.Refusal;

        var comment = Comment.Post(CommentId.New(change.Now), home.Subject, home.NextCommentNumber(), parent, actor.Person, organisation.Value,
            input.Label, body.Value, (process.HoldsComments && !actor.IsModerator) || guarded.Value.Holds, input.SubmissionKey, change.Now);
        if (await uploads.SetAsync(Subject.Of(comment.Id), body.Value, actor.Person, isNew: true, change.Now, cancel) is { } notUsable) return notUsable;
        if (actor.IsModerator) comment.MarkSeen(comment.TextVersion);
        db.Comments.Add(comment);
        guard.Note(guarded.Value, Subject.Of(comment.Id), comment.TextVersion);
        if (comment.IsVisible)
        {
            await visibility.AppearAsync(change, home, comment, cancel);
            await news.TellAsync(home, comment, change.Now, cancel);
        }
        else change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, input.Discussion.Number);

        await change.CommitAsync(cancel);
        return new PostedComment(comment.Number, !comment.IsVisible) { HeldFor = guarded.Value.Holds ? guarded.Value.Found : [] };
    }

    private async Task<Comment?> ParentAsync(Subject subject, int? number, CancellationToken cancel) => number is null
        ? null
        : await db.Comments.SingleOrDefaultAsync(c => c.SubjectKind == subject.Kind && c.SubjectId == subject.Id && c.Number == number, cancel);
}

/// <summary>What an author sends.</summary>
/// <param name="Discussion">What it is about.</param>
/// <param name="Parent">Number of the comment replied to.</param>
/// <param name="Label">For, against, question or nothing.</param>
/// <param name="Body">Markdown.</param>
/// <param name="SubmissionKey">The form's own key.</param>
/// <param name="Organisation">In whose name.</param>
/// <param name="SharesPersonalData">Whether its author knows that the text says how somebody is reached, and means it so.</param>
public sealed record CommentInput(DiscussionKey Discussion, int? Parent, CommentLabel Label, string Body, string SubmissionKey, Guid? Organisation = null, bool SharesPersonalData = false);

/// <summary>A comment that was posted.</summary>
public sealed record PostedComment(int Number, bool Held)
{
    /// <summary>Why it waits, if that is not the process's rule.</summary>
    public IReadOnlyList<Found> HeldFor { get; init; } = [];
}

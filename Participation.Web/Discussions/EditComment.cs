using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation.Guards;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Ideas;
using Participation.Web.Markdown;
using Participation.Web.Moderation.Guards;
using Participation.Web.Realtime;
using Participation.Web.Uploads;

namespace Participation.Web.Discussions;

/// <summary>An author changes a comment; what it said before stays public.</summary>
public sealed class EditComment(ParticipationDbContext db, Changes changes, TextFormatter texts, WritingGuard guard, HoldFound hold, UploadUses uploads)
{
    /// <returns>The refusal, or null when it is changed.</returns>
    public async Task<Refusal?> ExecuteAsync(CommentEdit edit, Actor actor, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(edit.Body)) return new CommentNeedsText();
        var text = await texts.FormatAsync(edit.Body, Comment.BodyMaxLength, cancel);
        if (!text.Done) return text.Refusal;
        await using var change = await changes.BeginAsync([Channel.Drafts(actor.Person), edit.Discussion.Channel, Channel.Moderation], cancel);
        var (subject, comment) = await db.CommentAsync(edit.Discussion, edit.Number, cancel);
        if (comment.AuthorId != actor.Person) return new NotAllowed();
        if (await Speaking.StillForAsync(db, actor, comment.OrganisationId, cancel) is { } silenced) return silenced;
        if (!subject.IsPublicAt(change.Now)) throw new GoneException(subject.RemovalReason ?? "");
        var process = await db.Processes.SingleAsync(candidate => candidate.Id == subject.ProcessId, cancel);
        var author = await db.People.SingleAsync(person => person.Id == actor.Person, cancel);
        if (author.CheckWriting(process.RequiredVerification, change.Now) is { } barred) return barred;
        if (comment.TextVersion != edit.ExpectedTextVersion) return new ChangedMeanwhile();
        var before = comment.Body.Markdown;
        if (!edit.SharesPersonalData && PersonalData.In(edit.Body, before) is { } found) return new ContainsPersonalData(found);
        var guarded = await guard.CheckAsync(new GuardedText(WritingKind.Edit, text.Value, []) { Replaces = new ReplacedText(Subject.Of(comment.Id), before) }, author, comment.OrganisationId, change.Now, cancel);
        if (!guarded.Done) return guarded.Refusal;
        if (comment.Edit(text.Value, edit.Label, change.Now) is { } refusal) return refusal;
        if (await uploads.SetAsync(Subject.Of(comment.Id), text.Value, actor.Person, isNew: false, change.Now, cancel) is { } notUsable) return notUsable;
        guard.Note(guarded.Value, Subject.Of(comment.Id), comment.TextVersion);
        await hold.ConsiderAsync(change, subject, comment, guarded.Value, cancel);
        if (comment.IsVisible) CommentVisibility.ChangeText(change, subject, comment);
        await change.CommitAsync(cancel);
        return null;
    }
}

/// <summary>What an author sends.</summary>
/// <param name="Discussion">What it is about.</param>
/// <param name="Number">Number of the comment.</param>
/// <param name="Body">The whole new text.</param>
/// <param name="Label">The new label.</param>
/// <param name="ExpectedTextVersion">The version the author started from.</param>
/// <param name="SharesPersonalData">Whether its author knows that the text says how somebody is reached, and means it so.</param>
public sealed record CommentEdit(DiscussionKey Discussion, int Number, string Body, CommentLabel Label, int ExpectedTextVersion, bool SharesPersonalData = false);

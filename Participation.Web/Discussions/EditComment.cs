using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Ideas;
using Participation.Web.Markdown;
using Participation.Web.Realtime;
using Participation.Web.Uploads;

namespace Participation.Web.Discussions;

/// <summary>An author changes a comment; what it said before stays public.</summary>
public sealed class EditComment(ParticipationDbContext db, Changes changes, TextFormatter texts, UploadUses uploads)
{
    /// <param name="idea">Number of the idea.</param>
    /// <param name="number">Number of the comment.</param>
    /// <param name="body">The whole new text.</param>
    /// <param name="label">The new label.</param>
    /// <param name="expectedTextVersion">The version the author started from.</param>
    /// <param name="actor">The author.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Refusal?> ExecuteAsync(int idea, int number, string body, CommentLabel label, int expectedTextVersion, Actor actor, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(body)) return new CommentNeedsText();
        var text = await texts.FormatAsync(body, Comment.BodyMaxLength, cancel);
        if (!text.Done) return text.Refusal;
        await using var change = await changes.BeginAsync([Channel.Idea(idea), Channel.Moderation], cancel);
        var (subject, comment) = await CommentLookup.FindAsync(db, idea, number, cancel);
        if (comment.AuthorId != actor.Person) return new NotAllowed();
        if (await Speaking.StillForAsync(db, actor, comment.OrganisationId, cancel) is { } silenced) return silenced;
        if (!subject.IsPublic) throw new GoneException(subject.RemovalReason ?? "");
        var process = await db.Processes.SingleAsync(candidate => candidate.Id == subject.ProcessId, cancel);
        var author = await db.People.SingleAsync(person => person.Id == actor.Person, cancel);
        if (author.CheckWriting(process.RequiredVerification, change.Now) is { } barred) return barred;
        if (comment.TextVersion != expectedTextVersion) return new ChangedMeanwhile();
        if (comment.Edit(text.Value, label, change.Now) is { } refusal) return refusal;
        if (await uploads.SetAsync(Subject.Of(comment.Id), text.Value, actor.Person, isNew: false, change.Now, cancel) is { } notUsable) return notUsable;
        if (comment.IsVisible) CommentVisibility.ChangeText(change, subject, comment);
        await change.CommitAsync(cancel);
        return null;
    }
}

/// <summary>Finds a comment with its idea, for changing.</summary>
public static class CommentLookup
{
    /// <summary>The tracked idea and comment; a comment of another idea does not exist here.</summary>
    public static async Task<(Idea Idea, Comment Comment)> FindAsync(ParticipationDbContext db, int idea, int number, CancellationToken cancel)
    {
        var subject = await db.Ideas.SingleOrDefaultAsync(candidate => candidate.Number == idea, cancel) ?? throw new NotFoundException();
        var comment = await db.Comments.Include(c => c.Versions).SingleOrDefaultAsync(
            c => c.SubjectKind == SubjectKind.Idea && c.SubjectId == subject.Id.Value && c.Number == number, cancel) ?? throw new NotFoundException();
        return (subject, comment);
    }
}

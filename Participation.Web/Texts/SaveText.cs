using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;
using Participation.Domain.Texts;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Notifications;
using Participation.Web.Realtime;
using Participation.Web.Shared;

namespace Participation.Web.Texts;

/// <summary>A moderator puts a text up for discussion or changes it. Passages keep their numbers; whoever would strike one that was discussed is asked first, and who wrote about one is told when it reads otherwise. The form sent twice is one text.</summary>
public sealed class SaveText(ParticipationDbContext db, Changes changes, Versions versions, Notifier notifier)
{
    /// <param name="number">The text; null for a new one.</param>
    /// <param name="order">What shall become of it.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Number and state of the text, or why not.</returns>
    public async Task<Outcome<SavedText>> ExecuteAsync(int? number, TextOrder order, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsModerator) return new NotAllowed();
        if (order.Plan.Check() is { } contradiction) return contradiction;
        // Nobody writes under a passage while it goes.
        await using var change = await changes.BeginAsync([Channel.Texts, .. await LeavingAsync(number, order.Plan, cancel)], cancel);
        if (!await db.Processes.AnyAsync(process => process.Id == order.Plan.ProcessId, cancel)) return new TextNeedsProcess();
        if (number is null && await SentBeforeAsync(order.SubmissionKey, cancel) is { } again)
            return again.Is(order.Plan) && again.Publication.IsNewBy(order.Step, change.Now) ? new SavedText(again.Number, again.Publication.StateAt(change.Now)) : new IsThereAlready(again.Title);
        var text = number is null ? null : await db.DiscussedTexts.Include(candidate => candidate.Passages).SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) ?? throw new NotFoundException();
        var isNew = text is null;
        var (before, withdrawnAt) = (text?.Publication.StateAt(change.Now) ?? PublicationState.Draft, text?.Publication.WithdrawnAt);
        if (text is null)
        {
            var drawn = await DrawAsync(order.Plan, cancel);
            db.DiscussedTexts.Add(text = DiscussedText.Create(DiscussedTextId.New(change.Now), await db.NextNumberAsync(Counter.Texts, cancel), order.Plan, drawn.Dequeue, order.SubmissionKey, change.Now));
        }
        else
        {
            if (text.Version != order.ExpectedVersion) return new ChangedMeanwhile();
            var leaving = text.DiscussedWithout(order.Plan);
            if (leaving.Any(passage => !order.StrikesKnowingly.Contains(passage.Number))) return new DiscussedPassagesWouldGo(leaving.Count, leaving.Sum(passage => passage.CommentCount));
            if (text.Change(order.Plan, order.ExpectedVersion, (await DrawAsync(order.Plan, cancel)).Dequeue, change.Now) is { } refusal) return refusal;
        }

        if (text.Publish(order.Step, change.Now) is { } unpublished) return unpublished;
        var after = text.Publication.StateAt(change.Now);
        // Drafts are nobody's business: only what was shown, or is about to be, is kept.
        if (after is PublicationState.Published or PublicationState.Scheduled)
            await versions.AddAsync(Subject.Of(text.Id), text.Title, WholeText.WithLead(text), order.Note, actor.Person, change.Now, cancel);
        if (after is PublicationState.Published) await TellAsync(text, withdrawnAt ?? change.Now, order.Note, actor, change.Now, cancel);
        change.Audit(Action(isNew, before, after), Subject.Of(text.Id), actor, text.Title);
        change.Evict(CacheTags.Texts);
        change.Evict(CacheTags.Text(text.Number));
        await change.CommitAsync(cancel);
        return new SavedText(text.Number, after);
    }

    /// <summary>Channels of the discussions whose passages are not in the plan.</summary>
    private async Task<IReadOnlyList<string>> LeavingAsync(int? number, TextPlan plan, CancellationToken cancel)
    {
        if (number is null) return [];
        var kept = plan.Passages.Select(passage => passage.Number).OfType<int>().ToList();
        var leaving = await db.TextPassages.AsNoTracking().Where(passage => passage.Text.Number == number && passage.StruckAt == null && passage.Level == 0 && !kept.Contains(passage.Number)).Select(passage => passage.Number).ToListAsync(cancel);
        return leaving.ConvertAll(passage => DiscussionKey.OfPassage(passage).Channel);
    }

    /// <summary>Tells everybody who wrote about a passage that changed or was struck, now or while the text was withdrawn, unless they have yet to read that an earlier version is there.</summary>
    private async Task TellAsync(DiscussedText text, DateTimeOffset since, string? note, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var passages = text.Passages.Where(passage => passage.CommentCount > 0 && (passage.ChangedAt >= since || passage.StruckAt >= since)).ToDictionary(passage => passage.Id.Value, passage => passage.Number);
        if (passages.Count == 0) return;
        var wrote = await db.Comments.AsNoTracking().Where(comment => comment.SubjectKind == SubjectKind.TextPassage && passages.Keys.Contains(comment.SubjectId) && comment.Status == CommentStatus.Published && comment.AuthorId != actor.Person)
            .Select(comment => new { comment.AuthorId, comment.SubjectId }).Distinct().ToListAsync(cancel);
        var authors = wrote.Select(one => one.AuthorId).Distinct().ToList();
        var unread = await db.Notifications.Where(entry => authors.Contains(entry.PersonId) && entry.Kind == NotificationKind.TextRevised && entry.CaseNumber == text.Number && entry.ReadAt == null).Select(entry => entry.PersonId).ToListAsync(cancel);
        await notifier.TellEachAsync(
        [
            .. wrote.GroupBy(one => one.AuthorId).ExceptBy(unread, person => person.Key).Select(person => (person.Key, new Happening(
                NotificationKind.TextRevised, DiscussionKey.OfPassage(person.Min(one => passages[one.SubjectId])), text.Title, $"text-{text.Number}-{text.Version}", Detail: note, CaseNumber: text.Number))),
        ], now, cancel);
    }

    /// <summary>A number for every new passage.</summary>
    private async Task<Queue<int>> DrawAsync(TextPlan plan, CancellationToken cancel)
    {
        var drawn = new Queue<int>();
        foreach (var _ in plan.Passages.Where(passage => passage.Number is null)) drawn.Enqueue(await db.NextNumberAsync(Counter.Passages, cancel));
        return drawn;
    }

    private async Task<DiscussedText?> SentBeforeAsync(string? key, CancellationToken cancel) =>
        key is null ? null : await db.DiscussedTexts.AsNoTracking().Include(text => text.Passages).SingleOrDefaultAsync(text => text.SubmissionKey == key, cancel);

    private static string Action(bool isNew, PublicationState before, PublicationState after) => (before == after, after) switch
    {
        (false, PublicationState.Published) => "text.publish",
        (false, PublicationState.Scheduled) => "text.schedule",
        (false, PublicationState.Withdrawn) => "text.withdraw",
        _ => isNew ? "text.create" : "text.change",
    };
}

/// <summary>What shall become of a text.</summary>
/// <param name="Plan">Everything about it.</param>
/// <param name="Step">The step of its publication.</param>
/// <param name="Note">What was changed and why; everybody reads it.</param>
/// <param name="ExpectedVersion">The version that the editor saw.</param>
/// <param name="SubmissionKey">Made by the form of a new text.</param>
public sealed record TextOrder(TextPlan Plan, PublicationChange Step, string? Note = null, int ExpectedVersion = 0, string? SubmissionKey = null)
{
    /// <summary>Numbers of the discussed passages of which the editor was told that they go.</summary>
    public IReadOnlyCollection<int> StrikesKnowingly { get; init; } = [];
}

/// <summary>A text that was saved.</summary>
/// <param name="Number">Its number.</param>
/// <param name="State">Whether everybody reads it now.</param>
public sealed record SavedText(int Number, PublicationState State);

/// <summary>A text as one, for its form and its versions.</summary>
public static class WholeText
{
    /// <summary>What stands in it.</summary>
    public static string Of(DiscussedText text) => MarkdownText.Whole(text.Passages.Where(passage => passage.Stands).OrderBy(passage => passage.Order).Select(passage => passage.Body.Markdown));

    /// <summary>The same after its introduction.</summary>
    public static string WithLead(DiscussedText text) => text.Lead.Markdown.Length == 0 ? Of(text) : MarkdownText.Whole([text.Lead.Markdown, Of(text)]);
}

/// <summary>Passages that were discussed would be struck; asked once, then it is done.</summary>
/// <param name="Passages">How many passages.</param>
/// <param name="Comments">How many public comments they have.</param>
public sealed record DiscussedPassagesWouldGo(int Passages, int Comments) : Refusal;

/// <summary>A text is discussed within a process.</summary>
public sealed record TextNeedsProcess : Refusal;

using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Notifications;
using Participation.Domain.Outcomes;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Realtime;
using Participation.Web.Shared;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.Outcomes;

/// <summary>The staff writes the result of a process. Its figures are counted until it is published, then only when the editor asks; every text is kept as a version with its figures, and those who took part are told once, when it first is public.</summary>
public sealed class SaveResult(ParticipationDbContext db, Changes changes, CountFigures figures, Versions versions, Attachments attachments, AnnounceResult announce)
{
    /// <param name="number">The result; null for a new one.</param>
    /// <param name="process">Address of the process; of a new result only.</param>
    /// <param name="plan">What is said.</param>
    /// <param name="step">What becomes of its publication.</param>
    /// <param name="note">What was changed, for the list of versions.</param>
    /// <param name="documents">Numbers of the documents beside it.</param>
    /// <param name="expectedVersion">The version that was looked at.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Its number, or why not.</returns>
    public async Task<Outcome<int>> ExecuteAsync(
        int? number, string? process, ResultPlan plan, PublicationChange step, string? note, IReadOnlyList<int> documents, int expectedVersion, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsModerator) return new NotAllowed();
        await using var change = await changes.BeginAsync([Channel.Results], cancel);
        var result = await db.Results.SingleOrDefaultAsync(candidate => candidate.Number == number, cancel);
        if (number is not null && result is null) throw new NotFoundException();
        if (result is null)
        {
            var home = await db.Processes.AsNoTracking().Where(candidate => candidate.Slug == process).Select(candidate => (Domain.Processes.ProcessId?)candidate.Id).SingleOrDefaultAsync(cancel);
            if (home is not { } id) return new ProcessIsMissing();
            if (Publication.Draft.Take(step, change.Now, out var publication) is { } no) return no;
            // The same form sent twice is one result.
            if (await db.Results.AsNoTracking().OrderBy(other => other.Number)
                    .FirstOrDefaultAsync(other => other.ProcessId == id && other.Title == plan.Title && other.Summary == plan.Summary && other.Adopted.Markdown == plan.Adopted.Markdown && other.NotAdopted.Markdown == plan.NotAdopted.Markdown, cancel) is { } same)
            {
                return same.Is(plan) && same.Publication.IsAsFarAs(publication, change.Now) && await attachments.AreAsync(Subject.Of(same.Id), documents, cancel) ? same.Number : new IsThereAlready(plan.Title);
            }

            db.Results.Add(result = ProcessResult.Begin(await db.NextNumberAsync(Counter.Results, cancel), id, plan, (await figures.ExecuteAsync(id, cancel)).ToJson(), publication, change.Now));
        }
        else
        {
            var counts = result.CountsAnew(plan, change.Now);
            if (result.Change(plan, step, expectedVersion, change.Now) is { } refusal) return refusal;
            if (counts) result.Count((await figures.ExecuteAsync(result.ProcessId, cancel)).ToJson(), change.Now);
        }

        if (await attachments.SetAsync(Subject.Of(result.Id), documents, cancel) is { } missing) return missing;
        var said = string.IsNullOrWhiteSpace(note) && plan.Recounts ? ContentLanguage.Say(ResultsTexts.ResourceManager, nameof(ResultsTexts.Recounted)) : note;
        // What is changed while it is out of view was read by nobody; published again, it is a version.
        if (result.Publication.StateAt(change.Now) is not PublicationState.Withdrawn)
            await versions.AddAsync(Subject.Of(result.Id), plan.Title, ResultText.Of(plan), said, actor.Person, change.Now, cancel, new KeptFigures(result.Figures, result.FiguresAt));
        await announce.IfPublicAsync(result, actor, change, cancel);
        change.Audit("result.save", Subject.Of(result.Id), actor, plan.Title);
        change.Evict(CacheTags.Results);
        await change.CommitAsync(cancel);
        return result.Number;
    }
}

/// <summary>All of a result as one text, for its versions.</summary>
public static class ResultText
{
    public static string Of(ResultPlan plan) => string.Join("\n\n", new[] { plan.Summary, plan.Adopted.Markdown, plan.NotAdopted.Markdown, plan.SignedOffOn is { } day ? $"{day:yyyy-MM-dd} {plan.SignedOffBy}".Trim() : "" }.Where(part => part.Length > 0));
}

/// <summary>There is no such process.</summary>
public sealed record ProcessIsMissing : Refusal;

/// <summary>Tells everybody who took part in a process that its result is public; each once, whatever is changed later.</summary>
public sealed class AnnounceResult(ParticipationDbContext db, Notifier notifier)
{
    public async Task IfPublicAsync(ProcessResult result, Actor? actor, Change change, CancellationToken cancel)
    {
        if (result.AnnouncedAt is not null || !result.Publication.IsPublicAt(change.Now)) return;
        result.Announce(change.Now);
        var ideas = db.Ideas.Where(idea => idea.ProcessId == result.ProcessId && idea.PublishedAt != null);
        var people = await ideas.Select(idea => idea.AuthorId)
            .Union(db.Stances.Where(stance => ideas.Any(idea => idea.Id == stance.IdeaId)).Select(stance => stance.PersonId))
            .Union(db.Comments.Where(comment => comment.SubjectKind == SubjectKind.Idea && comment.Status == CommentStatus.Published && ideas.Any(idea => (Guid)(object)idea.Id == comment.SubjectId)).Select(comment => comment.AuthorId))
            .ToListAsync(cancel);
        var happening = new Happening(NotificationKind.ResultPublished, 0, result.Title, $"result-{result.Number}", CaseNumber: result.Number);
        await notifier.TellEachAsync([.. people.Where(person => person != actor?.Person).Select(person => (person, happening))], change.Now, cancel);
    }
}

/// <summary>Results whose planned time has come.</summary>
internal sealed class ResultsDue(ParticipationDbContext db, Changes changes, AnnounceResult announce, CountFigures figures, Versions versions) : IScheduledContent
{
    private const int Most = 20;

    public async Task PublishDueAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var number in await db.Results.ThatArePublic(now).Where(result => result.AnnouncedAt == null).OrderBy(result => result.Number).Select(result => result.Number).Take(Most).ToListAsync(cancel))
        {
            await using var change = await changes.BeginAsync([Channel.Results], cancel);
            var result = await db.Results.SingleAsync(candidate => candidate.Number == number, cancel);
            await announce.IfPublicAsync(result, null, change, cancel);
            if (result.AnnouncedAt != change.Now) continue;
            result.Count((await figures.ExecuteAsync(result.ProcessId, cancel)).ToJson(), change.Now);
            await versions.KeepFiguresAsync(Subject.Of(result.Id), new KeptFigures(result.Figures, result.FiguresAt), cancel);
            change.Audit("result.announce", Subject.Of(result.Id), null, result.Title);
            change.Evict(CacheTags.Results);
            await change.CommitAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }
}

/// <summary>Texts of results, rendered anew after an upgrade.</summary>
internal sealed class StoredResults(ParticipationDbContext db) : Markdown.IStoredTexts
{
    public async Task<IReadOnlyList<Markdown.StoredText>> OlderThanAsync(int version, int most, CancellationToken cancel)
    {
        var rows = await db.Results.AsNoTracking().Where(result => (result.Adopted.PipelineVersion < version && result.Adopted.Markdown != "") || (result.NotAdopted.PipelineVersion < version && result.NotAdopted.Markdown != ""))
            .OrderBy(result => result.Number).Take(most).Select(result => new { result.Id, result.Adopted, result.NotAdopted }).ToListAsync(cancel);
        return [.. rows.SelectMany(row => new[] { (Part: true, Text: row.Adopted), (Part: false, Text: row.NotAdopted) }.Where(part => part.Text.PipelineVersion < version && part.Text.Markdown.Length > 0)
            .Select(part => new Markdown.StoredText((row.Id, part.Part), part.Text.Markdown, Channel.Results, [CacheTags.Results]))).Take(most)];
    }

    public Task<int> ReplaceAsync(Markdown.StoredText text, FormattedText rendered, CancellationToken cancel)
    {
        var (id, adopted) = ((ProcessResultId, bool))text.Key;
        return adopted
            ? db.Results.Where(result => result.Id == id && result.Adopted.Markdown == text.Source && result.Adopted.PipelineVersion < rendered.PipelineVersion)
                .ExecuteUpdateAsync(set => set.SetProperty(result => result.Adopted.Html, rendered.Html).SetProperty(result => result.Adopted.PipelineVersion, rendered.PipelineVersion), cancel)
            : db.Results.Where(result => result.Id == id && result.NotAdopted.Markdown == text.Source && result.NotAdopted.PipelineVersion < rendered.PipelineVersion)
                .ExecuteUpdateAsync(set => set.SetProperty(result => result.NotAdopted.Html, rendered.Html).SetProperty(result => result.NotAdopted.PipelineVersion, rendered.PipelineVersion), cancel);
    }

    public async Task<int> OutdateAsync(string piece, CancellationToken cancel) =>
        await db.Results.Where(result => result.Adopted.Html.Contains(piece)).ExecuteUpdateAsync(set => set.SetProperty(result => result.Adopted.PipelineVersion, 0), cancel)
        + await db.Results.Where(result => result.NotAdopted.Html.Contains(piece)).ExecuteUpdateAsync(set => set.SetProperty(result => result.NotAdopted.PipelineVersion, 0), cancel);
}

using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Realtime;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Ideas;

/// <summary>What is kept of a person's ideas: all texts they had, and the steps and answers that the person wrote.</summary>
internal sealed class IdeasOfPerson(ParticipationDbContext db, Changes changes, ErasedWords words, IdeaTitles titles) : IPersonalData
{
    private const int Batch = 25;

    public int Order => 40;

    public IReadOnlyCollection<Type> Entities { get; } = [typeof(Idea), typeof(IdeaClaim), typeof(IdeaVersion), typeof(IdeaEvent), typeof(OfficialAnswer)];

    public async Task<IReadOnlyList<ExportSection>> ExportAsync(PersonId person, CancellationToken cancel)
    {
        var ideas = await db.Ideas.AsNoTracking().Where(idea => idea.AuthorId == person).Include(idea => idea.Versions).Include(idea => idea.Events)
            .OrderBy(idea => idea.CreatedAt).ToListAsync(cancel);
        var organisations = await db.Organisations.AsNoTracking().ToDictionaryAsync(organisation => organisation.Id, organisation => organisation.Name, cancel);
        var answers = await db.Set<OfficialAnswer>().AsNoTracking().Where(answer => answer.AnsweredBy == person).OrderBy(answer => answer.AnsweredAt)
            .Select(answer => new { answer.Outcome, answer.Text.Markdown, answer.AnsweredAt, db.Ideas.Single(idea => idea.Id == answer.IdeaId).Number }).ToListAsync(cancel);
        return
        [
            new("ideas", [.. ideas.Where(idea => idea.Status is not IdeaStatus.Draft).Select(idea => Item(idea, organisations))]),
            new("drafts", [.. ideas.Where(idea => idea.Status is IdeaStatus.Draft).Select(idea => Item(idea, organisations))]),
            new("answers", [.. answers.Select(answer => new ExportItem(("idea", answer.Number), ("outcome", answer.Outcome), ("text", answer.Markdown), ("at", answer.AnsweredAt)))]),
        ];
    }

    public async Task<bool> EraseSomeAsync(LeavingPerson who, CancellationToken cancel) =>
        await DeleteDraftsAsync(who, cancel) || await EraseTextAsync(who, cancel);

    private static ExportItem Item(Idea idea, Dictionary<OrganisationId, string> organisations) => new(
        ("number", idea.Number), ("title", idea.Title), ("summary", idea.Summary), ("text", idea.Body.Markdown), ("status", idea.Status), ("topic", idea.TopicKey), ("district", idea.DistrictKey),
        ("place", idea.Place), ("latitude", idea.Latitude), ("longitude", idea.Longitude), ("organisation", idea.OrganisationId is { } id ? organisations.GetValueOrDefault(id) : null),
        ("createdAt", idea.CreatedAt), ("submittedAt", idea.SubmittedAt), ("publishedAt", idea.PublishedAt), ("hiddenAt", idea.HiddenAt), ("reason", idea.RemovalReason),
        ("versions", idea.Versions.OrderBy(version => version.Number).Select(version => new ExportItem(
            ("version", version.Number), ("title", version.Title), ("summary", version.Summary), ("text", version.Body), ("at", version.WrittenAt))).ToList()),
        ("steps", idea.Events.OrderBy(step => step.At).Select(step => new ExportItem(("step", step.Kind), ("at", step.At), ("reason", step.Note))).ToList()));

    private async Task<bool> DeleteDraftsAsync(LeavingPerson who, CancellationToken cancel)
    {
        if (!await db.Ideas.AnyAsync(idea => idea.AuthorId == who.Id && idea.Status == IdeaStatus.Draft, cancel)) return false;
        await using var change = await changes.BeginAsync([Channel.Drafts(who.Id)], cancel);
        var drafts = await db.Ideas.Where(idea => idea.AuthorId == who.Id && idea.Status == IdeaStatus.Draft).Take(Batch).ToListAsync(cancel);
        if (drafts.Count == 0) return false;
        db.Ideas.RemoveRange(drafts);
        await change.CommitAsync(cancel);
        return true;
    }

    /// <summary>One idea: of someone who takes texts along each that is not an organisation's, else those that nobody but moderators ever read.</summary>
    private async Task<bool> EraseTextAsync(LeavingPerson who, CancellationToken cancel)
    {
        var mine = db.Ideas.Where(idea => idea.AuthorId == who.Id && idea.ErasedAt == null && idea.Number != null);
        mine = mine.Where(idea => (who.TakesTextsAlong && idea.OrganisationId == null) || (idea.PublishedAt == null && (idea.Status == IdeaStatus.Declined || idea.Status == IdeaStatus.Withdrawn)));
        if (await mine.OrderBy(idea => idea.Number).Select(idea => idea.Number).FirstOrDefaultAsync(cancel) is not { } number) return false;
        await using var change = await changes.BeginAsync([Channel.Idea(number), Channel.Ideas, Channel.Moderation], cancel);
        // Asked again under the lock: a moderator may have published it meanwhile.
        if (await mine.Include(candidate => candidate.Versions).Include(candidate => candidate.Events).SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) is not { } idea) return true;
        var wasPublic = idea.IsPublic;
        idea.Erase(words.Remains(number), ErasedWords.Reason, change.Now);
        await titles.ReplaceAsync(idea.Id, number, ErasedWords.Title(number), cancel);
        if (wasPublic)
        {
            var kind = idea.IsPublic ? ChannelEventKind.IdeaChanged : ChannelEventKind.IdeaRemoved;
            change.Append(Channel.Idea(number), kind, number);
            change.Append(Channel.Ideas, kind, number);
        }

        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, number);
        change.Evict(CacheTags.Ideas);
        change.Evict(CacheTags.Idea(number));
        // An idea that became part of another is shown there, with its author's name.
        if (idea.MergedIntoId is { } target) change.Evict(CacheTags.Idea(await db.Ideas.Where(other => other.Id == target).Select(other => other.Number ?? 0).SingleAsync(cancel)));
        await change.CommitAsync(cancel);
        return true;
    }
}

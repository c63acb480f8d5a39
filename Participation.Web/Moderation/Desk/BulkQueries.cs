using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Domain.Proposals.Suggestions;
using Participation.Web.Data;
using Participation.Web.Discussions;
using Participation.Web.Markdown;
using Participation.Web.Moderation.Proposals;

namespace Participation.Web.Moderation.Desk;

/// <summary>Reads cases that are decided on together.</summary>
public sealed class BulkQueries(ParticipationDbContext db, Matters matters)
{
    private const int TeaserLength = 240;
    private const int MostDecisions = 500;

    private static readonly IdeaStatus[] OpenIdeas = [IdeaStatus.Submitted, IdeaStatus.Published, IdeaStatus.UnderReview];

    /// <summary>Cases in the order in which they were asked for; what is not there, and what several are not decided on, is left out. Three queries, and one each for suggestions and for passages.</summary>
    public async Task<IReadOnlyList<BulkRow>> FindAsync(IReadOnlyCollection<CaseRef> places, CancellationToken cancel)
    {
        List<int?> numbers = [.. places.Where(place => place.IsOfIdea).Select(place => (int?)place.Number).Distinct()];
        var ideas = await db.Ideas.AsNoTracking().Where(idea => numbers.Contains(idea.Number) && idea.Status != IdeaStatus.Draft).ToListAsync(cancel);
        var homes = ideas.ToDictionary(idea => idea.Id.Value, Home);
        List<int> passages = [.. places.Where(place => place.Kind is SubjectKind.Comment && !place.IsOfIdea).Select(place => place.Number).Distinct()];
        if (passages.Count > 0)
            foreach (var passage in await db.TextPassages.AsNoTracking().Where(passage => passages.Contains(passage.Number)).Select(passage => new { passage.Id, passage.Number, passage.Text.Title }).ToListAsync(cancel)) homes[passage.Id.Value] = (DiscussionKey.OfPassage(passage.Number), passage.Title);
        List<Guid> ids = [.. homes.Keys];
        List<int> wanted = [.. places.Where(place => place.Kind is SubjectKind.Comment).Select(place => place.Part).Distinct()];
        var comments = await db.Comments.AsNoTracking().Where(comment => ids.Contains(comment.SubjectId) && wanted.Contains(comment.Number)).ToListAsync(cancel);
        List<int> proposals = [.. places.Where(place => place.Kind is SubjectKind.Suggestion).Select(place => place.Number).Distinct()], parts = [.. places.Where(place => place.Kind is SubjectKind.Suggestion).Select(place => place.Part).Distinct()];
        List<SuggestedItem> suggestions = proposals.Count == 0 ? [] : await db.Suggestions.AsNoTracking().Where(made => parts.Contains(made.Number)).WithPlaces(db).Where(row => proposals.Contains(row.Proposal)).ToListAsync(cancel);
        return await RowsAsync(ideas, homes, comments, suggestions, places, cancel);
    }

    /// <summary>What the author of a case has that waits or is public, newest first, as many as can be decided on at once.</summary>
    public async Task<IReadOnlyList<BulkRow>> OfAuthorAsync(CaseRef at, CancellationToken cancel)
    {
        var author = (await matters.FindAsync(at, cancel)).Author;
        var ideas = await db.Ideas.AsNoTracking().Where(idea => idea.AuthorId == author && idea.Number != null && idea.HiddenAt == null && OpenIdeas.Contains(idea.Status)).OrderByDescending(idea => idea.Number).Take(DecideBulk.Most).ToListAsync(cancel);
        var comments = await db.Comments.AsNoTracking().Where(comment => comment.AuthorId == author && (comment.Status == CommentStatus.Queued || comment.Status == CommentStatus.Published))
            .OrderByDescending(comment => comment.PostedAt).Take(DecideBulk.Most).ToListAsync(cancel);
        var suggestions = await db.Suggestions.AsNoTracking().Where(made => made.AuthorId == author && made.HiddenAt == null && made.Status != SuggestionStatus.Withdrawn && (made.Replacement != "" || made.Reason != ""))
            .WithPlaces(db).OrderByDescending(row => row.Made.At).Take(DecideBulk.Most).ToListAsync(cancel);
        var homes = (await db.DiscussionHomesAsync(comments.Select(comment => comment.SubjectId), cancel)).ToDictionary(home => home.Key, home => (home.Value.Key, home.Value.Title));
        var places = ideas.Select(idea => (At: CaseRef.OfIdea(idea.Number ?? 0), Since: idea.SubmittedAt ?? idea.CreatedAt))
            .Concat(comments.Select(comment => (At: CaseRef.OfComment(homes[comment.SubjectId].Key, comment.Number), Since: comment.PostedAt)))
            .Concat(suggestions.Select(row => (row.At, Since: row.Made.At)))
            .OrderByDescending(item => item.Since).Take(DecideBulk.Most).Select(item => item.At).ToList();
        return await RowsAsync(ideas, homes, comments, suggestions, places, cancel);
    }

    /// <summary>The last decision on each of several cases.</summary>
    public async Task<IReadOnlyDictionary<Guid, LastDecision>> LastDecisionsAsync(IEnumerable<BulkRow> rows, CancellationToken cancel)
    {
        List<Guid> ids = [.. rows.Select(row => row.Subject.Id)];
        var decisions = await (
            from decision in db.Decisions.AsNoTracking()
            join person in db.People on decision.DecidedBy equals (PersonId?)person.Id into people
            from moderator in people.DefaultIfEmpty()
            where ids.Contains(decision.SubjectId)
            orderby decision.Number descending
            select new { decision.SubjectId, Last = new LastDecision(decision.Measure, moderator == null ? null : moderator.DisplayName, decision.DecidedAt) }).Take(MostDecisions).ToListAsync(cancel);
        return decisions.DistinctBy(decision => decision.SubjectId).ToDictionary(decision => decision.SubjectId, decision => decision.Last);
    }

    private async Task<IReadOnlyList<BulkRow>> RowsAsync(IReadOnlyList<Idea> ideas, Dictionary<Guid, (DiscussionKey Key, string Title)> homes, IReadOnlyList<Comment> comments, IReadOnlyList<SuggestedItem> suggestions, IReadOnlyCollection<CaseRef> places, CancellationToken cancel)
    {
        List<PersonId> authors = [.. ideas.Select(idea => idea.AuthorId).Concat(comments.Select(comment => comment.AuthorId)).Distinct()];
        var names = await db.People.AsNoTracking().Where(person => authors.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancel);
        var rows = ideas.Select(idea => new BulkRow(CaseRef.OfIdea(idea.Number ?? 0), Subject.Of(idea.Id), idea.Version, idea.Title, idea.Summary, names[idea.AuthorId], Step(idea)))
            .Concat(comments.Select(comment => new BulkRow(CaseRef.OfComment(homes[comment.SubjectId].Key, comment.Number), Subject.Of(comment.Id), comment.Version, homes[comment.SubjectId].Title, PlainText.Teaser(comment.Body.Html, TeaserLength), names[comment.AuthorId], Step(comment))))
            .Concat(suggestions.Select(row => new BulkRow(row.At, Subject.Of(row.Made.Id), row.Made.Version, row.Title, PlainText.Cut(row.Made.Words, TeaserLength), row.Author, Step(row.Made))))
            .ToDictionary(row => row.At);
        return [.. places.Distinct().Where(rows.ContainsKey).Select(place => rows[place])];
    }

    private static (DiscussionKey, string) Home(Idea idea) => (idea.Discussion, idea.Title);

    private static CaseStep? Step(Suggestion made) => made switch
    {
        { IsGone: true } => null,
        { IsHeld: true, HiddenAt: null } => CaseStep.Decline,
        { HiddenAt: null } or { IsHeld: true } => CaseStep.Hide,
        _ => null,
    };

    private static CaseStep? Step(Idea idea) => idea switch
    {
        { Status: IdeaStatus.Submitted, HiddenAt: null } => CaseStep.Decline,
        { IsReadable: true } or { IsHeld: true } => CaseStep.Hide,
        _ => null,
    };

    private static CaseStep? Step(Comment comment) => comment switch
    {
        { Status: CommentStatus.Queued } => CaseStep.Decline,
        { Status: CommentStatus.Published } or { Status: CommentStatus.Hidden, IsHeld: true } => CaseStep.Hide,
        _ => null,
    };
}

/// <summary>One of several cases.</summary>
/// <param name="At">Where it is.</param>
/// <param name="Subject">What it is.</param>
/// <param name="Version">Its version as it is shown.</param>
/// <param name="Title">Title of the idea or the proposal.</param>
/// <param name="Excerpt">The beginning of the text.</param>
/// <param name="Author">Whose it is.</param>
/// <param name="Step">What taking it away means here; null when there is nothing to take away.</param>
public sealed record BulkRow(CaseRef At, Subject Subject, int Version, string Title, string Excerpt, string Author, CaseStep? Step);

/// <summary>Who decided what, last.</summary>
public sealed record LastDecision(Measure Measure, string? By, DateTimeOffset At);

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Web.Data;
using Participation.Web.Markdown;

namespace Participation.Web.Moderation.Desk;

/// <summary>Reads cases that are decided on together.</summary>
public sealed class BulkQueries(ParticipationDbContext db, Cases cases)
{
    private const int TeaserLength = 240;
    private const int MostDecisions = 500;

    private static readonly IdeaStatus[] OpenIdeas = [IdeaStatus.Submitted, IdeaStatus.Published, IdeaStatus.UnderReview];

    /// <summary>Cases in the order in which they were asked for; what is not there is left out. Three queries.</summary>
    public async Task<IReadOnlyList<BulkRow>> FindAsync(IReadOnlyCollection<CaseRef> places, CancellationToken cancel)
    {
        List<int?> numbers = [.. places.Select(place => (int?)place.Idea).Distinct()];
        var ideas = await db.Ideas.AsNoTracking().Where(idea => numbers.Contains(idea.Number) && idea.Status != IdeaStatus.Draft).ToListAsync(cancel);
        List<Guid> homes = [.. ideas.Select(idea => idea.Id.Value)];
        List<int> wanted = [.. places.Where(place => place.IsComment).Select(place => place.Comment).Distinct()];
        var comments = await db.Comments.AsNoTracking().Where(comment => comment.SubjectKind == SubjectKind.Idea && homes.Contains(comment.SubjectId) && wanted.Contains(comment.Number)).ToListAsync(cancel);
        return await RowsAsync(ideas, comments, places, cancel);
    }

    /// <summary>What the author of a case has that waits or is public, newest first, as many as can be decided on at once.</summary>
    public async Task<IReadOnlyList<BulkRow>> OfAuthorAsync(CaseRef at, CancellationToken cancel)
    {
        var author = (await cases.FindAsync(at, cancel)).Author;
        var ideas = await db.Ideas.AsNoTracking().Where(idea => idea.AuthorId == author && idea.Number != null && idea.HiddenAt == null && OpenIdeas.Contains(idea.Status)).OrderByDescending(idea => idea.Number).Take(DecideBulk.Most).ToListAsync(cancel);
        var comments = await db.Comments.AsNoTracking().Where(comment => comment.AuthorId == author && comment.SubjectKind == SubjectKind.Idea && (comment.Status == CommentStatus.Queued || comment.Status == CommentStatus.Published))
            .OrderByDescending(comment => comment.PostedAt).Take(DecideBulk.Most).ToListAsync(cancel);
        List<IdeaId> homes = [.. comments.Select(comment => IdeaId.From(comment.SubjectId)).Distinct()];
        var all = ideas.UnionBy(await db.Ideas.AsNoTracking().Where(idea => homes.Contains(idea.Id)).ToListAsync(cancel), idea => idea.Id).ToList();
        var numbers = all.ToDictionary(idea => idea.Id.Value, idea => idea.Number ?? 0);
        var places = ideas.Select(idea => (At: new CaseRef(idea.Number ?? 0), Since: idea.SubmittedAt ?? idea.CreatedAt))
            .Concat(comments.Select(comment => (At: new CaseRef(numbers[comment.SubjectId], comment.Number), Since: comment.PostedAt)))
            .OrderByDescending(item => item.Since).Take(DecideBulk.Most).Select(item => item.At).ToList();
        return await RowsAsync(all, comments, places, cancel);
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

    private async Task<IReadOnlyList<BulkRow>> RowsAsync(IReadOnlyList<Idea> ideas, IReadOnlyList<Comment> comments, IReadOnlyCollection<CaseRef> places, CancellationToken cancel)
    {
        List<PersonId> authors = [.. ideas.Select(idea => idea.AuthorId).Concat(comments.Select(comment => comment.AuthorId)).Distinct()];
        var names = await db.People.AsNoTracking().Where(person => authors.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancel);
        var numbers = ideas.ToDictionary(idea => idea.Id.Value);
        var rows = ideas.Select(idea => new BulkRow(new CaseRef(idea.Number ?? 0), Subject.Of(idea.Id), idea.Version, idea.Title, idea.Summary, names[idea.AuthorId], Step(idea)))
            .Concat(comments.Select(comment => new BulkRow(new CaseRef(numbers[comment.SubjectId].Number ?? 0, comment.Number), Subject.Of(comment.Id), comment.Version, numbers[comment.SubjectId].Title, PlainText.Teaser(comment.Body.Html, TeaserLength), names[comment.AuthorId], Step(comment))))
            .ToDictionary(row => row.At);
        return [.. places.Distinct().Where(rows.ContainsKey).Select(place => rows[place])];
    }

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
/// <param name="Title">Title of the idea.</param>
/// <param name="Excerpt">The beginning of the text.</param>
/// <param name="Author">Whose it is.</param>
/// <param name="Step">What taking it away means here; null when there is nothing to take away.</param>
public sealed record BulkRow(CaseRef At, Subject Subject, int Version, string Title, string Excerpt, string Author, CaseStep? Step);

/// <summary>Who decided what, last.</summary>
public sealed record LastDecision(Measure Measure, string? By, DateTimeOffset At);

/// <summary>A case in the version that was looked at, as the form sends it: <c>17:5@3</c>.</summary>
public readonly record struct BulkItem(CaseRef At, int Version) : IParsable<BulkItem>
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At}@{Version}");

    public static BulkItem Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var item) ? item : throw new FormatException(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out BulkItem result)
    {
        string[] parts = (s ?? "").Split('@', 3);
        var valid = parts.Length == 2 & CaseRef.TryParse(parts[0], provider, out var at) & int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        result = valid ? new BulkItem(at, version) : default;
        return valid;
    }
}

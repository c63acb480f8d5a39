using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Notifications;
using Participation.Web.Data;

namespace Participation.Web.Notifications;

/// <summary>Puts entries into people's inboxes, in the transaction of what they are told about. Nobody is told of their own doing.</summary>
public sealed class Notifier(ParticipationDbContext db)
{
    /// <summary>Tells one person, if there is an inbox: people of an imported consultation or of the service desk have no account, and who left has none any more.</summary>
    public async Task TellAsync(PersonId person, Happening happening, DateTimeOffset now, CancellationToken cancel)
    {
        if (await WithInbox.AnyAsync(candidate => candidate.Id == person, cancel)) Tell(person, happening, now);
    }

    /// <summary>Tells many people, each something of their own: one query.</summary>
    /// <returns>How many people have an inbox and were told.</returns>
    public async Task<int> TellEachAsync(IReadOnlyCollection<(PersonId Person, Happening Happening)> told, DateTimeOffset now, CancellationToken cancel)
    {
        List<PersonId> people = [.. told.Select(one => one.Person).Distinct()];
        if (people.Count == 0) return 0;
        var there = (await WithInbox.Where(person => people.Contains(person.Id)).Select(person => person.Id).ToListAsync(cancel)).ToHashSet();
        foreach (var (person, happening) in told.Where(one => there.Contains(one.Person))) Tell(person, happening, now);
        return there.Count;
    }

    /// <summary>Tells everyone involved in an idea once: its author, all who took a stance on it and all who write below it, except the acting person.</summary>
    public async Task TellInvolvedAsync(Idea idea, Happening happening, PersonId? except, DateTimeOffset now, CancellationToken cancel)
    {
        var stances = await db.Stances.Where(stance => stance.IdeaId == idea.Id).Select(stance => stance.PersonId).ToListAsync(cancel);
        var comments = await db.Comments
            .Where(comment => comment.SubjectKind == SubjectKind.Idea && comment.SubjectId == idea.Id.Value && comment.Status == CommentStatus.Published)
            .Select(comment => comment.AuthorId).Distinct().ToListAsync(cancel);
        var involved = stances.Concat(comments).Append(idea.AuthorId).Where(person => person != except).Distinct().ToList();
        foreach (var person in await WithInbox.Where(person => involved.Contains(person.Id)).Select(person => person.Id).ToListAsync(cancel)) Tell(person, happening, now);
    }

    private IQueryable<Person> WithInbox => db.People.Where(person => person.Verification != Verification.None && person.ErasedAt == null);

    private void Tell(PersonId person, Happening happening, DateTimeOffset now) => db.Notifications.Add(Notification.Tell(
        person, happening.Kind, happening.Discussion, happening.CommentNumber, happening.Title, happening.Detail, happening.Key, now, happening.CaseNumber));
}

/// <summary>What people are told.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Discussion">The idea or passage it is about; number 0 for what is about none.</param>
/// <param name="Title">Title of the idea, the proposal or whatever it is about.</param>
/// <param name="Key">The same happening has the same key, so it is told once.</param>
/// <param name="CommentNumber">Number of the comment, if it is about one.</param>
/// <param name="Detail">The reason, or a second title.</param>
/// <param name="CaseNumber">Number of the decision it tells of, or of the reader's own notice.</param>
public sealed record Happening(NotificationKind Kind, DiscussionKey Discussion, string Title, string Key, int? CommentNumber = null, string? Detail = null, int? CaseNumber = null);

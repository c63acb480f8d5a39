using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Realtime;

namespace Participation.Web.Accounts.OwnData;

/// <summary>
/// Erases someone whose days to reconsider are over: first the name and every session, in one transaction; then, in bounded transactions, what
/// the capabilities keep; the account and the request last. Each step can be done twice, so a process that dies in between is followed by
/// another one that begins anew, and two at once come to the same end.
/// </summary>
public sealed class ErasePerson(ParticipationDbContext db, Changes changes, IEnumerable<IPersonalData> parts, ForgetMentions mentions, SeenSessions seen, ErasureMails mails, ILogger<ErasePerson> log)
{
    /// <param name="id">Who leaves.</param>
    /// <param name="goOn">Asked between transactions; no means that another process does it.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Whether nothing is left of the person.</returns>
    public async Task<bool> ExecuteAsync(PersonId id, Func<Task<bool>> goOn, CancellationToken cancel)
    {
        if (await HideAsync(id, cancel) is not { } choice) return false;
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.PersonId == id, cancel);
        var who = new LeavingPerson(id, account?.NormalizedEmail, choice);
        foreach (var part in parts.OrderBy(part => part.Order))
        {
            do
            {
                db.ChangeTracker.Clear();
                if (!await goOn()) return false;
            }
            while (await part.EraseSomeAsync(who, cancel));
        }

        db.ChangeTracker.Clear();
        if (await FinishAsync(id, cancel) && account is not null) await mails.ErasedAsync(account, cancel);
        return true;
    }

    /// <summary>Takes name and sessions away. From here on there is no way back.</summary>
    /// <returns>What becomes of the texts; null when nobody is to be erased.</returns>
    private async Task<ErasureChoice?> HideAsync(PersonId id, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Leaving], cancel);
        if (await db.Erasures.SingleOrDefaultAsync(erasure => erasure.PersonId == id, cancel) is not { } asked || !asked.IsDue(change.Now)) return null;
        var person = await db.People.SingleAsync(candidate => candidate.Id == id, cancel);
        if (person.ErasedAt is not null) return asked.Choice;
        if (await RequestErasure.IsLastAdministratorAsync(db, id, cancel))
        {
            // A day later, so that it is said once a day and nobody else waits behind it.
            asked.Postpone(change.Now.AddDays(1));
            await change.CommitAsync(cancel);
            log.LogWarning("The last administrator cannot be erased; somebody else has to become administrator first.");
            return null;
        }

        await mentions.ExecuteAsync(person.DisplayName, cancel);
        person.Erase(change.Now);
        // Blocked until it is gone: nobody signs in with half an account.
        DateTimeOffset? now = change.Now;
        await db.Users.Where(account => account.PersonId == id).ExecuteUpdateAsync(set => set.SetProperty(account => account.BlockedAt, now), cancel);
        var sessions = await db.Sessions.Where(session => db.Users.Any(account => account.Id == session.AccountId && account.PersonId == id)).ToListAsync(cancel);
        db.Sessions.RemoveRange(sessions);
        // Pages that show names without being those of an idea.
        foreach (var tag in new[] { CacheTags.Ideas, CacheTags.Processes, CacheTags.Organisations }) change.Evict(tag);
        foreach (var number in await NamedOnAsync(id, cancel)) change.Evict(CacheTags.Idea(number));
        await change.CommitAsync(cancel);
        sessions.ForEach(session => seen.Forget(session.Key));
        return asked.Choice;
    }

    /// <summary>
    /// The ideas on whose pages the name stands: as an author, under a comment, or as the author of what they took in. Only caches learn of it. An event for each of them,
    /// in a row, would tell everyone who listens that all of this was written by one person.
    /// </summary>
    private async Task<List<int>> NamedOnAsync(PersonId id, CancellationToken cancel)
    {
        var own = db.Ideas.Where(idea => idea.AuthorId == id).Select(idea => idea.MergedIntoId ?? idea.Id);
        var commented = db.Comments.Where(comment => comment.AuthorId == id && comment.SubjectKind == SubjectKind.Idea).Select(comment => comment.SubjectId);
        return await db.Ideas.Where(idea => idea.Number != null && (idea.AuthorId == id || own.Contains(idea.Id) || commented.Contains((Guid)(object)idea.Id))).Select(idea => idea.Number ?? 0).ToListAsync(cancel);
    }

    /// <summary>The account with everything that hangs on it, the copy, the request.</summary>
    /// <returns>Whether it was this call that did it.</returns>
    private async Task<bool> FinishAsync(PersonId id, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Leaving], cancel);
        await db.Users.Where(account => account.PersonId == id).ExecuteDeleteAsync(cancel);
        await db.DataExports.Where(export => export.PersonId == id).ExecuteDeleteAsync(cancel);
        var drafts = Channel.Drafts(id);
        await db.Channels.Where(channel => channel.Key == drafts).ExecuteDeleteAsync(cancel);
        if (await db.Erasures.Where(erasure => erasure.PersonId == id).ExecuteDeleteAsync(cancel) == 0) return false;
        change.Audit("person.erase", Subject.Of(id), null);
        await change.CommitAsync(cancel);
        return true;
    }
}

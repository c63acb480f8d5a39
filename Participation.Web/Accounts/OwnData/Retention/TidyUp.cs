using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Domain.Accounts;
using Participation.Domain.Editing;
using Participation.Domain.Ideas;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Data;

namespace Participation.Web.Accounts.OwnData.Retention;

/// <summary>Deletes what has had its time: a bounded number of each kind per round, counted in the log and nothing more.</summary>
public sealed class TidyUp(ParticipationDbContext db, IOptions<RetentionOptions> options, TimeProvider clock, ILogger<TidyUp> log)
{
    /// <summary>Most of one kind in one round.</summary>
    public const int Batch = 500;

    /// <returns>How many of each kind were deleted.</returns>
    public async Task<IReadOnlyDictionary<string, int>> ExecuteAsync(CancellationToken cancel)
    {
        var (now, keep) = (clock.GetUtcNow(), options.Value);
        var (ended, read, unread, draft) = (now.AddDays(-keep.EndedInvitationDays), now.AddDays(-keep.ReadMessageDays), now.AddDays(-keep.UnreadMessageDays), now.AddDays(-keep.DraftDays));
        var (seen, week) = (now - AccountSession.Life, now.AddDays(-DataExport.DaysKept));
        var forms = now.AddDays(-KeptForm.DaysKept);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["accounts"] = await UnconfirmedAsync(now.AddDays(-keep.UnconfirmedAccountDays), cancel),
            ["sessions"] = await DeleteAsync(db.Sessions, session => session.SeenAt < seen, session => session.Key, keys => session => keys.Contains(session.Key), cancel),
            ["invitations"] = await DeleteAsync(db.Invitations, invitation => invitation.ExpiresAt < ended || invitation.WithdrawnAt < ended, one => one.Id, ids => one => ids.Contains(one.Id), cancel),
            ["messages"] = await DeleteAsync(db.Notifications, message => message.ReadAt < read || message.At < unread, one => one.Id, ids => one => ids.Contains(one.Id), cancel),
            ["drafts"] = await DeleteAsync(db.Ideas, idea => idea.Status == IdeaStatus.Draft && idea.ActiveAt < draft, one => one.Id, ids => one => ids.Contains(one.Id), cancel),
            ["forms"] = await DeleteAsync(db.KeptForms, form => form.SavedAt < forms, one => one.Key, keys => one => keys.Contains(one.Key), cancel),
            ["copies"] = await DeleteAsync(db.DataExports, export => export.ExpiresAt < now || (export.Status == DataExportStatus.Failed && export.RequestedAt < week), one => one.PersonId,
                ids => one => ids.Contains(one.PersonId), cancel),
            ["names"] = await DeleteAsync(db.Set<NameReservation>(), name => name.Until < now, one => one.NormalizedName, names => one => names.Contains(one.NormalizedName), cancel),
        };
        foreach (var (kind, count) in counts.Where(pair => pair.Value > 0)) log.LogInformation("{Count} {Kind} had their time and were deleted", count, kind);
        return counts;
    }

    /// <summary>Finds some, then deletes those of them that still are so: neither database deletes a limited number of rows by a condition in the same words.</summary>
    private async Task<int> DeleteAsync<T, TKey>(
        IQueryable<T> from, Expression<Func<T, bool>> which, Expression<Func<T, TKey>> key, Func<List<TKey>, Expression<Func<T, bool>>> those, CancellationToken cancel) where T : class
    {
        var keys = await from.AsNoTracking().Where(which).Select(key).Take(Batch).ToListAsync(cancel);
        if (keys.Count == 0) return 0;
        await using var transaction = await db.BeginWriteAsync(cancel);
        var deleted = await from.Where(which).Where(those(keys)).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return deleted;
    }

    /// <summary>Nobody ever came in with these, neither by a password nor by another authority, so nothing hangs on their people.</summary>
    private async Task<int> UnconfirmedAsync(DateTimeOffset before, CancellationToken cancel)
    {
        var people = await (from account in db.Users.AsNoTracking()
                            join person in db.People on account.PersonId equals person.Id
                            where !account.EmailConfirmed && account.LastSignInAt == null && person.JoinedAt < before
                                && !db.Identities.Any(identity => identity.AccountId == account.Id) && !db.Ideas.Any(idea => idea.AuthorId == person.Id) && !db.Comments.Any(comment => comment.AuthorId == person.Id)
                            select person.Id).Take(Batch).ToListAsync(cancel);
        if (people.Count == 0) return 0;
        await using var transaction = await db.BeginWriteAsync(cancel);
        // Asked again: somebody may have confirmed in between.
        var still = await db.Users.Where(account => people.Contains(account.PersonId) && !account.EmailConfirmed && account.LastSignInAt == null).Select(account => account.PersonId).ToListAsync(cancel);
        await db.Users.Where(account => still.Contains(account.PersonId)).ExecuteDeleteAsync(cancel);
        var deleted = await db.People.Where(person => still.Contains(person.Id)).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return deleted;
    }
}

using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Realtime;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Moderation.Desk;
using Participation.Web.Realtime;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Notices;

/// <summary>Someone reports a contribution. The same form sent twice, and the same person about the same text, is one notice.</summary>
public sealed class FileNotice(ParticipationDbContext db, Changes changes, ReportedThings things, HoldReported hold, ReportedVersions reported, NoticeMails mails)
{
    /// <summary>Most notices of one person in a day.</summary>
    public const int MostPerDay = 30;

    /// <returns>The notice's number, or why not.</returns>
    public async Task<Outcome<int>> ExecuteAsync(NoticeInput input, Actor? actor, CancellationToken cancel)
    {
        var hash = SecretHash.Of(input.Key);
        await using var change = await changes.BeginAsync([.. input.Target.Locks(), Channel.Moderation], cancel);
        if (await things.FindAsync(input.Target, actor, cancel) is not { } thing) return new NothingToReport();
        var (matter, version) = (thing.Matter, thing.TextVersion);
        if (await db.Notices.AsNoTracking().SingleOrDefaultAsync(notice => notice.KeyHash == hash, cancel) is { } again)
            return new Subject(again.SubjectKind, again.SubjectId) == matter.Subject ? again.Number : new KeyWasUsed();
        if (!thing.IsReadable) return new NothingToReport();
        if (actor is not null && await EarlierAsync(matter.Subject, version, actor.Person, cancel) is { } same) return same;
        if (actor is not null && await CountTodayAsync(actor.Person, change.Now, cancel) >= MostPerDay) return new TooManyNotices(MostPerDay);

        var from = actor is null ? new NoticeSender(null, input.Name, input.Email, input.Language) : new NoticeSender(actor.Person, null, null, input.Language);
        var notice = Notice.Receive(await db.NextNumberAsync(Counter.Notices, cancel), matter.Subject, version, input.Reason, input.Explanation, from,
            await WeightAsync(input.Reason, actor, cancel), hash, change.Now);
        db.Notices.Add(notice);
        await reported.KeepAsync(thing, change.Now, cancel);
        await db.SaveChangesAsync(cancel);
        await hold.ConsiderAsync(change, thing, cancel);
        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, input.Target.Number);
        change.Evict(CacheTags.Transparency);
        change.Audit("notice.receive", matter.Subject, null, $"{notice.Number}: {notice.Reason}");
        if (notice.Email is { } email && await CountMailsAsync(email, change.Now, cancel) <= NoticeMails.MostPerDay)
        {
            notice.ConfirmByMail();
            change.Then(() => mails.Received(notice, input.Key));
        }

        await change.CommitAsync(cancel);
        return notice.Number;
    }

    private Task<int?> EarlierAsync(Subject subject, int version, PersonId person, CancellationToken cancel) => db.Notices.AsNoTracking()
        .Where(notice => notice.NotifierId == person && notice.SubjectKind == subject.Kind && notice.SubjectId == subject.Id && notice.TextVersion == version)
        .Select(notice => (int?)notice.Number).FirstOrDefaultAsync(cancel);

    private Task<int> CountTodayAsync(PersonId person, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now.AddDays(-1);
        return db.Notices.CountAsync(notice => notice.NotifierId == person && notice.ReceivedAt > since, cancel);
    }

    private Task<int> CountMailsAsync(string email, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now.AddDays(-1);
        return db.Notices.CountAsync(notice => notice.Email == email && notice.ReceivedAt > since, cancel);
    }

    /// <summary>Whether something breaks the law only people judge; and who is not signed in can be one and the same.</summary>
    private async Task<double> WeightAsync(NoticeReason reason, Actor? actor, CancellationToken cancel)
    {
        if (actor is null || reason is NoticeReason.Unlawful or NoticeReason.ChildAbuse) return 0;
        var notifier = await db.People.Where(person => person.Id == actor.Person).Select(person => new { person.Verification, person.SuspendedAt }).SingleAsync(cancel);
        // Whoever is suspended may report, but takes nothing down.
        if (notifier.SuspendedAt is not null) return 0;
        var judged = await db.Notices.CountAsync(notice => notice.NotifierId == actor.Person && (notice.Outcome == NoticeOutcome.ActedOn || notice.Outcome == NoticeOutcome.NotActedOn), cancel);
        var agreed = await db.Notices.CountAsync(notice => notice.NotifierId == actor.Person && notice.Outcome == NoticeOutcome.ActedOn, cancel);
        return FlagWeight.Of(actor.Role, notifier.Verification, agreed, judged);
    }
}

/// <summary>What the form sends, already checked.</summary>
/// <param name="Target">What is reported.</param>
/// <param name="Reason">Why.</param>
/// <param name="Explanation">In the notifier's words.</param>
/// <param name="Name">Name of somebody without an account.</param>
/// <param name="Email">Their address.</param>
/// <param name="Language">Language in which they are told.</param>
/// <param name="Key">The form's own secret, by which the notifier comes back.</param>
public sealed record NoticeInput(CaseRef Target, NoticeReason Reason, string Explanation, string? Name, string? Email, string Language, string Key);

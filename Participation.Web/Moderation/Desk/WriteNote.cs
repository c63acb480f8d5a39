using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Notifications;
using Participation.Web.Realtime;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Desk;

/// <summary>A moderator notes something about a case; colleagues named in it are told. The same form sent twice is one note.</summary>
public sealed class WriteNote(ParticipationDbContext db, Changes changes, Matters matters, Parties parties, Notifier notifier)
{
    /// <summary>Most colleagues among whom names are looked for.</summary>
    private const int MostStaff = 500;

    /// <param name="at">The case.</param>
    /// <param name="text">The text.</param>
    /// <param name="key">Made by the form.</param>
    /// <param name="actor">The moderator; never whose contribution it is.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>How many colleagues were told.</returns>
    public async Task<Outcome<int>> ExecuteAsync(CaseRef at, string text, string key, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsModerator) return new NotAllowed();
        await using var change = await changes.BeginAsync([Channel.Moderation], cancel);
        var home = await matters.FindAsync(at, cancel);
        if (await parties.IsAsync(home, actor.Person, cancel)) return new NotAllowed();
        if (await db.CaseNotes.AnyAsync(note => note.WriterId == actor.Person && note.SubmissionKey == key, cancel)) return 0;
        if (await db.CaseNotes.CountAsync(note => note.SubjectKind == home.Subject.Kind && note.SubjectId == home.Subject.Id, cancel) >= CaseNote.MostOfOneCase) return new TooManyNotes(CaseNote.MostOfOneCase);
        var note = CaseNote.Write(home.Subject, home.Author, actor.Person, text, key, change.Now);
        db.CaseNotes.Add(note);
        var colleagues = await db.People.AsNoTracking().Where(person => (person.Role == Role.Moderator || person.Role == Role.Administrator) && person.Id != actor.Person && person.Id != home.Author)
            .OrderBy(person => person.Id).Take(MostStaff).Select(person => new { person.Id, person.DisplayName }).ToListAsync(cancel);
        var named = CaseNote.Mentioned(note.Text, colleagues.Select(person => (person.Id, person.DisplayName)));
        var happening = new Happening(NotificationKind.CaseMentioned, home.Discussion, home.Title, $"note-{note.Id.Value:N}", home.Part, Detail: at.ToString());
        await notifier.TellEachAsync([.. named.Select(person => (person, happening))], change.Now, cancel);
        change.Audit("case.note", home.Subject, actor);
        await change.CommitAsync(cancel);
        return named.Count;
    }
}

/// <summary>Whoever wrote a note takes it back, shortly after.</summary>
public sealed class DeleteNote(ParticipationDbContext db, Changes changes)
{
    public async Task<Refusal?> ExecuteAsync(CaseNoteId id, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsModerator) return new NotAllowed();
        await using var change = await changes.BeginAsync([Channel.Moderation], cancel);
        if (await db.CaseNotes.SingleOrDefaultAsync(note => note.Id == id, cancel) is not { } found) return null;
        if (found.CheckTakeBack(actor.Person, change.Now) is { } refusal) return refusal;
        db.CaseNotes.Remove(found);
        var key = $"note-{id.Value:N}";
        await db.Notifications.Where(entry => entry.Key == key && entry.ReadAt == null).ExecuteDeleteAsync(cancel);
        change.Audit("case.note.delete", new Domain.Discussions.Subject(found.SubjectKind, found.SubjectId), actor);
        await change.CommitAsync(cancel);
        return null;
    }
}

using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Data;

namespace Participation.Web.Moderation.Desk;

/// <summary>Reads the notes on a case.</summary>
public sealed class NoteQueries(ParticipationDbContext db, TimeProvider clock)
{
    /// <summary>All of them, the oldest first: one query.</summary>
    public async Task<IReadOnlyList<NoteRow>> OfAsync(Subject subject, PersonId reader, CancellationToken cancel)
    {
        var since = clock.GetUtcNow() - CaseNote.TakeBackTime;
        return await (
            from note in db.CaseNotes.AsNoTracking()
            join person in db.People on note.WriterId equals person.Id
            where note.SubjectKind == subject.Kind && note.SubjectId == subject.Id
            orderby note.WrittenAt, note.Id
            select new NoteRow(note.Id, person.DisplayName, note.Text, note.WrittenAt, note.WriterId == reader && note.WrittenAt > since)).Take(CaseNote.MostOfOneCase).ToListAsync(cancel);
    }
}

/// <summary>A note as moderators read it.</summary>
public sealed record NoteRow(CaseNoteId Id, string Writer, string Text, DateTimeOffset At, bool CanTakeBack);

/// <summary>The notes of a case with the form for another one.</summary>
public sealed record NotePanel(CaseRef At, IReadOnlyList<NoteRow> Notes, string Text, string SubmissionKey, string? Error = null);

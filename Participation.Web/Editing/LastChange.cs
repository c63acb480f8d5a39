using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Web.Data;

namespace Participation.Web.Editing;

/// <summary>Who changed something last, for whoever was slower; the audit log knows it of everything.</summary>
public sealed class LastChange(ParticipationDbContext db)
{
    /// <returns>A name, when a person with an account did it, and the instant.</returns>
    public async Task<(string? By, DateTimeOffset At)> OfAsync(Subject subject, CancellationToken cancel)
    {
        var last = await db.AuditEntries.AsNoTracking().Where(entry => entry.SubjectKind == subject.Kind && entry.SubjectId == subject.Id).OrderByDescending(entry => entry.Position)
            .Select(entry => new { entry.At, Name = db.People.Where(person => person.Id == entry.ActorId).Select(person => person.DisplayName).FirstOrDefault() }).FirstOrDefaultAsync(cancel);
        return (last?.Name, last?.At ?? default);
    }
}

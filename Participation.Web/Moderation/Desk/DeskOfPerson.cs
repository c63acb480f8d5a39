using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Data;

namespace Participation.Web.Moderation.Desk;

/// <summary>
/// What the desk has of a person: cases somebody works on, and notes. Whoever wrote a note gets its text in the copy; whom it is about learns that it
/// exists, and reads it on request, after somebody has looked whether it names others (GDPR, Art. 15(4)). With them their notes go.
/// </summary>
internal sealed class DeskOfPerson(ParticipationDbContext db) : IPersonalData
{
    private const int Batch = 500;

    public int Order => 84;

    public IReadOnlyCollection<Type> Entities { get; } = [typeof(CaseClaim), typeof(CaseNote)];

    public async Task<IReadOnlyList<ExportSection>> ExportAsync(PersonId person, CancellationToken cancel)
    {
        var claims = await db.CaseClaims.AsNoTracking().Where(claim => claim.HeldBy == person).OrderBy(claim => claim.Until).ToListAsync(cancel);
        var notes = await db.CaseNotes.AsNoTracking().Where(note => note.AboutId == person || note.WriterId == person).OrderBy(note => note.WrittenAt).ToListAsync(cancel);
        return
        [
            new("caseClaims", [.. claims.Select(claim => new ExportItem(("number", CaseRef.Of(claim.Kind, claim.Number, claim.Part, claim.Home).ToString()), ("expiresAt", claim.Until)))]),
            new("caseNotes", [.. notes.Select(note => new ExportItem(("about", note.SubjectKind), ("mine", note.AboutId == person), ("at", note.WrittenAt), ("text", note.WriterId == person ? note.Text : null)))]),
        ];
    }

    public async Task<bool> EraseSomeAsync(LeavingPerson who, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        var claims = await db.CaseClaims.Where(claim => claim.HeldBy == who.Id).ExecuteDeleteAsync(cancel);
        var some = await db.CaseNotes.Where(note => note.AboutId == who.Id).OrderBy(note => note.Id).Take(Batch).Select(note => note.Id).ToListAsync(cancel);
        await db.CaseNotes.Where(note => some.Contains(note.Id)).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return claims + some.Count > 0;
    }
}

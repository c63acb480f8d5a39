using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Editing;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Data;

namespace Participation.Web.Editing;

/// <summary>What a person of the staff typed and saved. Forms that were not sent go with them; the city's texts stay, with nobody's name.</summary>
internal sealed class EditingOfPerson(ParticipationDbContext db) : IPersonalData
{
    public int Order => 67;

    public IReadOnlyCollection<Type> Entities { get; } = [typeof(KeptForm), typeof(ContentVersion)];

    public async Task<IReadOnlyList<ExportSection>> ExportAsync(PersonId person, CancellationToken cancel)
    {
        var forms = await db.KeptForms.AsNoTracking().Where(form => form.PersonId == person).OrderBy(form => form.Key).ToListAsync(cancel);
        var versions = await db.ContentVersions.AsNoTracking().Where(version => version.By == person).OrderBy(version => version.At)
            .Select(version => new { version.SubjectKind, version.Title, version.Number, version.Note, version.At }).ToListAsync(cancel);
        return
        [
            new("keptForms", [.. forms.Select(form => new ExportItem(("text", form.Fields), ("at", form.SavedAt)))]),
            new("contentVersions", [.. versions.Select(version => new ExportItem(
                ("about", version.SubjectKind), ("title", version.Title), ("version", version.Number), ("detail", version.Note), ("at", version.At)))]),
        ];
    }

    public async Task<bool> EraseSomeAsync(LeavingPerson who, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        await db.KeptForms.Where(form => form.PersonId == who.Id).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return false;
    }
}

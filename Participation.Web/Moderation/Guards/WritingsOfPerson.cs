using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation.Guards;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Data;

namespace Participation.Web.Moderation.Guards;

/// <summary>That somebody wrote lately, what was found about it, and which rules an administrator changed.</summary>
internal sealed class WritingsOfPerson(ParticipationDbContext db) : IPersonalData
{
    public int Order => 84;

    public IReadOnlyCollection<Type> Entities { get; } = [typeof(Writing), typeof(Finding), typeof(GuardRulesVersion)];

    public async Task<IReadOnlyList<ExportSection>> ExportAsync(PersonId person, CancellationToken cancel)
    {
        var writings = await db.Writings.AsNoTracking().Where(writing => writing.PersonId == person).OrderBy(writing => writing.At).Select(writing => new { writing.Kind, writing.At }).ToListAsync(cancel);
        var findings = await db.Findings.AsNoTracking().Where(finding => finding.AuthorId == person).OrderBy(finding => finding.FoundAt).ToListAsync(cancel);
        var rules = await db.GuardRules.AsNoTracking().Where(version => version.ChangedBy == person).OrderBy(version => version.Number).Select(version => new { version.Number, version.Note, version.ChangedAt }).ToListAsync(cancel);
        return
        [
            new("writings", [.. writings.Select(writing => new ExportItem(("kind", writing.Kind), ("at", writing.At)))]),
            new("findings", [.. findings.Select(finding => new ExportItem(("about", finding.SubjectKind), ("reason", finding.Reason), ("detail", finding.Detail), ("at", finding.FoundAt)))]),
            new("rules", [.. rules.Select(version => new ExportItem(("number", version.Number), ("text", version.Note), ("at", version.ChangedAt)))]),
        ];
    }

    /// <summary>Rules stay, with a number behind which there is no name any more.</summary>
    public async Task<bool> EraseSomeAsync(LeavingPerson who, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        var gone = await db.Writings.Where(writing => writing.PersonId == who.Id).ExecuteDeleteAsync(cancel) + await db.Findings.Where(finding => finding.AuthorId == who.Id).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return gone > 0;
    }
}

using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Data;

namespace Participation.Web.Moderation;

/// <summary>
/// Decisions about a person's contributions, and what the audit log has of the person. They name people by number only and stay as long as
/// the moderation has to account for itself; without the name behind the number they say nothing about anyone.
/// </summary>
internal sealed class RecordsOfPerson(ParticipationDbContext db) : IPersonalData
{
    public int Order => 80;

    public IReadOnlyCollection<Type> Entities { get; } = [typeof(Decision), typeof(AuditEntry), typeof(ReportedVersion)];

    public async Task<IReadOnlyList<ExportSection>> ExportAsync(PersonId person, CancellationToken cancel)
    {
        var decisions = await db.Decisions.AsNoTracking().Where(decision => decision.AuthorId == person || decision.DecidedBy == person).OrderBy(decision => decision.Number).ToListAsync(cancel);
        var actions = await db.AuditEntries.AsNoTracking().Where(entry => entry.ActorId == person || entry.SubjectId == person.Value).OrderBy(entry => entry.At).ToListAsync(cancel);
        var reported = await db.ReportedVersions.AsNoTracking().Where(version => version.AuthorId == person && version.SubjectKind != SubjectKind.Proposal).OrderBy(version => version.KeptAt).ToListAsync(cancel);
        return
        [
            new("reportedTexts", [.. reported.Select(version => new ExportItem(("about", version.SubjectKind), ("version", version.TextVersion), ("head", version.Head), ("text", version.Body), ("at", version.KeptAt)))]),
            new("decisions", [.. decisions.Select(decision => new ExportItem(
                ("number", decision.Number), ("about", decision.SubjectKind), ("mine", decision.AuthorId == person && decision.SubjectKind != SubjectKind.Proposal), ("measure", decision.Measure), ("ground", decision.Ground), ("norm", decision.Norm), ("facts", decision.AuthorId == person ? decision.Facts : null),
                ("automated", decision.Automated), ("at", decision.DecidedAt), ("until", decision.Until)))]),
            new("actions", [.. actions.Select(entry => new ExportItem(("at", entry.At), ("action", entry.Action), ("about", entry.SubjectKind), ("mine", entry.ActorId == person), ("detail", entry.Detail)))]),
        ];
    }

    public Task<bool> EraseSomeAsync(LeavingPerson who, CancellationToken cancel) => Task.FromResult(false);
}

using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation.Guards;
using Participation.Web.Data;

namespace Participation.Web.Moderation.Guards;

/// <summary>Reads what was found about contributions.</summary>
public sealed class FindingQueries(ParticipationDbContext db)
{
    private const int Most = 1000;

    /// <summary>What was found about many contributions, by their id, oldest first: one query.</summary>
    public async Task<ILookup<Guid, Found>> FindAsync(IEnumerable<Guid> subjects, CancellationToken cancel)
    {
        List<Guid> ids = [.. subjects];
        var rows = await db.Findings.AsNoTracking().Where(finding => ids.Contains(finding.SubjectId)).OrderByDescending(finding => finding.FoundAt).ThenBy(finding => finding.Id).Take(Most)
            .Select(finding => new { finding.SubjectId, finding.Reason, finding.Detail }).ToListAsync(cancel);
        return rows.AsEnumerable().Reverse().Distinct().ToLookup(row => row.SubjectId, row => new Found(row.Reason, row.Detail));
    }

    /// <summary>What was found about one contribution, in words for moderators; empty when nothing was.</summary>
    public async Task<string> WordsAsync(Subject subject, CancellationToken cancel) => GuardWords.ForModerators((await FindAsync([subject.Id], cancel))[subject.Id]);
}

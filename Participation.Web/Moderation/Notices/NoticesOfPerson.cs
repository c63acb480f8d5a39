using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Data;

namespace Participation.Web.Moderation.Notices;

/// <summary>What a person reported and complained about. Who leaves takes name and words along; that something was reported and decided stays.</summary>
internal sealed class NoticesOfPerson(ParticipationDbContext db) : IPersonalData
{
    private const int Batch = 200;

    public int Order => 82;

    public IReadOnlyCollection<Type> Entities { get; } = [typeof(Notice), typeof(Complaint)];

    public async Task<IReadOnlyList<ExportSection>> ExportAsync(PersonId person, CancellationToken cancel)
    {
        var notices = await db.Notices.AsNoTracking().Where(notice => notice.NotifierId == person).OrderBy(notice => notice.Number).ToListAsync(cancel);
        var complaints = await db.Complaints.AsNoTracking().Where(complaint => complaint.FiledBy == person || complaint.DecidedBy == person || db.Notices.Any(notice => notice.Id == complaint.NoticeId && notice.NotifierId == person)).OrderBy(complaint => complaint.Number).ToListAsync(cancel);
        var own = notices.Select(notice => (NoticeId?)notice.Id).ToHashSet();
        return
        [
            new("notices", [.. notices.Select(notice => new ExportItem(
                ("number", notice.Number), ("about", notice.SubjectKind), ("reason", notice.Reason), ("explanation", notice.Explanation), ("at", notice.ReceivedAt), ("outcome", notice.Outcome), ("decidedAt", notice.DecidedAt)))]),
            new("complaints", [.. complaints.Select(complaint => new ExportItem(
                ("number", complaint.Number), ("mine", complaint.FiledBy == person || (complaint.NoticeId is not null && own.Contains(complaint.NoticeId))), ("text", complaint.FiledBy == person || (complaint.NoticeId is not null && own.Contains(complaint.NoticeId)) ? complaint.Text : null), ("at", complaint.FiledAt),
                ("outcome", complaint.Outcome), ("reasons", complaint.Reasons), ("decidedAt", complaint.DecidedAt)))]),
        ];
    }

    public async Task<bool> EraseSomeAsync(LeavingPerson who, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        var notices = await db.Notices.Where(notice => notice.NotifierId == who.Id).OrderBy(notice => notice.Number).Take(Batch).ToListAsync(cancel);
        var numbers = notices.Select(notice => (NoticeId?)notice.Id).ToList();
        var complaints = await db.Complaints.Where(complaint => complaint.FiledBy == who.Id || numbers.Contains(complaint.NoticeId)).OrderBy(complaint => complaint.Number).Take(Batch).ToListAsync(cancel);
        foreach (var notice in notices) notice.Erase();
        foreach (var complaint in complaints) complaint.Erase();
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return notices.Count + complaints.Count > 0;
    }
}

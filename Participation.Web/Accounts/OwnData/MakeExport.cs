using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Notifications;

namespace Participation.Web.Accounts.OwnData;

/// <summary>Makes the copy that someone asked for. A process that dies leaves it open, and the next one begins anew.</summary>
public sealed class MakeExport(ParticipationDbContext db, IEnumerable<IPersonalData> parts, ExportFile file, ExportSeal seal, Notifier notifier, ErasureMails mails, TimeProvider clock)
{
    public async Task ExecuteAsync(PersonId id, CancellationToken cancel)
    {
        var ordered = parts.OrderBy(part => part.Order).ToList();
        if (await db.DataExports.SingleOrDefaultAsync(candidate => candidate.PersonId == id, cancel) is not { IsOpen: true } export) return;
        var goesOn = export.Begin(ordered.Count);
        await db.SaveChangesAsync(cancel);
        if (!goesOn) return;
        // The words of the readable page are the person's own language, whoever's request this was.
        var person = await db.People.AsNoTracking().SingleAsync(candidate => candidate.Id == id, cancel);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Languages.Known(person.Language));
        var bytes = file.Zip(await CollectAsync(id, ordered, cancel), clock.GetUtcNow());
        await FinishAsync(export, bytes, cancel);
    }

    private async Task<List<ExportSection>> CollectAsync(PersonId id, List<IPersonalData> ordered, CancellationToken cancel)
    {
        var sections = new List<ExportSection>();
        foreach (var part in ordered)
        {
            sections.AddRange(await part.ExportAsync(id, cancel));
            await using var transaction = await db.BeginWriteAsync(cancel);
            await db.DataExports.Where(export => export.PersonId == id).ExecuteUpdateAsync(set => set.SetProperty(export => export.PartsDone, export => export.PartsDone + 1), cancel);
            await transaction.CommitAsync(cancel);
        }

        return sections;
    }

    private async Task FinishAsync(DataExport export, byte[] bytes, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (bytes.Length > DataExport.MaxSize) export.Fail();
        else
        {
            export.Finish(seal.Seal(export.PersonId, bytes, now), bytes.Length, now);
            await notifier.TellAsync(export.PersonId, new Happening(NotificationKind.DataExportReady, 0, "", $"export-{now.UtcTicks}"), now, cancel);
        }

        await db.SaveChangesAsync(cancel);
        if (export.Status is DataExportStatus.Ready && await db.Users.AsNoTracking().SingleOrDefaultAsync(account => account.PersonId == export.PersonId, cancel) is { } account)
            await mails.ExportReadyAsync(account, export.ExpiresAt ?? now, cancel);
    }
}

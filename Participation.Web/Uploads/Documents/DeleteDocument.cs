using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Uploads.Documents;

/// <summary>The staff takes a document down: the file is deleted, its address answers that it is gone. A second call changes nothing.</summary>
public sealed class DeleteDocument(ParticipationDbContext db, Changes changes)
{
    public async Task ExecuteAsync(int number, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Uploads], cancel);
        var document = await db.Documents.SingleOrDefaultAsync(candidate => candidate.Number == number, cancel);
        if (document is null || !document.Remove(change.Now)) return;
        change.Audit("document.delete", Subject.Of(actor.Person), actor, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        change.Evict(CacheTags.Documents);
        await change.CommitAsync(cancel);
    }
}

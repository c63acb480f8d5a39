using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Realtime;

namespace Participation.Web.Uploads.Documents;

/// <summary>The staff takes a document down. A second call changes nothing.</summary>
public sealed class DeleteDocument(ParticipationDbContext db, Changes changes)
{
    public async Task ExecuteAsync(int number, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Uploads], cancel);
        if (await db.Documents.Where(document => document.Number == number).ExecuteDeleteAsync(cancel) == 0) return;
        change.Audit("document.delete", Subject.Of(actor.Person), actor, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await change.CommitAsync(cancel);
    }
}

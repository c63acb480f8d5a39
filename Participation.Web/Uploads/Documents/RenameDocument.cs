using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Uploads.Documents;

/// <summary>The staff corrects what a document is called, wherever it stands.</summary>
public sealed class RenameDocument(ParticipationDbContext db, Changes changes)
{
    /// <returns>The refusal, or null.</returns>
    public async Task<Refusal?> ExecuteAsync(int number, string title, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsModerator) return new NotAllowed();
        await using var change = await changes.BeginAsync([Channel.Uploads], cancel);
        var document = await db.Documents.SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) ?? throw new NotFoundException();
        var before = document.Title;
        if (document.Rename(title.Trim(), change.Now) is { } refusal) return refusal;
        if (document.Title == before) return null;
        change.Audit("document.rename", Subject.Of(actor.Person), actor, document.Title);
        change.Evict(CacheTags.Documents);
        await change.CommitAsync(cancel);
        return null;
    }
}

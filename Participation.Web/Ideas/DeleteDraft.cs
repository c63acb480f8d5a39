using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Ideas;

/// <summary>Deletes one's own draft for good. What was handed in is not a draft any more and stays.</summary>
public sealed class DeleteDraft(ParticipationDbContext db, Changes changes)
{
    public async Task ExecuteAsync(IdeaId id, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Drafts(actor.Person)], cancel);
        var idea = await db.Ideas.SingleOrDefaultAsync(candidate => candidate.Id == id && candidate.Status == IdeaStatus.Draft, cancel);
        if (idea is null) return; // Deleted twice is deleted.
        if (idea.AuthorId != actor.Person) throw new ForbiddenException();
        db.Ideas.Remove(idea);
        await change.CommitAsync(cancel);
    }
}

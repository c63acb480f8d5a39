using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals;
using Participation.Web.Data;
using Participation.Web.Notifications;

namespace Participation.Web.Proposals;

/// <summary>Tells the authors of the ideas that a proposal comes from, each once, as soon as anybody may read it: at the start, when reading along is allowed later, or when it is published.</summary>
public sealed class TellIdeaAuthors(ParticipationDbContext db, Notifier notifier)
{
    /// <summary>Called within the change that lets anybody read it.</summary>
    internal async Task ExecuteAsync(Proposal proposal, IReadOnlyCollection<IdeaId> from, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        if (!proposal.IsReleased || from.Count == 0) return;
        var ideas = await db.Ideas.AsNoTracking().Where(idea => from.Contains(idea.Id) && idea.AuthorId != actor.Person).Select(idea => new { idea.AuthorId, Number = idea.Number ?? 0, idea.Title }).ToListAsync(cancel);
        var told = ideas.ConvertAll(idea => (Person: idea.AuthorId, Happening: new Happening(NotificationKind.ProposalFromIdea, idea.Number, proposal.Title, $"proposal-{proposal.Number}-from-{idea.Number}", Detail: idea.Title, CaseNumber: proposal.Number)));
        var keys = told.ConvertAll(one => one.Happening.Key);
        var known = await db.Notifications.AsNoTracking().Where(entry => keys.Contains(entry.Key)).Select(entry => entry.Key).ToListAsync(cancel);
        await notifier.TellEachAsync([.. told.Where(one => !known.Contains(one.Happening.Key))], now, cancel);
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Web.Data;
using Participation.Web.Notifications;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>Tells people what was written about a text, and what became of what they wrote.</summary>
public sealed class SuggestionNews(ParticipationDbContext db, Notifier notifier)
{
    private const int MostWriters = 50;

    /// <summary>Tells those who write for the organisation that leads, each once a day and proposal, except the acting person.</summary>
    public async Task TellWritersAsync(OpenedProposal open, NotificationKind kind, Actor actor, CancellationToken cancel)
    {
        var (lead, key) = (open.Proposal.Lead, $"{kind}-{open.Proposal.Number}-{open.Change.Now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        var writers = await db.Memberships.Where(membership => membership.OrganisationId == lead && membership.Role != MembershipRole.Viewer && membership.PersonId != actor.Person
            && !db.Notifications.Any(told => told.PersonId == membership.PersonId && told.Key == key)).OrderBy(membership => membership.PersonId).Take(MostWriters).Select(membership => membership.PersonId).ToListAsync(cancel);
        var happening = new Happening(kind, 0, open.Proposal.Title, key, CaseNumber: open.Proposal.Number);
        await notifier.TellEachAsync([.. writers.Select(writer => (writer, happening))], open.Change.Now, cancel);
    }

    /// <summary>Tells an author, unless they did it themselves.</summary>
    public async Task TellAuthorAsync(OpenedProposal open, PersonId author, NotificationKind kind, int number, string? detail, Actor actor, CancellationToken cancel)
    {
        if (author == actor.Person) return;
        await notifier.TellAsync(author, new Happening(kind, 0, open.Proposal.Title, $"{kind}-{open.Proposal.Number}-{number}", number, detail, open.Proposal.Number), open.Change.Now, cancel);
    }
}

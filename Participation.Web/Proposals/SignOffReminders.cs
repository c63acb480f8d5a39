using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Realtime;

namespace Participation.Web.Proposals;

/// <summary>Reminds owners of missing signatures shortly before the last day: once in each round, whichever process looks, and however often.</summary>
public sealed class RemindOfSignatures(ParticipationDbContext db, Changes changes, Notifier notifier, CityClock clock)
{
    private const int Most = 200;

    public async Task ExecuteAsync(CancellationToken cancel)
    {
        var from = clock.Today.AddDays(Proposal.RemindDaysBefore);
        var due = await db.Proposals.AsNoTracking().Where(proposal => proposal.Status == ProposalStatus.SignOff && proposal.SignBy <= from && proposal.RemindedRound < proposal.Round)
            .OrderBy(proposal => proposal.SignBy).Take(Most).Select(proposal => proposal.Number).ToListAsync(cancel);
        foreach (var number in due) await RemindAsync(number, cancel);
    }

    private async Task RemindAsync(int number, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Proposal(number)], cancel);
        db.ChangeTracker.Clear();
        var proposal = await db.Proposals.Include(p => p.Authors).Include(p => p.SignOffs).AsSplitQuery().SingleAsync(p => p.Number == number, cancel);
        if (!proposal.Remind(clock.Today)) return;
        var missing = proposal.UnsignedBy.ToList();
        var owners = await db.Memberships.Where(membership => missing.Contains(membership.OrganisationId) && membership.Role == MembershipRole.Owner).Select(membership => membership.PersonId).Distinct().ToListAsync(cancel);
        foreach (var owner in owners)
            await notifier.TellAsync(owner, new Happening(NotificationKind.ProposalSignReminder, 0, proposal.Title, $"{NotificationKind.ProposalSignReminder}-{number}-{proposal.Round}", CaseNumber: number), change.Now, cancel);
        await change.CommitAsync(cancel);
    }
}

/// <summary>Looks every hour.</summary>
internal sealed class SignOffReminders(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SignOffReminders> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Rounds.EveryAsync<RemindOfSignatures>(Pace, scopes, clock, log, remind => remind.ExecuteAsync(stoppingToken), stoppingToken);
}

using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Accounts.Organisations;
using Participation.Web.Hosting;

namespace Participation.Tests.Accounts.Organisations;

public sealed class OrganisationRaceTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_owners_who_demote_each_other_at_once_leave_one_owner(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        for (var round = 0; round < 5; round++)
        {
            var organisation = await site.OrganisationAsync($"verein-{round}");
            var (anna, berta) = (await site.MemberAsync(organisation, MembershipRole.Owner), await site.MemberAsync(organisation, MembershipRole.Owner));
            var refusals = await Task.WhenAll(DemoteAsync(site, organisation, anna, berta), DemoteAsync(site, organisation, berta, anna), LeaveAsync(site, organisation, anna), LeaveAsync(site, organisation, berta));
            Assert.Single((await site.RolesAsync(organisation)).Values, role => role is MembershipRole.Owner);
            Assert.Contains(refusals, refusal => refusal is not null);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task One_invitation_accepted_many_times_at_once_is_one_membership(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var organisation = await site.OrganisationAsync();
        var (owner, invited) = (await site.MemberAsync(organisation, MembershipRole.Owner), await new Given(site).PersonAsync());
        await Browsing.CookieAsync(site, invited);
        Assert.Null(await site.UseAsync<InviteMember, Domain.Refusal?>(invite => invite.ExecuteAsync("stadtwerke", $"{invited.Person.Value:N}@example.org", MembershipRole.Editor, owner, default)));
        var token = Mailbox.Link((await new Mailbox(site).WaitAsync($"{invited.Person.Value:N}@example.org"))[^1]).Split('=')[1];

        var refusals = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            site.UseAsync<AcceptInvitation, Domain.Refusal?>(async accept => (await accept.ExecuteAsync(token, invited, default)).Refusal)));

        Assert.All(refusals, Assert.Null);
        Assert.Equal(2, (await site.RolesAsync(organisation)).Count);
        Assert.Equal(["membership.invite", "membership.accept"], await site.AuditAsync(organisation));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Invitations_sent_at_once_do_not_pass_the_limit_and_one_address_has_one(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var owner = await site.MemberAsync(await site.OrganisationAsync(), MembershipRole.Owner);
        var refusals = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => site.UseAsync<InviteMember, Domain.Refusal?>(
            invite => invite.ExecuteAsync("stadtwerke", $"{i % 25}@example.org", MembershipRole.Viewer, owner, default))));
        Assert.Contains(refusals, refusal => refusal is TooManyInvitations);
        var open = await site.WithDbAsync(db => db.Invitations.Where(invitation => invitation.WithdrawnAt == null).Select(invitation => invitation.Email).ToListAsync());
        Assert.Equal(Invitation.MaxOpen, open.Count);
        Assert.Equal(open.Count, open.Distinct().Count());
    }

    private static async Task<Domain.Refusal?> DemoteAsync(TestSite site, Organisation organisation, Actor by, Actor whom)
    {
        try
        {
            return await site.UseAsync<ChangeMemberRole, Domain.Refusal?>(change => change.ExecuteAsync(organisation.Slug, whom.Person, MembershipRole.Editor, by, default));
        }
        catch (NotFoundException)
        {
            return new Domain.NotAllowed(); // Who was to be demoted had left a moment before.
        }
    }

    private static Task<Domain.Refusal?> LeaveAsync(TestSite site, Organisation organisation, Actor who) =>
        site.UseAsync<LeaveOrganisation, Domain.Refusal?>(leave => leave.ExecuteAsync(organisation.Slug, who, default));
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Tests.Support;
using Participation.Web.Proposals;

namespace Participation.Tests.Proposals;

/// <summary>From the first draft to publication, stored on both databases.</summary>
public sealed class SigningOffTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Three_organisations_write_sign_and_publish_and_everyone_is_told(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var author = await new Given(site).PersonAsync();
        var proposal = await GivenProposal.PublishedAsync(site, await new Given(site).IdeaAsync(author));
        var now = await proposal.ReadAsync();
        Assert.Equal((ProposalStatus.Published, 3, 64), (now.Status, now.SignOffs.Count, now.ContentHash!.Length));
        Assert.Equal(["ProposalBegun", "ProposalPublished"], await proposal.ToldAsync(author));
        Assert.Equal(["ProposalInvited", "ProposalToSign", "ProposalPublished"], await proposal.ToldAsync(proposal.Second.Owner));
        Assert.Equal(["ProposalJoined", "ProposalJoined", "ProposalPublished"], await proposal.ToldAsync(proposal.Lead.Owner));
        var audited = await site.WithDbAsync(db => db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync());
        Assert.Equal(["proposal.start", "proposal.invite", "proposal.join", "proposal.invite", "proposal.join", "proposal.freeze", "proposal.sign", "proposal.sign", "proposal.sign"], audited.Where(action => action.StartsWith("proposal", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_objection_opens_the_text_and_its_reason_reaches_the_owners(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var proposal = await GivenProposal.FrozenAsync(site);
        Assert.Null(await proposal.SignAsync(proposal.Lead));
        var hash = (await proposal.ReadAsync()).ContentHash!;
        Assert.False((await proposal.TextAsync()).IsOpen);
        Assert.Null(await site.UseAsync<ObjectToProposal, Refusal?>(use => use.ExecuteAsync(proposal.Number, proposal.Third.Id, hash, "Zu teuer.", proposal.Third.Owner, default)));
        Assert.True((await proposal.TextAsync()).IsOpen);
        Assert.Equal(ProposalStatus.Drafting, (await proposal.ReadAsync()).Status);
        Assert.Contains("ProposalObjected", await proposal.ToldAsync(proposal.Lead.Owner));
        Assert.Equal("Zu teuer.", await site.WithDbAsync(db => db.Notifications.Where(told => told.PersonId == proposal.Second.Owner.Person).OrderByDescending(told => told.Id).Select(told => told.Detail).FirstAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Opening_again_tells_those_whose_signature_is_void(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var proposal = await GivenProposal.FrozenAsync(site);
        Assert.Null(await proposal.SignAsync(proposal.Lead));
        Assert.Null(await proposal.ReopenAsync(proposal.Third.Editor));
        Assert.Null(await proposal.ReopenAsync(proposal.Third.Editor));
        Assert.Single(await proposal.ToldAsync(proposal.Lead.Owner), kind => kind == "ProposalReopened");
        Assert.DoesNotContain("ProposalReopened", await proposal.ToldAsync(proposal.Second.Owner));
        await proposal.WriteAllAsync("Anders.");
        Assert.Null(await proposal.FreezeAsync());
        foreach (var party in new[] { proposal.Lead, proposal.Second, proposal.Third }) Assert.Null(await proposal.SignAsync(party));
        Assert.Equal((ProposalStatus.Published, 2), ((await proposal.ReadAsync()).Status, (await proposal.ReadAsync()).Round));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_removed_organisation_neither_writes_nor_signs(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var proposal = await GivenProposal.InAsync(site);
        Assert.Null(await site.UseAsync<RemoveOrganisation, Refusal?>(use => use.ExecuteAsync(proposal.Number, proposal.Third.Id, proposal.Lead.Owner, default)));
        Assert.Equal("ProposalRemoved", (await proposal.ToldAsync(proposal.Third.Owner))[^1]);
        await proposal.WriteAllAsync();
        Assert.Null(await proposal.FreezeAsync());
        Assert.IsType<NotAllowed>(await proposal.SignAsync(proposal.Third));
        Assert.IsType<NotAllowed>(await proposal.ReopenAsync(proposal.Third.Editor));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Missing_signatures_are_reminded_of_once(string database)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await TestSite.StartAsync(database, services: services => services.AddSingleton<TimeProvider>(clock));
        var proposal = await GivenProposal.FrozenAsync(site);
        Assert.Null(await proposal.SignAsync(proposal.Lead));
        await RemindAsync();
        clock.Advance(TimeSpan.FromDays(12));
        await Task.WhenAll(RemindAsync(), RemindAsync());
        await RemindAsync();
        Assert.Single(await proposal.ToldAsync(proposal.Second.Owner), kind => kind == "ProposalSignReminder");
        Assert.DoesNotContain("ProposalSignReminder", await proposal.ToldAsync(proposal.Lead.Owner));

        Task RemindAsync() => site.UseAsync<RemindOfSignatures>(remind => remind.ExecuteAsync(default));
    }
}

using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals;
using Participation.Tests.Support;
using Participation.Web.Hosting;
using Participation.Web.Proposals;
using Participation.Web.Shared;

namespace Participation.Tests.Proposals;

/// <summary>What all have signed goes to a committee, said by a moderator.</summary>
public sealed class HandoverTests
{
    /// <summary>In the city: an hour before midnight UTC it is tomorrow there.</summary>
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(new CityOptions().TimeZone)).DateTime);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_moderator_hands_a_signed_proposal_over_and_its_organisations_are_told_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (given, moderator) = (await site.ProposalAsync(), await new Given(site).PersonAsync(Role.Moderator));
        Assert.IsType<ProposalIsNotPublished>(await HandOverAsync(given, moderator, "Ausschuss"));
        await given.PublishedAsync(Today.AddDays(5));
        Assert.IsType<NotAllowed>(await HandOverAsync(given, given.Lead, "Ausschuss"));
        Assert.IsType<WrongDayOfHandover>(await HandOverAsync(given, moderator, "Ausschuss", Today.AddDays(3)));
        Assert.IsType<WrongDayOfHandover>(await HandOverAsync(given, moderator, "Ausschuss", Today.AddDays(-3)));

        var browsing = await Browsing.AsAsync(site, moderator);
        await browsing.SubmitAsync(Links.HandOverProposal(given.Number), "#uebergabe", new() { ["Input.Committee"] = "Ausschuss für Verkehr", ["Input.Reference"] = "V 12/2026" });
        Assert.Null(await HandOverAsync(given, moderator, "Ausschuss für Mobilität"));
        var now = await given.ReadAsync();
        Assert.Equal((ProposalStatus.InCommittee, "Ausschuss für Mobilität", "V 13"), (now.Status, now.Committee, now.CommitteeReference));
        var told = await site.WithDbAsync(db => db.Notifications.Where(entry => entry.Kind == NotificationKind.ProposalHandedOver).ToListAsync());
        Assert.Equal([given.Lead.Person, given.Partner.Person], told.Select(entry => entry.PersonId).OrderBy(person => person == given.Partner.Person));

        var page = await Browsing.Visitor(site).GetAsync(Links.Proposal(given.Number, "Sichere Radwege"));
        Assert.Contains("Ausschuss für Mobilität", page.QuerySelector("#uebergeben")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("V 13", page.QuerySelector("#uebergeben")!.TextContent, StringComparison.Ordinal);
        var link = $"a[href='{Links.HandOverProposal(given.Number)}']";
        Assert.Null(page.QuerySelector(link));
        Assert.NotNull((await browsing.GetAsync(Links.Proposal(given.Number, "Sichere Radwege"))).QuerySelector(link));
        await site.WithDbAsync(db => db.Proposals.ExecuteUpdateAsync(set => set.SetProperty(proposal => proposal.Status, ProposalStatus.Adopted)));
        Assert.Null((await browsing.GetAsync(Links.Proposal(given.Number, "Sichere Radwege"))).QuerySelector(link));
        Assert.Null((await browsing.GetAsync(Links.HandOverProposal(given.Number))).QuerySelector("#uebergabe"));
    }

    private static async Task<Refusal?> HandOverAsync(GivenProposal given, Actor actor, string committee, DateOnly? on = null)
    {
        var order = await given.OrderAsync(actor);
        return await given.Site.UseAsync<HandOverProposal, Refusal?>(handOver => handOver.ExecuteAsync(order, new Handover(committee, on ?? Today, "V 13"), default));
    }
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Tests.Accounts.Organisations;
using Participation.Tests.Support;
using Participation.Web.Proposals;
using Participation.Web.Proposals.Writing;
using Participation.Web.Shared;

namespace Participation.Tests.Proposals;

/// <summary>Two people at once; whatever the order, it happens exactly once.</summary>
public sealed class SigningRaceTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_owners_of_one_organisation_sign_at_once_and_it_is_one_signature(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var proposal = await GivenProposal.FrozenAsync(site);
        var other = await site.MemberAsync(proposal.Second.Organisation, MembershipRole.Owner);
        var refusals = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => proposal.SignAsync(proposal.Second, i % 2 == 0 ? proposal.Second.Owner : other)));
        Assert.All(refusals, Assert.Null);
        var now = await proposal.ReadAsync();
        Assert.Single(now.SignOffs);
        Assert.Single(now.Events, step => step.Kind is ProposalEventKind.Signed);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_last_two_organisations_sign_at_once_and_it_is_published_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        for (var round = 0; round < 3; round++)
        {
            var proposal = await GivenProposal.FrozenAsync(site);
            Assert.Null(await proposal.SignAsync(proposal.Lead));
            Assert.All(await Task.WhenAll(proposal.SignAsync(proposal.Second), proposal.SignAsync(proposal.Third)), Assert.Null);
            var now = await proposal.ReadAsync();
            Assert.Equal((ProposalStatus.Published, 3), (now.Status, now.SignedBy.Count()));
            Assert.Single(now.Events, step => step.Kind is ProposalEventKind.Published);
            Assert.Single(await proposal.ToldAsync(proposal.Lead.Owner), kind => kind == "ProposalPublished");
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_signature_and_opening_again_at_once_never_leave_a_signature_of_another_text(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        for (var round = 0; round < 4; round++)
        {
            var proposal = await GivenProposal.FrozenAsync(site);
            Assert.Null(await proposal.SignAsync(proposal.Lead));
            Assert.Null(await proposal.SignAsync(proposal.Second));
            var hash = (await proposal.ReadAsync()).ContentHash!;
            var results = await Task.WhenAll(proposal.SignAsync(proposal.Third, hash: hash), proposal.ReopenAsync(proposal.Second.Editor));
            var now = await proposal.ReadAsync();
            if (now.Status is ProposalStatus.Published)
            {
                Assert.Equal((null, true), (results[0], results[1] is ProposalStepNotPossible));
                Assert.Equal(3, now.SignedBy.Count());
            }
            else
            {
                Assert.Equal((ProposalStatus.Drafting, null), (now.Status, results[1]));
                Assert.IsType<TextToSignHasChanged>(results[0]);
                Assert.Empty(now.SignedBy);
            }
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_written_while_it_is_frozen_is_signed_or_refused_but_never_lost_or_added(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        for (var round = 0; round < 4; round++)
        {
            var proposal = await GivenProposal.InAsync(site);
            await proposal.WriteAllAsync("Anfang");
            var text = (await proposal.TextAsync()).Id;
            var client = PushUpdates.ClientPrefix(text, proposal.Third.Editor.Person) + "x1";
            var push = site.UseAsync<PushUpdates, Outcome<int>>(use => use.ExecuteAsync(text, 0, client, JsonElement.Parse("""[[6,[0," und Ende"]]]"""), proposal.Third.Editor, default));
            var freeze = proposal.FreezeAsync();
            var (written, frozen) = (await push, await freeze);
            Assert.Null(frozen);
            var now = await proposal.ReadAsync();
            var content = await site.InScopeAsync(services => ((ContentOfProposal)services.GetService(typeof(ContentOfProposal))!).ReadAsync(now.Id, default));
            Assert.Equal(content.Hash(), now.ContentHash);
            Assert.Equal(written.Done ? "Anfang und Ende" : "Anfang", content.Sections[0].Text);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_same_form_sent_many_times_at_once_is_one_proposal(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var author = await new Given(site).PersonAsync();
        var idea = await new Given(site).IdeaAsync(author);
        var party = await GivenProposal.PartyAsync(site);
        var input = new NewProposal("Radwege", "", party.Id, [idea], false, "derselbe");
        var numbers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => site.UseAsync<StartProposal, Outcome<int>>(start => start.ExecuteAsync(input, party.Editor, default))));
        Assert.Single(numbers.Select(number => number.Value).Distinct());
        Assert.Equal((1, 1), await site.WithDbAsync(async db => (await db.Proposals.CountAsync(), await db.Notifications.CountAsync(told => told.PersonId == author.Person))));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_who_change_the_costs_at_once_do_not_overwrite_each_other(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var proposal = await GivenProposal.InAsync(site);
        var version = (await proposal.ReadAsync()).Version;
        var refusals = await Task.WhenAll(new[] { proposal.Lead, proposal.Second, proposal.Third }.Select((party, i) => site.UseAsync<CalculateCosts, Refusal?>(
            costs => costs.ExecuteAsync(proposal.Number, [new CostLine($"Posten {i}", i, null)], version, party.Editor, default))));
        Assert.Equal(2, refusals.Count(refusal => refusal is ChangedMeanwhile));
        Assert.Single((await proposal.ReadAsync()).Costs);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_owner_who_is_demoted_at_the_same_time_signs_before_or_not_at_all(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var proposal = await GivenProposal.FrozenAsync(site);
        var second = await site.MemberAsync(proposal.Second.Organisation, MembershipRole.Owner);
        var demote = site.UseAsync<Web.Accounts.Organisations.ChangeMemberRole, Refusal?>(change => change.ExecuteAsync(proposal.Second.Organisation.Slug, second.Person, MembershipRole.Viewer, proposal.Second.Owner, default));
        var sign = proposal.SignAsync(proposal.Second, second);
        Assert.Null(await demote);
        Assert.Equal(await sign is null ? 1 : 0, (await proposal.ReadAsync()).SignOffs.Count);
        Assert.IsType<NotAllowed>(await proposal.SignAsync(proposal.Second, second));
    }
}

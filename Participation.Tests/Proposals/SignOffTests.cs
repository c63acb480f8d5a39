using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals;
using Participation.Tests.Support;
using Participation.Web.Proposals;
using Participation.Web.Proposals.Writing;
using Participation.Web.Shared;

namespace Participation.Tests.Proposals;

/// <summary>Two organisations from the first line to publication, and what happens when several act at once.</summary>
public sealed class SignOffTests
{
    private static readonly DateOnly Soon = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(10);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_all_have_signed_is_published_with_exactly_the_text_that_was_frozen(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (number, lead, partner, works) = await DraftAsync(site);
        Assert.Null(await FreezeAsync(site, number, lead));
        var frozen = await ReadAsync(site, number);
        Assert.Equal((ProposalStatus.SignOff, 64), (frozen.Status, frozen.ContentHash!.Length));
        Assert.All(await TextsAsync(site, frozen.Id), text => Assert.False(text.IsOpen));
        Assert.IsType<TextIsFrozen>(await ChangeAsync(site, number, lead, "Ein anderer Titel"));
        Assert.IsType<NotAllowed>(await SignAsync(site, number, partner, frozen.Lead, frozen.ContentHash));
        Assert.IsType<ChangedMeanwhile>(await SignAsync(site, number, lead, frozen.Lead, new string('0', 64)));

        Assert.Null(await SignAsync(site, number, lead, frozen.Lead, frozen.ContentHash));
        Assert.IsType<SignedAlready>(await SignAsync(site, number, lead, frozen.Lead, frozen.ContentHash));
        Assert.Equal(ProposalStatus.SignOff, (await ReadAsync(site, number)).Status);
        Assert.Null(await SignAsync(site, number, partner, works, frozen.ContentHash));
        var published = await ReadAsync(site, number);
        Assert.Equal((ProposalStatus.Published, 2, frozen.ContentHash), (published.Status, published.Signatures.Count(), published.ContentHash));
        Assert.IsType<ProposalIsPublished>(await site.UseAsync<ReopenProposal, Refusal?>(async reopen => await reopen.WithdrawAsync(await OrderAsync(site, number, lead), default)));
        Assert.Contains(NotificationKind.ProposalToSign, await site.WithDbAsync(db => db.Notifications.Where(told => told.PersonId == partner.Person).Select(told => told.Kind).ToListAsync()));

        var page = await Browsing.Visitor(site).GetAsync(Links.Proposal(number, published.Title));
        Assert.Equal(2, page.QuerySelectorAll(".signoff__state--yes").Length);
        Assert.Contains(published.ContentHash!, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Declining_or_going_on_writing_voids_every_signature(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (number, lead, partner, works) = await DraftAsync(site);
        Assert.Null(await FreezeAsync(site, number, lead));
        var frozen = await ReadAsync(site, number);
        Assert.Null(await SignAsync(site, number, lead, frozen.Lead, frozen.ContentHash!));
        Assert.IsType<Domain.Ideas.ReasonIsMissing>(await DeclineAsync(site, number, partner, works, "  "));
        Assert.Null(await DeclineAsync(site, number, partner, works, "Die Kosten sind noch offen."));
        var again = await ReadAsync(site, number);
        Assert.Equal((ProposalStatus.Drafting, null, 0), (again.Status, again.ContentHash, again.Signatures.Count()));
        Assert.All(again.SignOffs, signed => Assert.NotNull(signed.VoidedAt));
        Assert.All(await TextsAsync(site, again.Id), text => Assert.True(text.IsOpen));

        Assert.Null(await FreezeAsync(site, number, lead));
        var second = await ReadAsync(site, number);
        Assert.Equal((2, frozen.ContentHash), (second.Round, second.ContentHash));
        Assert.Null(await SignAsync(site, number, partner, works, second.ContentHash!));
        Assert.Null(await site.UseAsync<ReopenProposal, Refusal?>(async reopen => await reopen.ReopenAsync(await OrderAsync(site, number, partner), default)));
        Assert.Empty((await ReadAsync(site, number)).Signatures);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Signatures_that_come_at_once_count_once_each_and_publish_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (number, lead, partner, works) = await DraftAsync(site);
        var second = await AddOwnerAsync(site, works);
        Assert.Null(await FreezeAsync(site, number, lead));
        var frozen = await ReadAsync(site, number);
        // Whoever is refused because somebody was faster looks again and tries once more, as a person does.
        var outcomes = await Task.WhenAll(PersistAsync(lead, frozen.Lead), PersistAsync(partner, works), PersistAsync(second, works));
        Assert.Equal(2, outcomes.Count(outcome => outcome is null));
        Assert.True(outcomes.Single(outcome => outcome is not null) is SignedAlready or NotInSignOff);
        var published = await ReadAsync(site, number);
        Assert.Equal((ProposalStatus.Published, 2), (published.Status, published.SignOffs.Count));

        async Task<Refusal?> PersistAsync(Actor who, OrganisationId organisation)
        {
            Refusal? refusal;
            do refusal = await SignAsync(site, number, who, organisation, frozen.ContentHash!);
            while (refusal is ChangedMeanwhile);
            return refusal;
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_signature_and_going_on_writing_at_once_leave_either_a_draft_or_a_publication(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (number, lead, partner, works) = await DraftAsync(site);
        Assert.Null(await FreezeAsync(site, number, lead));
        var frozen = await ReadAsync(site, number);
        Assert.Null(await SignAsync(site, number, lead, frozen.Lead, frozen.ContentHash!));
        var order = await OrderAsync(site, number, lead);
        var both = await Task.WhenAll(
            site.UseAsync<SignProposal, Refusal?>(sign => sign.SignAsync(order with { Actor = partner }, works, frozen.ContentHash!, default)),
            site.UseAsync<ReopenProposal, Refusal?>(reopen => reopen.ReopenAsync(order, default)));
        Assert.Single(both, outcome => outcome is null);
        var now = await ReadAsync(site, number);
        Assert.Equal(both[0] is null ? (ProposalStatus.Published, 2) : (ProposalStatus.Drafting, 0), (now.Status, now.Signatures.Count()));
        Assert.All(await TextsAsync(site, now.Id), text => Assert.Equal(now.Status is ProposalStatus.Drafting, text.IsOpen));
    }

    [Fact]
    public async Task It_is_not_frozen_while_something_is_missing_and_only_by_the_lead()
    {
        await using var site = await TestSite.StartAsync();
        var (number, lead, partner, _) = await DraftAsync(site, texts: false);
        Assert.IsType<SectionsAreEmpty>(await FreezeAsync(site, number, lead));
        Assert.All(await TextsAsync(site, (await ReadAsync(site, number)).Id), text => Assert.True(text.IsOpen));
        Assert.IsType<NotAllowed>(await FreezeAsync(site, number, partner));
        var invited = await OrganisationAsync(site, "verein");
        Assert.Null(await site.UseAsync<InviteOrganisation, Refusal?>(async invite => await invite.ExecuteAsync(await OrderAsync(site, number, lead), invited.Slug, AuthorRole.CoAuthor, default)));
        Assert.IsType<InvitationsAreOpen>(await FreezeAsync(site, number, lead));
    }

    [Theory]
    [InlineData("1.234,56", true, 123456L)]
    [InlineData("1234,5 €", true, 123450L)]
    [InlineData("0", true, 0L)]
    [InlineData(" ", true, null)]
    [InlineData("12,345", false, null)]
    [InlineData("-5", false, null)]
    [InlineData("1e9", false, null)]
    [InlineData("99999999999999999999", false, null)]
    [InlineData("ungefähr 100", false, null)]
    public void Amounts_are_read_exactly_or_not_at_all(string typed, bool isAmount, long? cents)
    {
        Assert.Equal(isAmount, ProposalForms.TryCents(typed, out var read));
        Assert.Equal(cents, read);
    }

    private static async Task<(int Number, Actor Lead, Actor Partner, OrganisationId Works)> DraftAsync(TestSite site, bool texts = true)
    {
        var (city, works) = (await OrganisationAsync(site, "stadt"), await OrganisationAsync(site, "werke"));
        var (lead, partner) = (await AddOwnerAsync(site, city.Id), await AddOwnerAsync(site, works.Id));
        var idea = await new Given(site).IdeaAsync();
        var started = await site.UseAsync<StartProposal, Outcome<int>>(start => start.ExecuteAsync(new ProposalStart("Sichere Radwege", "Wege für alle.", city.Slug, [idea], ReadAlong: true, "vorhaben-schluessel"), lead, default));
        var again = await site.UseAsync<StartProposal, Outcome<int>>(start => start.ExecuteAsync(new ProposalStart("Sichere Radwege", "Wege für alle.", city.Slug, [idea], ReadAlong: true, "vorhaben-schluessel"), lead, default));
        Assert.Equal((started.Value, 1), (again.Value, await site.WithDbAsync(db => db.Proposals.CountAsync())));
        var number = started.Value;
        Assert.Null(await site.UseAsync<InviteOrganisation, Refusal?>(async invite => await invite.ExecuteAsync(await OrderAsync(site, number, lead), works.Slug, AuthorRole.CoAuthor, default)));
        Assert.Null(await site.UseAsync<TakePart, Refusal?>(async part => await part.JoinAsync(await OrderAsync(site, number, partner), works.Id, default)));
        if (texts) await site.WithDbAsync(db => db.SharedTexts.ExecuteUpdateAsync(set => set.SetProperty(text => text.Snapshot, "Hier steht etwas.")));
        return (number, lead, partner, works.Id);
    }

    private static Task<Organisation> OrganisationAsync(TestSite site, string slug) => site.WithDbAsync(async db =>
    {
        var organisation = Organisation.Found(OrganisationId.New(A.Moment), slug, slug.ToUpperInvariant(), "company", null, FormattedText.Empty);
        db.Organisations.Add(organisation);
        await db.SaveChangesAsync();
        return organisation;
    });

    private static async Task<Actor> AddOwnerAsync(TestSite site, OrganisationId organisation)
    {
        var person = await new Given(site).PersonAsync(Role.Partner);
        await site.WithDbAsync(db =>
        {
            db.Memberships.Add(Membership.Grant(organisation, person.Person, MembershipRole.Owner));
            return db.SaveChangesAsync();
        });
        return person;
    }

    private static Task<Proposal> ReadAsync(TestSite site, int number) => site.WithDbAsync(db => db.Proposals.AsNoTracking().Include(p => p.Authors).Include(p => p.SignOffs).SingleAsync(p => p.Number == number));

    private static async Task<ProposalOrder> OrderAsync(TestSite site, int number, Actor actor) => new(number, (await ReadAsync(site, number)).Version, actor);

    private static Task<IReadOnlyList<TextNow>> TextsAsync(TestSite site, ProposalId proposal) => site.UseAsync<ReadTexts, IReadOnlyList<TextNow>>(texts => texts.OfAsync(proposal, default));

    private static Task<Refusal?> FreezeAsync(TestSite site, int number, Actor actor) =>
        site.UseAsync<FreezeProposal, Refusal?>(async freeze => await freeze.ExecuteAsync(await OrderAsync(site, number, actor), Soon, default));

    private static Task<Refusal?> SignAsync(TestSite site, int number, Actor actor, OrganisationId organisation, string hash) =>
        site.UseAsync<SignProposal, Refusal?>(async sign => await sign.SignAsync(await OrderAsync(site, number, actor), organisation, hash, default));

    private static Task<Refusal?> DeclineAsync(TestSite site, int number, Actor actor, OrganisationId organisation, string reason) =>
        site.UseAsync<SignProposal, Refusal?>(async sign => await sign.DeclineAsync(await OrderAsync(site, number, actor), organisation, reason, default));

    private static Task<Refusal?> ChangeAsync(TestSite site, int number, Actor actor, string title) =>
        site.UseAsync<ChangeProposal, Refusal?>(async change => await change.ExecuteAsync(await OrderAsync(site, number, actor), new ProposalDetails(title, "Kurz.", ReadAlong: true, []), default));
}

using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Proposals;
using Participation.Tests.Support;

namespace Participation.Tests.Proposals;

/// <summary>One allowing and one refusing test per rule.</summary>
public sealed class ProposalRuleTests
{
    private static readonly OrganisationId Lead = OrganisationId.New(A.Moment), Second = OrganisationId.New(A.Moment), Third = OrganisationId.New(A.Moment);
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly DateTimeOffset Now = A.Moment.AddHours(1);

    [Fact]
    public void A_new_proposal_has_every_section_and_only_its_lead()
    {
        var proposal = Begin();
        Assert.Equal(Enum.GetValues<SectionKind>(), proposal.Sections.Select(text => text.Section));
        Assert.Equal([(Lead, AuthorRole.Lead, true)], proposal.Authors.Select(author => (author.OrganisationId, author.Role, author.Writes)));
        Assert.False(proposal.IsPublic);
        Assert.True(Begin(readAlong: true).IsPublic);
    }

    [Fact]
    public void Only_owners_of_the_lead_invite_and_only_while_it_is_written()
    {
        var proposal = Begin();
        Assert.IsType<NotAllowed>(proposal.Invite(Second, AuthorRole.CoAuthor, Editor(Lead), Now));
        Assert.IsType<NotAllowed>(proposal.Invite(Second, AuthorRole.CoAuthor, Owner(Second), Now));
        Assert.IsType<LeadStays>(proposal.Invite(Second, AuthorRole.Lead, Owner(Lead), Now));
        Assert.Null(proposal.Invite(Second, AuthorRole.CoAuthor, Owner(Lead), Now));
        Assert.IsType<TakesPartAlready>(proposal.Invite(Second, AuthorRole.Adviser, Owner(Lead), Now));
        Assert.IsType<ProposalIsFrozen>(Frozen().Invite(OrganisationId.New(Now), AuthorRole.CoAuthor, Owner(Lead), Now));
    }

    [Fact]
    public void No_more_organisations_take_part_than_fit()
    {
        var proposal = Begin();
        for (var i = 1; i < Proposal.MostAuthors; i++) Assert.Null(proposal.Invite(OrganisationId.New(Now), AuthorRole.Adviser, Owner(Lead), Now));
        Assert.IsType<TooManyAuthors>(proposal.Invite(OrganisationId.New(Now), AuthorRole.Adviser, Owner(Lead), Now));
    }

    [Fact]
    public void An_owner_of_the_invited_organisation_accepts_once()
    {
        var proposal = Begin();
        Assert.IsType<ProposalInvitationIsGone>(proposal.Join(Second, Owner(Second), Now));
        Assert.Null(proposal.Invite(Second, AuthorRole.CoAuthor, Owner(Lead), Now));
        Assert.IsType<NotAllowed>(proposal.Join(Second, Editor(Second), Now));
        Assert.Null(proposal.Join(Second, Owner(Second), Now));
        var version = proposal.Version;
        Assert.Null(proposal.Join(Second, Owner(Second), Now));
        Assert.Equal(version, proposal.Version);
        Assert.True(proposal.Authors[1].Writes);
    }

    [Fact]
    public void The_lead_is_neither_removed_nor_leaves()
    {
        var proposal = Written();
        Assert.IsType<LeadStays>(proposal.Leave(Lead, Owner(Lead), Now));
        Assert.IsType<LeadStays>(proposal.Remove(Lead, Owner(Lead), Now));
        Assert.IsType<NotAllowed>(proposal.Remove(Third, Owner(Second), Now));
        Assert.Null(proposal.Remove(Third, Owner(Lead), Now));
        Assert.Null(proposal.Leave(Second, Owner(Second), Now));
        Assert.Single(proposal.Authors);
    }

    [Fact]
    public void Whoever_writes_changes_title_and_costs_in_the_version_they_saw()
    {
        var proposal = Written();
        Assert.IsType<NotAllowed>(proposal.Describe("Neu", "", proposal.Version, Owner(OrganisationId.New(Now)), Now));
        Assert.IsType<ChangedMeanwhile>(proposal.Describe("Neu", "", proposal.Version - 1, Editor(Second), Now));
        Assert.IsType<ProposalNeedsTitle>(proposal.Describe("…", "", proposal.Version, Editor(Second), Now));
        Assert.Null(proposal.Describe("Neu", "Kurz", proposal.Version, Editor(Second), Now));
        Assert.IsType<CostsAreIncomplete>(proposal.Calculate([new("", 1, null)], proposal.Version, Editor(Lead), Now));
        Assert.IsType<CostsAreIncomplete>(proposal.Calculate([new("Bänke", -1, null)], proposal.Version, Editor(Lead), Now));
        Assert.IsType<CostsAreIncomplete>(proposal.Calculate([new("Bänke", null, CostItem.LargestAmount + 1)], proposal.Version, Editor(Lead), Now));
        Assert.IsType<TooManyCosts>(proposal.Calculate([.. Enumerable.Repeat(new CostLine("Bänke", 1, null), CostItem.MostItems + 1)], proposal.Version, Editor(Lead), Now));
        Assert.Null(proposal.Calculate([new("Bänke", 120050, null), new("Pflege", null, 0)], proposal.Version, Editor(Lead), Now));
        Assert.Equal([(1, "Bänke", 120050L), (2, "Pflege", null)], proposal.Costs.Select(cost => (cost.Position, cost.Label, cost.OneOff)));
    }

    [Fact]
    public void Only_owners_of_the_lead_choose_who_reads_the_draft()
    {
        var proposal = Written();
        Assert.IsType<NotAllowed>(proposal.ChooseReaders(true, proposal.Version, Owner(Second), Now));
        Assert.Null(proposal.ChooseReaders(true, proposal.Version, Owner(Lead), Now));
        Assert.True(proposal.IsPublic);
    }

    [Fact]
    public void Freezing_needs_texts_answers_and_a_day_that_lies_ahead()
    {
        var proposal = Written();
        Assert.IsType<NotAllowed>(proposal.Freeze(Content(proposal), Today.AddDays(7), Today, Owner(Second), Now));
        Assert.IsType<SectionsAreEmpty>(proposal.Freeze(Content(proposal) with { Sections = [] }, Today.AddDays(7), Today, Owner(Lead), Now));
        Assert.IsType<SigningDayOutOfRange>(proposal.Freeze(Content(proposal), Today, Today, Owner(Lead), Now));
        Assert.IsType<SigningDayOutOfRange>(proposal.Freeze(Content(proposal), Today.AddDays(Proposal.MostDaysToSign + 1), Today, Owner(Lead), Now));
        Assert.Null(proposal.Invite(OrganisationId.New(Now), AuthorRole.CoAuthor, Owner(Lead), Now));
        Assert.IsType<InvitationsAreUnanswered>(proposal.Freeze(Content(proposal), Today.AddDays(7), Today, Owner(Lead), Now));
        var frozen = Frozen();
        Assert.Equal((ProposalStatus.SignOff, Content(frozen).Hash(), 1), (frozen.Status, frozen.ContentHash, frozen.Round));
        Assert.IsType<ProposalStepNotPossible>(frozen.Freeze(Content(frozen), Today.AddDays(7), Today, Owner(Lead), Now));
        Assert.IsType<ProposalIsFrozen>(frozen.Describe("Neu", "", frozen.Version, Editor(Lead), Now));
        Assert.IsType<ProposalIsFrozen>(frozen.Calculate([], frozen.Version, Editor(Lead), Now));
    }

    [Fact]
    public void The_table_of_costs_speaks_for_its_section()
    {
        var content = new ProposalContent(1, "T", "", [.. Enum.GetValues<SectionKind>().Where(kind => kind is not SectionKind.Costs).Select(kind => new SectionText(kind, "Text"))], [], []);
        Assert.True(content.HasEmptySection);
        Assert.False((content with { Costs = [new("Bänke", 1, null)] }).HasEmptySection);
    }

    [Fact]
    public void The_last_signature_publishes_and_a_second_one_of_an_organisation_changes_nothing()
    {
        var proposal = Frozen();
        var hash = proposal.ContentHash!;
        Assert.IsType<NotAllowed>(proposal.Sign(Second, hash, Editor(Second), Now));
        Assert.IsType<NotAllowed>(proposal.Sign(Second, hash, Owner(Lead), Now));
        Assert.IsType<TextToSignHasChanged>(proposal.Sign(Second, new string('0', 64), Owner(Second), Now));
        Assert.Null(proposal.Sign(Lead, hash, Owner(Lead), Now));
        Assert.Null(proposal.Sign(Second, hash, Owner(Second), Now));
        Assert.Null(proposal.Sign(Second, hash, Owner(Second), Now));
        Assert.Equal((2, ProposalStatus.SignOff), (proposal.SignOffs.Count, proposal.Status));
        Assert.Null(proposal.Sign(Third, hash, Owner(Third), Now));
        Assert.Equal((ProposalStatus.Published, Now, hash), (proposal.Status, proposal.PublishedAt!.Value, proposal.ContentHash));
        Assert.Null(proposal.Sign(Third, hash, Owner(Third), Now));
        Assert.Single(proposal.Events, step => step.Kind is ProposalEventKind.Published);
    }

    [Fact]
    public void An_adviser_does_not_sign_and_is_not_waited_for()
    {
        var proposal = Begin();
        Assert.Null(proposal.Invite(Second, AuthorRole.Adviser, Owner(Lead), Now));
        Assert.Null(proposal.Join(Second, Owner(Second), Now));
        Assert.Null(proposal.Freeze(Content(proposal), Today.AddDays(7), Today, Owner(Lead), Now));
        Assert.IsType<NotAllowed>(proposal.Sign(Second, proposal.ContentHash!, Owner(Second), Now));
        Assert.IsType<NotAllowed>(proposal.Reopen(Editor(Second), Now));
        Assert.Null(proposal.Sign(Lead, proposal.ContentHash!, Owner(Lead), Now));
        Assert.Equal(ProposalStatus.Published, proposal.Status);
    }

    [Fact]
    public void An_objection_needs_a_reason_and_voids_every_signature()
    {
        var proposal = Frozen();
        var hash = proposal.ContentHash!;
        Assert.Null(proposal.Sign(Lead, hash, Owner(Lead), Now));
        Assert.IsType<ReasonIsMissing>(proposal.Object(Second, hash, " ", Owner(Second), Now));
        Assert.Null(proposal.Object(Second, hash, "Zu teuer.", Owner(Second), Now));
        Assert.Equal((ProposalStatus.Drafting, null), (proposal.Status, proposal.ContentHash));
        Assert.Empty(proposal.SignedBy);
        Assert.All(proposal.SignOffs, signOff => Assert.Equal(Now, signOff.VoidedAt));
        Assert.Equal("Zu teuer.", proposal.Events[^1].Note);
        Assert.IsType<TextToSignHasChanged>(proposal.Sign(Third, hash, Owner(Third), Now));
    }

    [Fact]
    public void An_organisation_that_signed_may_still_object_until_all_have()
    {
        var proposal = Frozen();
        Assert.Null(proposal.Sign(Second, proposal.ContentHash!, Owner(Second), Now));
        Assert.Null(proposal.Object(Second, proposal.ContentHash!, "Doch nicht.", Owner(Second), Now));
        Assert.Equal(ProposalStatus.Drafting, proposal.Status);
    }

    [Fact]
    public void Opening_again_voids_signatures_and_the_next_round_starts_from_none()
    {
        var proposal = Frozen();
        Assert.Null(proposal.Sign(Lead, proposal.ContentHash!, Owner(Lead), Now));
        Assert.IsType<NotAllowed>(proposal.Reopen(Viewer(Second), Now));
        Assert.Null(proposal.Reopen(Editor(Second), Now));
        Assert.Null(proposal.Reopen(Editor(Third), Now));
        Assert.Single(proposal.Events, step => step.Kind is ProposalEventKind.Reopened);
        Assert.Null(proposal.Freeze(Content(proposal), Today.AddDays(7), Today, Owner(Lead), Now));
        Assert.Equal((2, 3), (proposal.Round, proposal.UnsignedBy.Count()));
        Assert.IsType<ProposalStepNotPossible>(Published().Reopen(Editor(Second), Now));
    }

    [Fact]
    public void It_is_withdrawn_by_its_lead_with_a_reason_before_it_is_public()
    {
        var proposal = Frozen();
        Assert.IsType<NotAllowed>(proposal.Withdraw("Ohne uns.", Owner(Second), Now));
        Assert.IsType<ReasonIsMissing>(proposal.Withdraw("", Owner(Lead), Now));
        Assert.Null(proposal.Withdraw("Erledigt.", Owner(Lead), Now));
        Assert.Equal((ProposalStatus.Withdrawn, "Erledigt.", false), (proposal.Status, proposal.WithdrawalReason, proposal.IsPublic));
        Assert.IsType<ProposalStepNotPossible>(Published().Withdraw("Zu spät.", Owner(Lead), Now));
    }

    [Fact]
    public void After_publication_one_step_follows_another()
    {
        var proposal = Published();
        Assert.IsType<ProposalStepNotPossible>(proposal.Advance(ProposalStatus.Adopted, null, Now));
        foreach (var next in new[] { ProposalStatus.InCommittee, ProposalStatus.Adopted, ProposalStatus.InImplementation, ProposalStatus.Completed }) Assert.Null(proposal.Advance(next, null, Now));
        Assert.IsType<ProposalStepNotPossible>(proposal.Advance(ProposalStatus.InCommittee, null, Now));
        Assert.IsType<ProposalStepNotPossible>(Written().Advance(ProposalStatus.Published, null, Now));
    }

    [Fact]
    public void A_round_is_reminded_of_once_shortly_before_its_last_day()
    {
        var proposal = Frozen();
        Assert.False(proposal.Remind(Today.AddDays(3)));
        Assert.True(proposal.Remind(Today.AddDays(4)));
        Assert.False(proposal.Remind(Today.AddDays(5)));
        Assert.False(Written().Remind(Today.AddDays(400)));
    }

    [Fact]
    public void The_hash_is_of_everything_that_is_signed_and_of_nothing_else()
    {
        var proposal = Written();
        var content = Content(proposal);
        ProposalContent[] others =
        [
            content with { Number = 2 }, content with { Title = "Andere" }, content with { Summary = "Andere" }, content with { Costs = [new("Bänke", 1, null)] },
            content with { Costs = [new("Bänke", null, 1)] }, content with { Authors = [.. content.Authors, new("dritte", AuthorRole.Adviser)] },
            content with { Sections = [.. content.Sections.Select(text => text.Section is SectionKind.Parties ? text with { Text = "Andere" } : text)] },
        ];
        Assert.Equal(others.Length + 1, others.Append(content).Select(one => one.Hash()).Distinct().Count());
        Assert.Equal(content.Hash(), (content with { Sections = [.. content.Sections.Reverse()], Authors = [.. content.Authors.Reverse()] }).Hash());
        Assert.Equal("""{"number":1,"title":"Größe","summary":"","sections":[["goal","a\nb"]],"costs":[["Bänke",1250,null]],"organisations":[["stadt","lead"],["amt","coAuthor"]]}""",
            System.Text.Encoding.UTF8.GetString(new ProposalContent(1, "Größe", "", [new(SectionKind.Goal, "a\nb")], [new("Bänke", 1250, null)], [new("amt", AuthorRole.CoAuthor), new("stadt", AuthorRole.Lead)]).ToBytes()));
    }

    private static Speaker Owner(OrganisationId organisation) => As(organisation, MembershipRole.Owner);

    private static Speaker Editor(OrganisationId organisation) => As(organisation, MembershipRole.Editor);

    private static Speaker Viewer(OrganisationId organisation) => As(organisation, MembershipRole.Viewer);

    private static Speaker As(OrganisationId organisation, MembershipRole role) => new(PersonId.New(A.Moment), new Dictionary<OrganisationId, MembershipRole> { [organisation] = role });

    private static Proposal Begin(bool readAlong = false) => Proposal.Start(ProposalId.New(A.Moment), 1, "Sichere Radwege", "Kurz", Lead, [], readAlong, PersonId.New(A.Moment), A.Moment);

    private static Proposal Written()
    {
        var proposal = Begin();
        foreach (var organisation in new[] { Second, Third })
        {
            Assert.Null(proposal.Invite(organisation, AuthorRole.CoAuthor, Owner(Lead), A.Moment));
            Assert.Null(proposal.Join(organisation, Owner(organisation), A.Moment));
        }

        return proposal;
    }

    private static Proposal Frozen()
    {
        var proposal = Written();
        Assert.Null(proposal.Freeze(Content(proposal), Today.AddDays(7), Today, Owner(Lead), A.Moment));
        return proposal;
    }

    private static Proposal Published()
    {
        var proposal = Frozen();
        foreach (var organisation in new[] { Lead, Second, Third }) Assert.Null(proposal.Sign(organisation, proposal.ContentHash!, Owner(organisation), Now));
        return proposal;
    }

    private static ProposalContent Content(Proposal proposal) => new(
        proposal.Number, proposal.Title, proposal.Summary, [.. Enum.GetValues<SectionKind>().Select(kind => new SectionText(kind, $"Text {kind}"))], [], [new("lead", AuthorRole.Lead), new("zweite", AuthorRole.CoAuthor)]);
}

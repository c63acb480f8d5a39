using Participation.Domain.Accounts;
using Participation.Tests.Support;

namespace Participation.Tests.Accounts.Organisations;

/// <summary>The rules of members and invitations, in memory.</summary>
public sealed class MembershipRuleTests
{
    private static readonly OrganisationId Stadtwerke = OrganisationId.New(A.Moment);
    private static readonly PersonId Anna = PersonId.New(A.Moment);
    private const string Address = "anna@example.org";

    [Theory, InlineData(MembershipRole.Editor), InlineData(MembershipRole.Viewer)]
    public void The_last_owner_keeps_the_role(MembershipRole wanted)
    {
        var owner = Membership.Grant(Stadtwerke, Anna, MembershipRole.Owner);
        Assert.IsType<OrganisationNeedsOwner>(owner.Assign(wanted, otherOwners: 0));
        Assert.Equal(MembershipRole.Owner, owner.Role);
        Assert.Null(owner.Assign(wanted, otherOwners: 1));
        Assert.Equal(wanted, owner.Role);
    }

    [Fact]
    public void The_last_owner_cannot_leave_but_everyone_else_can()
    {
        Assert.IsType<OrganisationNeedsOwner>(Membership.Grant(Stadtwerke, Anna, MembershipRole.Owner).End(otherOwners: 0));
        Assert.Null(Membership.Grant(Stadtwerke, Anna, MembershipRole.Owner).End(otherOwners: 1));
        Assert.Null(Membership.Grant(Stadtwerke, Anna, MembershipRole.Editor).End(otherOwners: 0));
    }

    [Theory, InlineData(MembershipRole.Viewer, false), InlineData(MembershipRole.Editor, true), InlineData(MembershipRole.Owner, true)]
    public void Who_only_reads_does_not_speak(MembershipRole role, bool speaks) => Assert.Equal(speaks, Membership.Grant(Stadtwerke, Anna, role).MaySpeak);

    [Fact]
    public void An_invitation_raises_a_role_and_never_lowers_it()
    {
        var member = Membership.Grant(Stadtwerke, Anna, MembershipRole.Editor);
        member.Raise(MembershipRole.Viewer);
        Assert.Equal(MembershipRole.Editor, member.Role);
        member.Raise(MembershipRole.Owner);
        Assert.Equal(MembershipRole.Owner, member.Role);
    }

    [Fact]
    public void An_invitation_opens_once_and_only_for_its_address()
    {
        var invitation = Invited();
        Assert.IsType<InvitationIsForAnotherAddress>(invitation.Accept(Anna, Invitation.Normalize("berta@example.org"), A.Moment));
        Assert.IsType<InvitationIsForAnotherAddress>(invitation.Accept(Anna, null, A.Moment));
        Assert.Null(invitation.Accept(Anna, Invitation.Normalize("Anna@Example.org"), A.Moment));
        Assert.IsType<InvitationIsClosed>(invitation.Accept(Anna, Invitation.Normalize(Address), A.Moment));
    }

    [Fact]
    public void An_invitation_opens_for_fourteen_days()
    {
        var end = A.Moment.AddDays(Invitation.ValidDays);
        Assert.IsType<InvitationIsClosed>(Invited().Accept(Anna, Invitation.Normalize(Address), end));
        Assert.Null(Invited().Accept(Anna, Invitation.Normalize(Address), end.AddSeconds(-1)));
    }

    [Fact]
    public void A_withdrawn_invitation_stays_shut_and_an_accepted_one_cannot_be_withdrawn()
    {
        var (withdrawn, accepted) = (Invited(), Invited());
        Assert.Null(withdrawn.Withdraw(A.Moment));
        Assert.IsType<InvitationIsClosed>(withdrawn.Accept(Anna, Invitation.Normalize(Address), A.Moment));
        Assert.Null(accepted.Accept(Anna, Invitation.Normalize(Address), A.Moment));
        Assert.IsType<InvitationIsClosed>(accepted.Withdraw(A.Moment));
    }

    private static Invitation Invited() => Invitation.Send(Stadtwerke, Address, MembershipRole.Editor, new string('0', Invitation.TokenHashLength), A.Moment);
}

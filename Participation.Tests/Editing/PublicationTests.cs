using Participation.Domain.Editing;
using Participation.Tests.Support;

namespace Participation.Tests.Editing;

/// <summary>How texts of the staff become public and cease to be.</summary>
public sealed class PublicationTests
{
    private static readonly DateTimeOffset Now = A.Moment;

    [Fact]
    public void A_draft_is_published_at_once_or_at_an_instant_ahead()
    {
        Assert.Null(Publication.Draft.Take(new(PublicationStep.Publish), Now, out var published));
        Assert.Equal((PublicationState.Published, true), (published.StateAt(Now), published.IsPublicAt(Now)));
        Assert.Null(Publication.Draft.Take(new(PublicationStep.Schedule, Now.AddHours(1)), Now, out var planned));
        Assert.Equal((PublicationState.Scheduled, PublicationState.Published), (planned.StateAt(Now), planned.StateAt(Now.AddHours(1))));
        Assert.False(planned.IsPublicAt(Now));
    }

    [Fact]
    public void Nothing_is_planned_for_the_past_or_without_an_instant()
    {
        Assert.IsType<PublicationMustLieAhead>(Publication.Draft.Take(new(PublicationStep.Schedule, Now), Now, out var same));
        Assert.IsType<PublicationMustLieAhead>(Publication.Draft.Take(new(PublicationStep.Schedule), Now, out _));
        Assert.Same(Publication.Draft, same);
    }

    [Fact]
    public void What_is_public_cannot_be_planned() =>
        Assert.IsType<AlreadyPublished>(Publication.At(Now).Take(new(PublicationStep.Schedule, Now.AddDays(1)), Now, out _));

    [Fact]
    public void What_is_withdrawn_says_why_and_comes_back_with_its_first_day()
    {
        var published = Publication.At(Now);
        Assert.IsType<WithdrawalNeedsReason>(published.Take(new(PublicationStep.Withdraw, Reason: "  "), Now, out _));
        Assert.IsType<WithdrawalNeedsReason>(published.Take(new(PublicationStep.Withdraw, Reason: new string('x', Publication.ReasonMaxLength + 1)), Now, out _));
        Assert.Null(published.Take(new(PublicationStep.Withdraw, Reason: " Falsche Zahl. "), Now.AddDays(1), out var withdrawn));
        Assert.Equal((PublicationState.Withdrawn, "Falsche Zahl."), (withdrawn.StateAt(Now.AddDays(1)), withdrawn.Reason));
        Assert.Null(withdrawn.Take(new(PublicationStep.Publish), Now.AddDays(2), out var again));
        Assert.Equal(Publication.At(Now), again);
    }

    [Fact]
    public void A_plan_can_be_undone_and_keeping_changes_nothing()
    {
        var planned = Publication.At(Now.AddDays(1));
        Assert.Null(planned.Take(new(PublicationStep.Withdraw), Now, out var draft));
        Assert.Equal(Publication.Draft, draft);
        Assert.Null(planned.Take(new(PublicationStep.Keep), Now, out var kept));
        Assert.Same(planned, kept);
    }
}

using Participation.Domain.Ideas;
using Participation.Tests.Support;

namespace Participation.Tests.Ideas;

/// <summary>What an author does after handing in: revise and withdraw.</summary>
public sealed class IdeaRevisionTests
{
    private static readonly IdeaStatus[] Unanswered = [IdeaStatus.Submitted, IdeaStatus.Published, IdeaStatus.UnderReview];

    [Fact]
    public void A_revision_is_a_version_and_the_first_text_stays()
    {
        var idea = An.Idea();
        Assert.Null(idea.Revise(A.IdeaText("Noch mehr Bänke"), idea.AuthorId, A.Moment.AddDays(1)));
        Assert.Equal(["Mehr Bänke am Markt", "Noch mehr Bänke"], idea.Versions.Select(version => version.Title));
        Assert.Equal((2, "Noch mehr Bänke", A.Moment.AddDays(1)), (idea.TextVersion, idea.Title, idea.ActiveAt));
        Assert.Equal(IdeaEventKind.Revised, idea.Events[^1].Kind);
    }

    [Fact]
    public void The_text_of_an_answered_withdrawn_or_merged_idea_is_settled() =>
        IdeaState.PossibleOnlyFrom<TextIsSettled>(Unanswered, idea => idea.Revise(A.IdeaText("Noch mehr Bänke"), idea.AuthorId, A.Moment));

    [Fact]
    public void The_same_text_is_no_revision() =>
        IdeaState.Refused<NothingChanged>(An.Idea(), idea => idea.Revise(A.IdeaText(), idea.AuthorId, A.Moment));

    [Fact]
    public void A_new_rendering_of_the_same_text_is_no_revision() => IdeaState.Refused<NothingChanged>(
        An.Idea(), idea => idea.Revise(A.IdeaText() with { Body = idea.Body with { Html = "<p class=\"neu\">…</p>", PipelineVersion = 2 } }, idea.AuthorId, A.Moment));

    [Fact]
    public void A_new_place_alone_is_a_revision() =>
        Assert.Null(An.Idea().Revise(A.IdeaText() with { Latitude = 51.3, Longitude = 6.85 }, A.Moderator, A.Moment));

    [Theory]
    [InlineData("Zu kurz", "Auf dem Marktplatz fehlen Bänke.", "umwelt")]
    [InlineData("Mehr Bänke", "Zu wenig gesagt.", "umwelt")]
    [InlineData("Mehr Bänke", "Auf dem Marktplatz fehlen Bänke.", null)]
    public void A_revision_cannot_leave_an_idea_unfinished_and_changes_nothing_then(string title, string body, string? topic) =>
        IdeaState.Refused<IdeaIsIncomplete>(An.Idea(), idea => idea.Revise(A.IdeaText(title, body, topic), idea.AuthorId, A.Moment));

    [Fact]
    public void Only_an_unanswered_idea_can_be_withdrawn() =>
        IdeaState.PossibleOnlyFrom<StepNotPossible>(Unanswered, idea => idea.Withdraw("Erledigt.", A.Moment));

    [Fact]
    public void A_withdrawn_idea_stays_readable_and_waits_for_nothing()
    {
        var idea = An.Idea();
        Assert.Null(idea.Withdraw("Erledigt.", A.Moment));
        Assert.True(idea.IsPublic);
        Assert.Null(idea.NextDate);
        Assert.Equal(("Erledigt.", idea.AuthorId), (idea.Events[^1].Note, idea.Events[^1].By));
    }

    [Fact]
    public void An_idea_that_nobody_published_does_not_become_public_by_being_withdrawn()
    {
        var idea = An.Idea(IdeaStatus.Submitted);
        Assert.Null(idea.Withdraw(null, A.Moment));
        Assert.False(idea.IsPublic);
        IdeaState.Refused<StepNotPossible>(idea, waiting => waiting.Restore());
    }
}

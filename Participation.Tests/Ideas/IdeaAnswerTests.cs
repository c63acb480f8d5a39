using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Tests.Support;

namespace Participation.Tests.Ideas;

/// <summary>What the administration does with an idea: review, answer, carry out.</summary>
public sealed class IdeaAnswerTests
{
    private static readonly IdeaStatus[] Answered = [IdeaStatus.Accepted, IdeaStatus.PartlyAccepted, IdeaStatus.Rejected, IdeaStatus.InImplementation, IdeaStatus.Implemented];
    private static readonly IdeaStatus[] Open = [IdeaStatus.Published, IdeaStatus.UnderReview];

    [Fact]
    public void Only_a_published_idea_goes_under_review() =>
        IdeaState.PossibleOnlyFrom<StepNotPossible>([IdeaStatus.Published], idea => idea.BeginReview(A.Moderator, A.Moment));

    [Theory]
    [InlineData(AnswerOutcome.Accepted, IdeaStatus.Accepted)]
    [InlineData(AnswerOutcome.PartlyAccepted, IdeaStatus.PartlyAccepted)]
    [InlineData(AnswerOutcome.Rejected, IdeaStatus.Rejected)]
    [InlineData(AnswerOutcome.Interim, IdeaStatus.UnderReview)]
    public void An_answer_says_what_becomes_of_an_open_idea(AnswerOutcome outcome, IdeaStatus expected)
    {
        foreach (var status in Open)
        {
            var idea = An.Idea(status);
            Assert.Null(idea.Answer(An.Answer(outcome), A.Moderator, A.Moment));
            Assert.Equal((expected, outcome), (idea.Status, idea.Events[^1].Outcome));
        }
    }

    [Fact]
    public void An_answer_names_who_takes_care_and_when_the_next_word_follows()
    {
        var (idea, organisation) = (An.Idea(), OrganisationId.New(A.Moment));
        Assert.Null(idea.Answer(An.Answer(next: new DateOnly(2026, 3, 3)) with { ResponsibleOrganisation = organisation }, A.Moderator, A.Moment));
        Assert.Equal((organisation, "Grünflächenamt", new DateOnly(2026, 3, 3)), (idea.ResponsibleOrganisationId, idea.ResponsibleUnit, idea.NextDate));
        var answer = Assert.Single(idea.Answers);
        Assert.Equal((idea.Id, "Wir bauen sie.", A.Moderator, A.Moment), (answer.IdeaId, answer.Text.Markdown, answer.AnsweredBy, answer.AnsweredAt));
    }

    [Fact]
    public void Public_ideas_can_be_answered_again_and_the_newest_answer_counts() =>
        IdeaState.PossibleOnlyFrom<AnswerNeedsPublicIdea>([.. Open, .. Answered], idea => idea.Answer(An.Answer(AnswerOutcome.Rejected), A.Moderator, A.Moment));

    [Fact]
    public void Earlier_answers_stay()
    {
        var idea = An.Idea(IdeaStatus.Accepted);
        Assert.Null(idea.Answer(An.Answer(AnswerOutcome.Rejected, "Doch nicht."), A.Moderator, A.Moment));
        Assert.Equal([AnswerOutcome.Accepted, AnswerOutcome.Rejected], idea.Answers.Select(answer => answer.Outcome));
    }

    [Fact]
    public void An_answered_idea_takes_no_interim_answer() =>
        IdeaState.PossibleOnlyFrom<AnswerNeedsPublicIdea>(Open, idea => idea.Answer(An.Answer(AnswerOutcome.Interim), A.Moderator, A.Moment));

    [Fact]
    public void A_declined_idea_cannot_be_answered() =>
        Assert.Equal(IdeaStatus.Declined, IdeaState.Refused<AnswerNeedsPublicIdea>(An.Idea(IdeaStatus.Declined), idea => idea.Answer(An.Answer(), A.Moderator, A.Moment)).Status);

    [Fact]
    public void A_hidden_idea_cannot_be_answered()
    {
        var idea = An.Idea();
        Assert.Null(idea.Hide("Beleidigung.", A.Moment));
        IdeaState.Refused<AnswerNeedsPublicIdea>(idea, hidden => hidden.Answer(An.Answer(), A.Moderator, A.Moment));
    }

    [Theory, InlineData(""), InlineData(" \n ")]
    public void An_answer_without_words_is_none(string text) =>
        IdeaState.Refused<AnswerNeedsText>(An.Idea(), idea => idea.Answer(An.Answer(text: text), A.Moderator, A.Moment));

    [Theory, InlineData("2026-03-02"), InlineData("2025-12-31")]
    public void The_next_word_lies_ahead(string date) => IdeaState.Refused<NextDateMustLieAhead>(
        An.Idea(), idea => idea.Answer(An.Answer(next: DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)), A.Moderator, A.Moment));

    [Fact]
    public void Only_an_accepted_idea_is_carried_out() =>
        IdeaState.PossibleOnlyFrom<StepNotPossible>([IdeaStatus.Accepted, IdeaStatus.PartlyAccepted], idea => idea.BeginImplementation(A.Moderator, A.Moment));

    [Fact]
    public void Only_what_was_accepted_can_be_done() => IdeaState.PossibleOnlyFrom<StepNotPossible>(
        [IdeaStatus.Accepted, IdeaStatus.PartlyAccepted, IdeaStatus.InImplementation], idea => idea.CompleteImplementation(A.Moderator, A.Moment));

    [Fact]
    public void What_is_done_waits_for_no_date()
    {
        var idea = An.Idea();
        Assert.Null(idea.Answer(An.Answer(next: new DateOnly(2026, 9, 1)), A.Moderator, A.Moment));
        Assert.Null(idea.CompleteImplementation(A.Moderator, A.Moment));
        Assert.Null(idea.NextDate);
    }
}

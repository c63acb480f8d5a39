using Participation.Domain;
using Participation.Domain.Council;
using Participation.Domain.Editing;
using Participation.Tests.Support;
using Participation.Web.Council;

namespace Participation.Tests.Council;

/// <summary>The rules of bodies, meetings, papers and resolutions.</summary>
public sealed class CouncilRuleTests
{
    private static readonly PublicationChange Keep = new(PublicationStep.Keep);

    [Fact]
    public void What_was_deleted_stays_known_and_is_changed_no_more()
    {
        var body = A.Body();
        body.Delete(A.Moment.AddDays(1));
        body.Delete(A.Moment.AddDays(2));
        Assert.Equal((A.Moment.AddDays(1), A.Moment.AddDays(1)), (body.DeletedAt, body.ChangedAt));
        Assert.IsType<ChangedMeanwhile>(body.Change(Plan(body), body.Version, A.Moment));
    }

    [Fact]
    public void A_body_is_changed_in_the_version_that_was_seen_and_follows_another_one()
    {
        var body = A.Body();
        Assert.Null(body.Change(Plan(body) with { Name = "Ausschuss für alles" }, body.Version, A.Moment));
        Assert.Equal("Ausschuss für alles", body.Name);
        Assert.IsType<ChangedMeanwhile>(body.Change(Plan(body), body.Version - 1, A.Moment));
        Assert.IsType<BodyFollowsItself>(body.Change(Plan(body) with { Predecessor = body.Id }, body.Version, A.Moment));
        Assert.IsType<EndsBeforeItBegins>(body.Change(Plan(body) with { StartsOn = new(2026, 2, 1), EndsOn = new(2026, 1, 1) }, body.Version, A.Moment));
    }

    [Fact]
    public void What_comes_from_elsewhere_is_changed_there()
    {
        var body = Body.Add(1, Plan(A.Body()), A.Moment, "https://rat.example/organization/1");
        Assert.IsType<ComesFromElsewhere>(body.Change(Plan(body), body.Version, A.Moment));
        Assert.True(body.Renew(Plan(body) with { Name = "Umbenannt" }, A.Moment));
        Assert.False(body.Renew(Plan(body) with { Name = "Umbenannt" }, A.Moment));
    }

    [Fact]
    public void The_calendar_counts_changes_of_time_place_name_and_cancellation_alone()
    {
        var meeting = A.Meeting(A.Body());
        var plan = new MeetingPlan(meeting.BodyId, meeting.Name, meeting.State, false, meeting.Start, null, null, FormattedText.Empty);
        Assert.Null(meeting.Change(plan with { State = MeetingState.Held, Note = A.Text("Livestream") }, Keep, meeting.Version, A.Moment));
        Assert.Equal(0, meeting.Sequence);
        Assert.Null(meeting.Change(plan with { Start = plan.Start.AddHours(1) }, Keep, meeting.Version, A.Moment));
        Assert.Null(meeting.Change(plan with { Start = plan.Start.AddHours(1), Cancelled = true }, Keep, meeting.Version, A.Moment));
        Assert.Equal(2, meeting.Sequence);
        Assert.IsType<EndsBeforeItBegins>(meeting.Change(plan with { End = plan.Start }, Keep, meeting.Version, A.Moment));
    }

    [Fact]
    public void A_part_that_changes_counts_as_a_change_of_the_whole()
    {
        var (body, later) = (A.Body(), A.Moment.AddHours(1));
        var (meeting, paper, person) = (A.Meeting(body), A.Paper(body), CouncilPerson.Add(1, new("Anna Beispiel", null, null), A.Moment));
        meeting.AddItem(1, new("Ö 1", 1, "Eröffnung", true), later);
        paper.Consult(1, new(body.Id, null, null, ConsultationRole.Decision, true), later);
        person.Join(1, new(body.Id, "Vorsitz", true, null, null), later);
        Assert.Equal([later, later, later], [meeting.ChangedAt, paper.ChangedAt, person.ChangedAt]);
    }

    [Fact]
    public void A_paper_has_origins_up_to_a_limit()
    {
        var paper = A.Paper(A.Body());
        Assert.Null(paper.SetOrigins([An.Idea().Id], [], A.Moment));
        Assert.Single(paper.Ideas);
        Assert.IsType<TooManyOrigins>(paper.SetOrigins([.. Enumerable.Range(0, Paper.MaxOrigins + 1).Select(_ => An.Idea().Id)], [], A.Moment));
        Assert.Null(paper.SetOrigins([], [], A.Moment));
        Assert.Empty(paper.Ideas);
    }

    [Theory]
    [InlineData(ResolutionResult.Adopted, 10, 2, 1, null, null)]
    [InlineData(ResolutionResult.Adopted, 2, 10, 1, null, typeof(VotesContradictResult))]
    [InlineData(ResolutionResult.Adopted, 5, 5, 0, null, typeof(VotesContradictResult))]
    [InlineData(ResolutionResult.Rejected, 5, 5, 0, null, null)]
    [InlineData(ResolutionResult.Rejected, 6, 5, 0, null, typeof(VotesContradictResult))]
    [InlineData(ResolutionResult.Postponed, 6, 5, 0, null, null)]
    [InlineData(ResolutionResult.Adopted, 10, 1, 0, true, typeof(UnanimousWithNoVotes))]
    [InlineData(ResolutionResult.Adopted, 10, 0, 3, true, null)]
    [InlineData(ResolutionResult.Adopted, 0, 0, 0, null, typeof(VotesAreImpossible))]
    [InlineData(ResolutionResult.Adopted, 1001, 0, 0, null, typeof(VotesAreImpossible))]
    [InlineData(ResolutionResult.Adopted, 3, -1, 0, null, typeof(VotesAreImpossible))]
    public void Votes_and_result_go_together(ResolutionResult result, int yes, int no, int abstentions, bool? unanimous, Type? refusal) =>
        Assert.Equal(refusal, new ResolutionPlan("Text", result, new VoteCount(yes, no, abstentions), unanimous).Check()?.GetType());

    [Theory]
    [InlineData(PaperStage.Introduced, null, ConsultationRole.Decision)]
    [InlineData(PaperStage.Adopted, ResolutionResult.AdoptedWithChanges, ConsultationRole.Decision)]
    [InlineData(PaperStage.Recommended, ResolutionResult.Adopted, ConsultationRole.Recommendation)]
    [InlineData(PaperStage.Rejected, ResolutionResult.Rejected, ConsultationRole.Decision)]
    [InlineData(PaperStage.NotRecommended, ResolutionResult.Rejected, ConsultationRole.Recommendation)]
    [InlineData(PaperStage.Postponed, ResolutionResult.Postponed, ConsultationRole.Decision)]
    [InlineData(PaperStage.Deliberated, ResolutionResult.Referred, ConsultationRole.Decision)]
    [InlineData(PaperStage.Noted, ResolutionResult.Noted, ConsultationRole.Information)]
    [InlineData(PaperStage.Withdrawn, ResolutionResult.Withdrawn, ConsultationRole.Decision)]
    public void A_stage_follows_from_the_last_result(PaperStage stage, ResolutionResult? result, ConsultationRole role) => Assert.Equal(stage, PaperStages.Of([Step(role, result)]));

    [Fact]
    public void A_paper_that_was_noted_before_its_decision_is_under_deliberation() =>
        Assert.Equal(PaperStage.Deliberated, PaperStages.Of([Step(ConsultationRole.Information, ResolutionResult.Noted), Step(ConsultationRole.Decision, null)]));

    private static WayStep Step(ConsultationRole role, ResolutionResult? result) => new(
        new BodyName(1, "Rat", null), null, role, role is ConsultationRole.Decision, null, null, result is { } value ? new ResolutionView(1, "Text", value, null, null, A.Moment) : null);

    private static BodyPlan Plan(Body body) => new(body.Name, body.ShortName, body.Kind, body.Classification, body.Note, body.StartsOn, body.EndsOn, body.PredecessorId, []);
}

using Participation.Domain;
using Participation.Domain.Council;
using Participation.Domain.Council.Live;
using Participation.Domain.Editing;
using Participation.Tests.Support;

namespace Participation.Tests.Council.Live;

public sealed class MeetingFloorTests
{
    private static readonly DateTimeOffset Start = A.Moment;
    private readonly Meeting _meeting = Planned();
    private readonly AgendaItem _first, _second, _secret;
    private readonly MeetingFloor _floor;

    public MeetingFloorTests()
    {
        _first = _meeting.AddItem(1, new("Ö 1", 1, "Eröffnung", true), Start.AddDays(-20));
        _second = _meeting.AddItem(2, new("Ö 2", 2, "Sensornetz", true), Start.AddDays(-20));
        _secret = _meeting.AddItem(3, new("N 1", 3, "Vertrag", false), Start.AddDays(-20));
        _floor = MeetingFloor.Of(_meeting.Id);
    }

    private static Meeting Planned(bool cancelled = false, Publication? publication = null) => Meeting.Plan(
        1, new(BodyId.New(Start), "Sitzung", MeetingState.Invited, cancelled, Start, null, null, FormattedText.Empty), publication ?? Publication.At(Start.AddDays(-20)), Start.AddDays(-20));

    [Fact]
    public void A_meeting_begins_at_most_an_hour_before_its_time()
    {
        Assert.Equal(new MeetingBeginsLater(60), _floor.Begin(_meeting, 0, Start.AddMinutes(-61)));
        Assert.Null(_floor.Begin(_meeting, 0, Start.AddMinutes(-60)));
        Assert.Equal(FloorState.Running, _floor.State);
    }

    [Fact]
    public void A_cancelled_meeting_is_not_followed() => Assert.IsType<MeetingIsCancelled>(_floor.Begin(Planned(cancelled: true), 0, Start));

    [Fact]
    public void A_meeting_that_is_not_public_is_not_followed()
    {
        Assert.IsType<MeetingIsNotPublic>(_floor.Call(Planned(publication: Publication.Draft), _first, 0, Start));
        Assert.IsType<MeetingIsNotPublic>(_floor.OpenQuestions(Planned(publication: Publication.Draft), 0, Start));
    }

    [Fact]
    public void Calling_an_item_begins_the_meeting_and_notes_when_it_was_called()
    {
        Assert.Null(_floor.Call(_meeting, _first, 0, Start));
        Assert.Equal((FloorState.Running, _first.Id, Start), (_floor.State, _floor.CurrentItemId!.Value, _first.CalledAt!.Value));
    }

    [Fact]
    public void The_same_item_called_twice_is_one_call()
    {
        Assert.Null(_floor.Call(_meeting, _first, 0, Start));
        Assert.Null(_floor.Call(_meeting, _first, 0, Start.AddSeconds(1)));
        Assert.Equal((1, Start), (_floor.Version, _floor.CurrentSince!.Value));
    }

    [Fact]
    public void A_call_from_a_page_that_is_behind_is_refused()
    {
        Assert.Null(_floor.Call(_meeting, _first, 0, Start));
        Assert.IsType<ChangedMeanwhile>(_floor.Call(_meeting, _second, 0, Start));
        Assert.Equal(_first.Id, _floor.CurrentItemId);
    }

    [Fact]
    public void A_call_that_was_a_mistake_is_taken_back()
    {
        Assert.Null(_floor.Call(_meeting, _first, 0, Start));
        Assert.Null(_floor.Call(_meeting, _second, 1, Start.AddMinutes(1)));
        Assert.Null(_floor.TakeBack(_second, 2, Start.AddMinutes(2)));
        Assert.Equal((_first.Id, null), (_floor.CurrentItemId, _second.CalledAt));
        Assert.IsType<NothingToTakeBack>(_floor.TakeBack(_second, 3, Start.AddMinutes(3)));
    }

    [Fact]
    public void Taking_back_the_call_of_an_item_that_was_done_leaves_it_done()
    {
        Assert.Null(_floor.Call(_meeting, _first, 0, Start));
        Assert.Null(_floor.Call(_meeting, _second, 1, Start.AddMinutes(1)));
        Assert.Null(_floor.Call(_meeting, _first, 2, Start.AddMinutes(2)));
        Assert.Null(_floor.TakeBack(_first, 3, Start.AddMinutes(3)));
        Assert.Equal((_second.Id, (DateTimeOffset?)Start), (_floor.CurrentItemId, _first.CalledAt));
    }

    [Fact]
    public void A_meeting_that_does_not_run_is_neither_interrupted_nor_closed()
    {
        Assert.IsType<MeetingIsNotRunning>(_floor.Interrupt(0));
        Assert.IsType<MeetingIsNotRunning>(_floor.Close(0, Start));
        Assert.IsType<MeetingIsNotRunning>(_floor.Resume(_meeting, 0, Start));
    }

    [Fact]
    public void An_interrupted_meeting_goes_on_with_the_same_item()
    {
        Assert.Null(_floor.Call(_meeting, _first, 0, Start));
        Assert.Null(_floor.Interrupt(1));
        Assert.Null(_floor.Interrupt(1));
        Assert.Null(_floor.Resume(_meeting, 2, Start.AddMinutes(10)));
        Assert.Equal((FloorState.Running, _first.Id, 3), (_floor.State, _floor.CurrentItemId!.Value, _floor.Version));
    }

    [Fact]
    public void A_closed_meeting_takes_no_questions_and_calls_nothing_until_it_goes_on()
    {
        Assert.Null(_floor.OpenQuestions(_meeting, 0, Start));
        Assert.Null(_floor.Call(_meeting, _first, 1, Start));
        Assert.True(_floor.TakesQuestions(_meeting, Start));
        Assert.Null(_floor.Close(2, Start.AddHours(1)));
        Assert.False(_floor.TakesQuestions(_meeting, Start.AddHours(1)));
        Assert.IsType<MeetingIsOver>(_floor.Call(_meeting, _second, 3, Start.AddHours(1)));
        Assert.IsType<MeetingIsOver>(_floor.OpenQuestions(_meeting, 3, Start.AddHours(1)));
        Assert.Null(_floor.Resume(_meeting, 3, Start.AddHours(1)));
        Assert.Equal((FloorState.Running, null), (_floor.State, _floor.EndedAt));
    }

    [Fact]
    public void Questions_are_opened_at_most_two_weeks_before()
    {
        Assert.Equal(new QuestionsOpenLater(14), _floor.OpenQuestions(_meeting, 0, Start.AddDays(-14).AddSeconds(-1)));
        Assert.Null(_floor.OpenQuestions(_meeting, 0, Start.AddDays(-14)));
        Assert.True(_floor.TakesQuestions(_meeting, Start.AddDays(-13)));
    }

    [Fact]
    public void A_floor_that_nobody_closed_takes_no_questions_a_day_later()
    {
        Assert.Null(_floor.OpenQuestions(_meeting, 0, Start));
        Assert.Null(_floor.Call(_meeting, _first, 1, Start));
        Assert.False(_floor.TakesQuestions(_meeting, Start.AddHours(25)));
        Assert.False(_floor.IsOn(_meeting, Start.AddHours(25)));
        Assert.IsType<MeetingIsOver>(_floor.Call(_meeting, _second, 2, Start.AddHours(25)));
    }

    [Fact]
    public void Those_who_ask_are_not_in_the_way_of_those_who_lead()
    {
        Assert.Null(_floor.OpenQuestions(_meeting, 0, Start));
        Assert.Equal((1, 2), (_floor.NextQuestion(), _floor.NextQuestion()));
        Assert.Null(_floor.Call(_meeting, _secret, 1, Start));
    }
}

using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Council.Live;

/// <summary>What a moderator does with a meeting while it goes on.</summary>
public enum FloorStep
{
    /// <summary>It begins.</summary>
    Begin,

    /// <summary>It comes to an item.</summary>
    Call,

    /// <summary>The last call was a mistake.</summary>
    TakeBack,

    /// <summary>A break.</summary>
    Interrupt,

    /// <summary>It goes on.</summary>
    Resume,

    /// <summary>It is over.</summary>
    Close,

    /// <summary>Citizens may put questions.</summary>
    OpenQuestions,

    /// <summary>No more questions for now.</summary>
    CloseQuestions,
}

/// <summary>A moderator's step.</summary>
/// <param name="Meeting">Number of the meeting.</param>
/// <param name="Step">What is done.</param>
/// <param name="Item">Number of the item that is called, or whose call is taken back.</param>
/// <param name="ExpectedVersion">Version that the page showed.</param>
public sealed record FloorOrder(int Meeting, FloorStep Step, int? Item, int ExpectedVersion);

/// <summary>Takes a step in the course of a meeting and tells everybody who follows it. What is so already is not done twice.</summary>
public sealed class SteerMeeting(Changes changes, LiveMeetings meetings)
{
    public async Task<Refusal?> ExecuteAsync(FloorOrder order, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsModerator) return new NotAllowed();
        await using var change = await changes.BeginAsync([Channel.Council, Channel.Meeting(order.Meeting)], cancel);
        var open = await meetings.OpenAsync(order.Meeting, cancel);
        var item = order.Item is { } number ? await meetings.ItemAsync(open.Meeting, number, cancel) : null;
        if (item is null && order.Step is FloorStep.Call or FloorStep.TakeBack) return new ChangedMeanwhile();
        var before = open.Floor.Version;
        if (Take(open, order, item, change.Now) is { } refusal) return refusal;
        if (open.Floor.Version == before) return null;
        change.Append(Channel.Meeting(order.Meeting), ChannelEventKind.FloorChanged, item?.Number ?? 0);
        change.Evict(CacheTags.Floors);
        // When an item was called is part of it, for programs too.
        if (order.Step is FloorStep.Call or FloorStep.TakeBack) change.Evict(CacheTags.Council);
        change.Audit(Action(order.Step), Subject.Of(open.Meeting.Id), actor, item?.Sign);
        await change.CommitAsync(cancel);
        return null;
    }

    private static Refusal? Take(OpenMeeting open, FloorOrder order, AgendaItem? item, DateTimeOffset now)
    {
        var (meeting, floor, version) = (open.Meeting, open.Floor, order.ExpectedVersion);
        return order.Step switch
        {
            FloorStep.Begin => floor.Begin(meeting, version, now),
            FloorStep.Call => floor.Call(meeting, item!, version, now),
            FloorStep.TakeBack => floor.TakeBack(item!, version, now),
            FloorStep.Interrupt => floor.Interrupt(version),
            FloorStep.Resume => floor.Resume(meeting, version, now),
            FloorStep.Close => floor.Close(version, now),
            FloorStep.OpenQuestions => floor.OpenQuestions(meeting, version, now),
            _ => floor.CloseQuestions(version),
        };
    }

    private static string Action(FloorStep step) => step switch
    {
        FloorStep.Begin => "meeting.begin",
        FloorStep.Call => "meeting.call",
        FloorStep.TakeBack => "meeting.take-back",
        FloorStep.Interrupt => "meeting.interrupt",
        FloorStep.Resume => "meeting.resume",
        FloorStep.Close => "meeting.close",
        FloorStep.OpenQuestions => "meeting.open-questions",
        _ => "meeting.close-questions",
    };
}

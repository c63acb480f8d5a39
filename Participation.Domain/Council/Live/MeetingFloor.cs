namespace Participation.Domain.Council.Live;

/// <summary>How far a meeting is while it is followed live.</summary>
public enum FloorState
{
    /// <summary>It has not begun.</summary>
    NotBegun,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It is interrupted, such as by a break.</summary>
    Interrupted,

    /// <summary>It is over.</summary>
    Over,
}

/// <summary>
/// A meeting as it is followed live: which item was called, and whether citizens put questions. Every step names the state that it wants, so that the same button pressed
/// twice is one step; a step from a page that is behind is refused.
/// </summary>
public sealed class MeetingFloor
{
    /// <summary>How long before the meeting a moderator can open it for questions.</summary>
    public static readonly TimeSpan QuestionsFrom = TimeSpan.FromDays(14);

    /// <summary>How long before its time a meeting can begin.</summary>
    public static readonly TimeSpan BeginsFrom = TimeSpan.FromHours(1);

    /// <summary>After how long nobody is in the room any more, even if nobody closed the meeting.</summary>
    public static readonly TimeSpan LastsAtMost = TimeSpan.FromHours(24);

    private MeetingFloor() { }

    /// <summary>The meeting.</summary>
    public MeetingId MeetingId { get; private set; }

    /// <summary>How far it is.</summary>
    public FloorState State { get; private set; }

    /// <summary>The item that was called last.</summary>
    public AgendaItemId? CurrentItemId { get; private set; }

    /// <summary>When it was called.</summary>
    public DateTimeOffset? CurrentSince { get; private set; }

    /// <summary>The item before it, to which one goes back when the call was a mistake.</summary>
    public AgendaItemId? PreviousItemId { get; private set; }

    /// <summary>When the meeting began.</summary>
    public DateTimeOffset? BeganAt { get; private set; }

    /// <summary>When it was over.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether a moderator opened it for questions and did not close it again.</summary>
    public bool QuestionsOpen { get; private set; }

    /// <summary>Number of the newest question.</summary>
    public int LastQuestion { get; private set; }

    /// <summary>Optimistic concurrency token, counted by the steps of moderators alone: those who ask are not in their way.</summary>
    public int Version { get; private set; }

    /// <summary>A meeting that nobody has followed yet.</summary>
    public static MeetingFloor Of(MeetingId meeting) => new() { MeetingId = meeting };

    /// <summary>Whether somebody may put a question now.</summary>
    public bool TakesQuestions(Meeting meeting, DateTimeOffset now) => QuestionsOpen && State is not FloorState.Over && !IsLongAgo(meeting.Start, now) && Check(meeting, now) is null;

    /// <summary>Whether the meeting goes on, as far as is known.</summary>
    public bool IsOn(Meeting meeting, DateTimeOffset now) => State is FloorState.Running or FloorState.Interrupted && !IsLongAgo(meeting.Start, now);

    /// <summary>How far the meeting is at an instant: long after its time it is over, whether or not somebody closed it.</summary>
    public FloorState StateAt(Meeting meeting, DateTimeOffset now) => IsLongAgo(meeting.Start, now) ? FloorState.Over : State;

    /// <summary>The meeting begins.</summary>
    public Refusal? Begin(Meeting meeting, int expectedVersion, DateTimeOffset now)
    {
        if (State is FloorState.Running) return null;
        if (CheckStep(meeting, expectedVersion, now) is { } refusal) return refusal;
        return State is FloorState.NotBegun ? Go(now) : new MeetingHasBegun();
    }

    /// <summary>The meeting comes to an item; with it it begins, or goes on.</summary>
    public Refusal? Call(Meeting meeting, AgendaItem item, int expectedVersion, DateTimeOffset now)
    {
        if (State is FloorState.Running && CurrentItemId == item.Id) return null;
        if (CheckStep(meeting, expectedVersion, now) is { } refusal) return refusal;
        if (State is FloorState.Over) return new MeetingIsOver();
        if (CurrentItemId != item.Id)
        {
            (PreviousItemId, CurrentItemId, CurrentSince) = (CurrentItemId, item.Id, now);
            if (item.CalledAt is null) item.Call(now);
        }

        return Go(now);
    }

    /// <summary>The last call was a mistake: the item before is current again, and the called one is open, unless it was done before.</summary>
    /// <param name="called">The item that was called by mistake.</param>
    /// <param name="expectedVersion">Version of the page.</param>
    /// <param name="now">When.</param>
    public Refusal? TakeBack(AgendaItem called, int expectedVersion, DateTimeOffset now)
    {
        if (expectedVersion != Version) return new ChangedMeanwhile();
        if (CurrentItemId != called.Id || State is not (FloorState.Running or FloorState.Interrupted)) return new NothingToTakeBack();
        if (called.CalledAt == CurrentSince) called.TakeBackCall(now);
        (CurrentItemId, CurrentSince, PreviousItemId) = (PreviousItemId, PreviousItemId is null ? null : now, null);
        Version++;
        return null;
    }

    /// <summary>A break.</summary>
    public Refusal? Interrupt(int expectedVersion)
    {
        if (State is FloorState.Interrupted) return null;
        if (expectedVersion != Version) return new ChangedMeanwhile();
        if (State is not FloorState.Running) return new MeetingIsNotRunning();
        State = FloorState.Interrupted;
        Version++;
        return null;
    }

    /// <summary>It goes on after a break, or after it was closed by mistake.</summary>
    public Refusal? Resume(Meeting meeting, int expectedVersion, DateTimeOffset now)
    {
        if (State is FloorState.Running) return null;
        if (CheckStep(meeting, expectedVersion, now) is { } refusal) return refusal;
        return State is FloorState.NotBegun ? new MeetingIsNotRunning() : Go(now);
    }

    /// <summary>It is over, and with it the questions.</summary>
    public Refusal? Close(int expectedVersion, DateTimeOffset now)
    {
        if (State is FloorState.Over) return null;
        if (expectedVersion != Version) return new ChangedMeanwhile();
        if (State is FloorState.NotBegun) return new MeetingIsNotRunning();
        (State, EndedAt, QuestionsOpen) = (FloorState.Over, now, false);
        Version++;
        return null;
    }

    /// <summary>Citizens may put questions from now on.</summary>
    public Refusal? OpenQuestions(Meeting meeting, int expectedVersion, DateTimeOffset now)
    {
        if (QuestionsOpen) return null;
        if (expectedVersion != Version) return new ChangedMeanwhile();
        if (Check(meeting, now) is { } refusal) return refusal;
        if (State is FloorState.Over || IsLongAgo(meeting.Start, now)) return new MeetingIsOver();
        if (now < meeting.Start - QuestionsFrom) return new QuestionsOpenLater(QuestionsFrom.Days);
        QuestionsOpen = true;
        Version++;
        return null;
    }

    /// <summary>No more questions for now; those that are there stay.</summary>
    public Refusal? CloseQuestions(int expectedVersion)
    {
        if (!QuestionsOpen) return null;
        if (expectedVersion != Version) return new ChangedMeanwhile();
        QuestionsOpen = false;
        Version++;
        return null;
    }

    /// <summary>The number of one more question.</summary>
    public int NextQuestion() => ++LastQuestion;

    /// <summary>Why nobody follows a meeting live, or null.</summary>
    public static Refusal? Check(Meeting meeting, DateTimeOffset now) =>
        meeting.Cancelled ? new MeetingIsCancelled() : meeting.DeletedAt is not null || !meeting.Publication.IsPublicAt(now) ? new MeetingIsNotPublic() : null;

    private Refusal? CheckStep(Meeting meeting, int expectedVersion, DateTimeOffset now)
    {
        if (expectedVersion != Version) return new ChangedMeanwhile();
        if (Check(meeting, now) is { } refusal) return refusal;
        if (now < meeting.Start - BeginsFrom) return new MeetingBeginsLater((int)BeginsFrom.TotalMinutes);
        return IsLongAgo(meeting.Start, now) ? new MeetingIsOver() : null;
    }

    private Refusal? Go(DateTimeOffset now)
    {
        (State, BeganAt, EndedAt) = (FloorState.Running, BeganAt ?? now, null);
        Version++;
        return null;
    }

    /// <summary>Whether a meeting that began at an instant is over, whatever was said of it.</summary>
    public static bool IsLongAgo(DateTimeOffset start, DateTimeOffset now) => now > start + LastsAtMost;
}

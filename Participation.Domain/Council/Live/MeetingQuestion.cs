using Participation.Domain.Accounts;
using Participation.Domain.Moderation;

namespace Participation.Domain.Council.Live;

/// <summary>A question of a citizen to a meeting, or to an item of it: plain words, liked by others, answered in the room or later in writing.</summary>
public sealed class MeetingQuestion : Moderated
{
    /// <summary>Longest question, in characters.</summary>
    public const int TextMaxLength = 500;

    /// <summary>Most questions of one person that wait in one meeting.</summary>
    public const int MostOpenOfPerson = 3;

    /// <summary>Most questions of one meeting.</summary>
    public const int Most = 1000;

    /// <summary>Longest key of a form, in characters.</summary>
    public const int SubmissionKeyMaxLength = 64;

    private MeetingQuestion() { }

    /// <summary>Internal identity.</summary>
    public MeetingQuestionId Id { get; private set; }

    /// <summary>The meeting.</summary>
    public MeetingId MeetingId { get; private set; }

    /// <summary>From 1 within the meeting.</summary>
    public int Number { get; private set; }

    /// <summary>The item it is about; null for the meeting as a whole.</summary>
    public AgendaItemId? ItemId { get; private set; }

    /// <summary>The words, without format.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who asks.</summary>
    public PersonId AuthorId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>How many like it.</summary>
    public int Likes { get; private set; }

    /// <summary>What became of it.</summary>
    public QuestionState State { get; private set; }

    /// <summary>The answer in short, or why there is none.</summary>
    public string Reply { get; private set; } = "";

    /// <summary>Who answered.</summary>
    public string Speaker { get; private set; } = "";

    /// <summary>Until when it is answered in writing.</summary>
    public DateOnly? ReplyDay { get; private set; }

    /// <summary>When a moderator said so.</summary>
    public DateTimeOffset? RepliedAt { get; private set; }

    /// <summary>Which moderator.</summary>
    public PersonId? RepliedBy { get; private set; }

    /// <summary>Whether it waits until a person looked.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>When its author took it back.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Made by the form; two with the same key are one.</summary>
    public string SubmissionKey { get; private set; } = "";

    /// <inheritdoc/>
    public override bool IsGone => RemovedAt is not null;

    /// <summary>Whether everybody reads it.</summary>
    public bool IsVisible => RemovedAt is null && HiddenAt is null && !IsHeld;

    /// <inheritdoc/>
    protected override bool WaitsForLook => IsHeld;

    /// <summary>Somebody asks.</summary>
    /// <param name="id">Internal identity.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="number">Its number there.</param>
    /// <param name="item">What it is about.</param>
    /// <param name="text">The words.</param>
    /// <param name="author">Who asks.</param>
    /// <param name="held">Whether a person has to look first.</param>
    /// <param name="key">Made by the form.</param>
    /// <param name="now">When.</param>
    public static MeetingQuestion Ask(MeetingQuestionId id, MeetingId meeting, int number, AgendaItemId? item, string text, PersonId author, bool held, string key, DateTimeOffset now) => new()
    {
        Id = id, MeetingId = meeting, Number = number, ItemId = item, Text = text.Trim(), AuthorId = author, IsHeld = held, SubmissionKey = key, At = now,
    };

    /// <summary>What is wrong with the words of a question, or null.</summary>
    public static Refusal? Check(string text) => string.IsNullOrWhiteSpace(text) ? new QuestionNeedsText() : text.Trim().Length > TextMaxLength ? new QuestionIsTooLong(TextMaxLength) : null;

    /// <summary>Why a person may not say whether they like it, or null: nobody likes their own, and what is dealt with keeps its number.</summary>
    public Refusal? CheckLike(PersonId person) => person == AuthorId ? new OwnQuestionHasNoLike() : IsVisible && State is QuestionState.Open ? null : new QuestionIsClosed();

    /// <summary>One person more or fewer likes it. Its version stays: those who like it are not in the way of those who answer it.</summary>
    public void Count(int by) => Likes += by;

    /// <summary>A moderator says what becomes of it; an answer may be corrected. The same again changes nothing.</summary>
    public Refusal? Settle(QuestionReply reply, PersonId by, int expectedVersion, DateOnly today, DateTimeOffset now)
    {
        reply = reply.Tidy();
        if (!IsVisible) return new QuestionIsClosed();
        if (new QuestionReply(State, Reply, Speaker, ReplyDay) == reply) return null;
        if (expectedVersion != Version) return new ChangedMeanwhile();
        if (reply.Check(today) is { } refusal) return refusal;
        (State, Reply, Speaker, ReplyDay) = (reply.State, reply.Text, reply.Speaker, reply.Day);
        RepliedAt = reply.State is QuestionState.Open ? null : now;
        RepliedBy = reply.State is QuestionState.Open ? null : by;
        Version++;
        return null;
    }

    /// <summary>Somebody looked at what waited; everybody sees it. A second call changes nothing.</summary>
    public Refusal? Show()
    {
        if (HiddenAt is not null || IsGone) return new ContentIsClosed();
        if (!IsHeld) return null;
        IsHeld = false;
        Version++;
        return null;
    }

    /// <summary>It is hidden until a moderator looked, because several people reported it.</summary>
    public Refusal? Hold(string reason, DateTimeOffset now)
    {
        if (!IsVisible) return new ContentIsClosed();
        IsHeld = true;
        Conceal(reason, now);
        return null;
    }

    /// <summary>It waits again, as if nobody had looked.</summary>
    public Refusal? WaitAgain()
    {
        if (IsGone) return new ContentIsClosed();
        if (HiddenAt is not null) Unhide();
        IsHeld = true;
        Version++;
        return null;
    }

    /// <summary>Its author takes it back while it waits for an answer. A second call changes nothing.</summary>
    public Refusal? Withdraw(DateTimeOffset now)
    {
        if (IsGone) return null;
        if (State is not QuestionState.Open || HiddenAt is not null) return new QuestionIsClosed();
        Erase(now);
        return null;
    }

    /// <summary>Its words go, because its author took it back, or left and took them along.</summary>
    public void Erase(DateTimeOffset now)
    {
        (Text, RemovedAt) = ("", RemovedAt ?? now);
        Version++;
    }

    /// <inheritdoc/>
    protected override void Decided() => IsHeld = false;
}

/// <summary>Identifies a <see cref="MeetingQuestion"/>.</summary>
public readonly record struct MeetingQuestionId(Guid Value) : IEntityId<MeetingQuestionId>
{
    /// <inheritdoc/>
    public static MeetingQuestionId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static MeetingQuestionId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

using Participation.Domain.Council;
using Participation.Domain.Council.Live;
using Participation.Domain.Editing;

namespace Participation.Web.Council.Live;

/// <summary>A meeting as it is followed live.</summary>
public sealed record LiveMeeting(
    MeetingId Id, int Number, string Name, BodyName Body, DateTimeOffset Start, DateTimeOffset? End, bool Cancelled, Publication Publication, FloorView Floor);

/// <summary>How far a meeting is.</summary>
/// <param name="Meeting">Number of the meeting.</param>
/// <param name="State">Begun, interrupted, over.</param>
/// <param name="IsOn">Whether it goes on now.</param>
/// <param name="TakesQuestions">Whether citizens may put questions now.</param>
/// <param name="Version">Version of the steps of moderators.</param>
/// <param name="Items">The agenda.</param>
public sealed record FloorView(int Meeting, FloorState State, bool IsOn, bool TakesQuestions, int Version, IReadOnlyList<FloorItem> Items)
{
    /// <summary>When it begins by the plan.</summary>
    public DateTimeOffset Start { get; init; }

    /// <summary>When it was over.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether a moderator left it open for questions, also when none are taken for another reason.</summary>
    public bool QuestionsOpen { get; init; }

    /// <summary>Number of the newest question.</summary>
    public int LastQuestion { get; init; }

    /// <summary>The item that was called last.</summary>
    public FloorItem? Current => Items.FirstOrDefault(item => item.Place is FloorPlace.Current);

    /// <summary>The first item behind the current one that was not called yet.</summary>
    public FloorItem? Next => Items.SkipWhile(item => Current is not null && item != Current).FirstOrDefault(item => item.Place is FloorPlace.Ahead);

    /// <summary>Items to which one may ask.</summary>
    public IEnumerable<FloorItem> Askable => Items.Where(item => item.IsPublic);
}

/// <summary>Where an item stands in the course of a meeting.</summary>
public enum FloorPlace
{
    /// <summary>Not called yet.</summary>
    Ahead,

    /// <summary>It was called last.</summary>
    Current,

    /// <summary>It was called, and another one after it.</summary>
    Done,
}

/// <summary>An item in the course of a meeting; of a non-public one nothing but its number.</summary>
public sealed record FloorItem(int Number, string Sign, string? Name, bool IsPublic, FloorPlace Place, DateTimeOffset? CalledAt, PaperName? Paper);

/// <summary>A question as everybody reads it.</summary>
/// <param name="Meeting">Number of the meeting.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Text">The words.</param>
/// <param name="Author">Public name of who asks.</param>
/// <param name="At">When.</param>
/// <param name="Likes">How many like it.</param>
/// <param name="State">What became of it.</param>
public sealed record QuestionView(int Meeting, int Number, string Text, string Author, DateTimeOffset At, int Likes, QuestionState State)
{
    /// <summary>The answer in short, or why there is none.</summary>
    public string Reply { get; init; } = "";

    /// <summary>Who answered.</summary>
    public string Speaker { get; init; } = "";

    /// <summary>Until when it is answered in writing.</summary>
    public DateOnly? ReplyDay { get; init; }

    /// <summary>When a moderator said so.</summary>
    public DateTimeOffset? RepliedAt { get; init; }

    /// <summary>The item it is about, as it is written on the agenda; null for the meeting as a whole.</summary>
    public string? Item { get; init; }

    /// <summary>Whether it waits until a person looked.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Why it was hidden; null while it is not.</summary>
    public string? HiddenReason { get; init; }

    /// <summary>Version for those who decide.</summary>
    public int Version { get; init; }
}

/// <summary>In which order questions stand.</summary>
public enum QuestionSort
{
    /// <summary>The most liked first.</summary>
    Likes,

    /// <summary>The newest first.</summary>
    Newest,
}

/// <summary>Who looks at questions.</summary>
/// <param name="Name">Their public name; null for visitors.</param>
/// <param name="Liked">Numbers of the questions that they like.</param>
public sealed record QuestionViewer(string? Name, IReadOnlySet<int> Liked)
{
    /// <summary>A visitor.</summary>
    public static QuestionViewer Visitor { get; } = new(null, new HashSet<int>());
}

/// <summary>A page of questions that wait, and those that are dealt with.</summary>
public sealed record QuestionLists(IReadOnlyList<QuestionView> Open, IReadOnlyList<QuestionView> Settled, int OpenCount, int SettledCount, int Page, int Pages);

/// <summary>A meeting that goes on now.</summary>
public sealed record RunningMeeting(int Number, string Name, string? Item);

/// <summary>The next public meeting.</summary>
public sealed record NextMeeting(int Number, string Name, DateTimeOffset Start);

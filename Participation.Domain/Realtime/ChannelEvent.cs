namespace Participation.Domain.Realtime;

/// <summary>What a channel's event is about.</summary>
public enum ChannelEventKind
{
    /// <summary>A comment became visible (posted, published, restored).</summary>
    CommentAppeared,

    /// <summary>A visible comment's text or label changed.</summary>
    CommentChanged,

    /// <summary>A comment was hidden or deleted; a stub may remain.</summary>
    CommentRemoved,

    /// <summary>An idea became visible.</summary>
    IdeaAppeared,

    /// <summary>An idea's text, status or answer changed.</summary>
    IdeaChanged,

    /// <summary>An idea is no longer public.</summary>
    IdeaRemoved,

    /// <summary>The queue gained or lost an item.</summary>
    QueueChanged,

    /// <summary>A meeting came to another item, began, paused, ended, or takes questions or none any more.</summary>
    FloorChanged,

    /// <summary>A question to a meeting became visible.</summary>
    QuestionAppeared,

    /// <summary>A visible question was answered, deferred or declined.</summary>
    QuestionChanged,

    /// <summary>A question was hidden or taken back; a stub may remain.</summary>
    QuestionRemoved,
}

/// <summary>One numbered change of a channel. Clients that missed numbers ask for everything after their last one.</summary>
public sealed class ChannelEvent
{
    private ChannelEvent() { }

    /// <summary>The channel.</summary>
    public string ChannelKey { get; private set; } = "";

    /// <summary>1, 2, 3 … without gaps per channel.</summary>
    public long Sequence { get; private set; }

    /// <summary>What happened.</summary>
    public ChannelEventKind Kind { get; private set; }

    /// <summary>The public number of what it happened to: of a comment within its idea, else of the idea.</summary>
    public int SubjectNumber { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Writes down one change.</summary>
    public static ChannelEvent Of(string channel, long sequence, ChannelEventKind kind, int subjectNumber, DateTimeOffset at) =>
        new() { ChannelKey = channel, Sequence = sequence, Kind = kind, SubjectNumber = subjectNumber, At = at };
}

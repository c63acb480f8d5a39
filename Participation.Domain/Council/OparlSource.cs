namespace Participation.Domain.Council;

/// <summary>Identifies an <see cref="OparlSource"/>.</summary>
public readonly record struct OparlSourceId(Guid Value) : IEntityId<OparlSourceId>
{
    /// <inheritdoc/>
    public static OparlSourceId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static OparlSourceId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>
/// Another council system that is read by OParl, and how far. Where a run stands is saved with what it read, so one that is cut off anywhere goes on there, and two at once
/// find each other out by the version.
/// </summary>
public sealed class OparlSource
{
    private OparlSource() { }

    /// <summary>Internal identity.</summary>
    public OparlSourceId Id { get; private set; }

    /// <summary>Address of its system object.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Which of its bodies is read, from 1.</summary>
    public int BodyNumber { get; private set; }

    /// <summary>The next run asks for what was changed since then; null before the first run has ended.</summary>
    public DateTimeOffset? Since { get; private set; }

    /// <summary>When the run began that has not ended yet.</summary>
    public DateTimeOffset? RunBegan { get; private set; }

    /// <summary>Place of the list that the run reads, from 0.</summary>
    public int List { get; private set; }

    /// <summary>Address of the page that comes next; null for the first of its list.</summary>
    public string? Next { get; private set; }

    /// <summary>Whether the run that goes on asks for everything, and not only for what changed.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Pages of the list that were read.</summary>
    public int Page { get; private set; }

    /// <summary>When a run last ended.</summary>
    public DateTimeOffset? LastRunAt { get; private set; }

    /// <summary>Optimistic concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Notes a source.</summary>
    public static OparlSource Add(string url, int body, DateTimeOffset now) => new() { Id = OparlSourceId.New(now), Url = url, BodyNumber = body };

    /// <summary>A run begins; everything changed from then on belongs to the next one.</summary>
    /// <param name="at">The instant, by the clock of the source.</param>
    /// <param name="anew">Whether it asks for everything again.</param>
    public void Begin(DateTimeOffset at, bool anew)
    {
        (RunBegan, List, Next, Page, IsFull) = (at, 0, null, 0, anew || Since is null);
        Version++;
    }

    /// <summary>A page was taken over.</summary>
    /// <param name="next">Address of the next one of the same list; null when it was the last.</param>
    public void Advance(string? next)
    {
        (List, Next, Page) = next is null ? (List + 1, null, 0) : (List, next, Page + 1);
        Version++;
    }

    /// <summary>The list that is read is begun again.</summary>
    public void Restart()
    {
        (Next, Page) = (null, 0);
        Version++;
    }

    /// <summary>
    /// The run has read everything. Lists that are read whole do not name what was deleted, so after a full run the next one still asks for changes since the one before it.
    /// </summary>
    public void Complete(DateTimeOffset now)
    {
        if (!IsFull || Since is null) Since = RunBegan;
        (RunBegan, LastRunAt, IsFull) = (null, now, false);
        (List, Next, Page) = (0, null, 0);
        Version++;
    }
}

/// <summary>An object of a source that names others which are not there yet; it is placed again when they are.</summary>
public sealed class OparlWaiting(OparlSourceId sourceId, string origin, string type, string json)
{
    /// <summary>The source.</summary>
    public OparlSourceId SourceId { get; private set; } = sourceId;

    /// <summary>Its address there.</summary>
    public string Origin { get; private set; } = origin;

    /// <summary>Its type, such as <c>Consultation</c>.</summary>
    public string Type { get; private set; } = type;

    /// <summary>The object as it was read.</summary>
    public string Json { get; private set; } = json;

    /// <summary>It was read again.</summary>
    public void Replace(string read) => Json = read;
}

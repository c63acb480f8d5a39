using Participation.Domain.Editing;

namespace Participation.Domain.Council;

/// <summary>How far a meeting is, by OParl 1.1's values of <c>meetingState</c>.</summary>
public enum MeetingState
{
    /// <summary>terminiert: it has a day.</summary>
    Scheduled,

    /// <summary>eingeladen: its agenda is out.</summary>
    Invited,

    /// <summary>durchgeführt: it took place.</summary>
    Held,
}

/// <summary>A meeting of a body with its agenda.</summary>
public sealed class Meeting : CouncilRecord, IShown
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 200;

    /// <summary>Longest note, in characters.</summary>
    public const int NoteMaxLength = 2000;

    /// <summary>Most items of one agenda.</summary>
    public const int MaxItems = 120;

    private readonly List<AgendaItem> _items = [];

    private Meeting() { }

    /// <summary>Internal identity.</summary>
    public MeetingId Id { get; private set; }

    /// <summary>The body that meets.</summary>
    public BodyId BodyId { get; private set; }

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>How far it is.</summary>
    public MeetingState State { get; private set; }

    /// <summary>Whether it does not take place.</summary>
    public bool Cancelled { get; private set; }

    /// <summary>When it begins.</summary>
    public DateTimeOffset Start { get; private set; }

    /// <summary>When it ends or ended, if that is known.</summary>
    public DateTimeOffset? End { get; private set; }

    /// <summary>Where.</summary>
    public LocationId? LocationId { get; private set; }

    /// <summary>What readers should know, such as how to follow it from home.</summary>
    public FormattedText Note { get; private set; } = FormattedText.Empty;

    /// <summary>Whether and from when everybody may read it.</summary>
    public Publication Publication { get; private set; } = Publication.Draft;

    /// <summary>Revision of the calendar entry (RFC 5545, SEQUENCE): counted up when time, place, name or cancellation change, and when it comes out of view or back.</summary>
    public int Sequence { get; private set; }

    /// <summary>Since when its publication is dealt with; null while it has to be announced.</summary>
    public DateTimeOffset? AnnouncedAt { get; private set; }

    /// <summary>The agenda in order, with what was deleted.</summary>
    public IReadOnlyList<AgendaItem> Items => _items;

    /// <summary>Plans a meeting.</summary>
    public static Meeting Plan(int number, MeetingPlan plan, Publication publication, DateTimeOffset now, string? origin = null)
    {
        var meeting = new Meeting { Id = MeetingId.New(now), Publication = publication };
        meeting.Begin(number, origin, now);
        meeting.Apply(plan);
        return meeting;
    }

    /// <summary>Changes everything but the agenda.</summary>
    public Refusal? Change(MeetingPlan plan, PublicationChange step, int expectedVersion, DateTimeOffset now)
    {
        if (CheckChange(expectedVersion) is { } refusal) return refusal;
        if (plan.Check() is { } wrong) return wrong;
        if (Publication.Take(step, now, out var next) is { } no) return no;
        Count(plan);
        Apply(plan);
        Become(next);
        Touch(now);
        return null;
    }

    /// <inheritdoc/>
    public Refusal? Show(PublicationChange step, PublicationState seen, DateTimeOffset now)
    {
        if (this.CheckShown(step, seen, now) is { } behind) return behind;
        if (Publication.Take(step, now, out var next) is { } no) return no;
        if (Become(next)) Touch(now);
        return null;
    }

    private bool Become(Publication next)
    {
        if (next == Publication) return false;
        if (next.WithdrawnAt != Publication.WithdrawnAt) Sequence++;
        (Publication, AnnouncedAt) = (next, null);
        return true;
    }

    /// <summary>Whether it is as planned.</summary>
    public bool Is(MeetingPlan plan) => DeletedAt is null && plan == new MeetingPlan(BodyId, Name, State, Cancelled, Start, End, LocationId, Note);

    /// <summary>Takes over what another council system says now.</summary>
    public bool Renew(MeetingPlan plan, DateTimeOffset now)
    {
        if (Is(plan)) return false;
        Count(plan);
        if (DeletedAt is not null) Sequence++;
        Apply(plan);
        DeletedAt = null;
        Touch(now);
        return true;
    }

    /// <summary>Puts an item on the agenda.</summary>
    public AgendaItem AddItem(int number, AgendaItemPlan plan, DateTimeOffset now, string? origin = null)
    {
        var item = AgendaItem.Add(number, Id, plan, now, origin);
        _items.Add(item);
        Touch(now);
        return item;
    }

    /// <inheritdoc/>
    public override void Delete(DateTimeOffset now)
    {
        if (DeletedAt is null) Sequence++;
        base.Delete(now);
    }

    /// <summary>Its publication is dealt with; from here on it counts as changed, so that those who ask for changes learn of it.</summary>
    public void Announce(DateTimeOffset now)
    {
        AnnouncedAt = now;
        Touch(now);
    }

    private void Count(MeetingPlan plan)
    {
        if (plan.Name != Name || plan.Cancelled != Cancelled || plan.Start != Start || plan.End != End || plan.Location != LocationId) Sequence++;
    }

    private void Apply(MeetingPlan plan)
    {
        (BodyId, Name, State, Cancelled) = (plan.Body, plan.Name, plan.State, plan.Cancelled);
        (Start, End, LocationId, Note) = (plan.Start, plan.End, plan.Location, plan.Note);
    }
}

/// <summary>What editors say of a meeting.</summary>
public sealed record MeetingPlan(BodyId Body, string Name, MeetingState State, bool Cancelled, DateTimeOffset Start, DateTimeOffset? End, LocationId? Location, FormattedText Note)
{
    /// <summary>What contradicts itself, or null.</summary>
    public Refusal? Check() => End <= Start ? new EndsBeforeItBegins() : null;
}

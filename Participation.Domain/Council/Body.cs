using Participation.Domain.Editing;

namespace Participation.Domain.Council;

/// <summary>Kinds of bodies, by OParl 1.1's values of <c>organizationType</c>.</summary>
public enum BodyKind
{
    /// <summary>Gremium: the council or a committee.</summary>
    Committee,

    /// <summary>Partei.</summary>
    Party,

    /// <summary>Fraktion.</summary>
    ParliamentaryGroup,

    /// <summary>Verwaltungsbereich.</summary>
    Administration,

    /// <summary>externes Gremium.</summary>
    ExternalCommittee,

    /// <summary>Institution.</summary>
    Institution,

    /// <summary>Sonstiges.</summary>
    Other,
}

/// <summary>
/// The council, a committee, a parliamentary group: what OParl calls <c>Organization</c>. (OParl's <c>Body</c> is the city itself.) Committees are data, never constants: they
/// change with each term, and what became of one is told by its successor.
/// </summary>
public sealed class Body : PublishedRecord
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 200;

    /// <summary>Longest short name, in characters.</summary>
    public const int ShortNameMaxLength = 40;

    /// <summary>Longest classification, in characters.</summary>
    public const int ClassificationMaxLength = 60;

    /// <summary>Longest note, in characters.</summary>
    public const int NoteMaxLength = 1000;

    private readonly List<BodyTerm> _terms = [];

    private Body() { }

    /// <summary>Internal identity.</summary>
    public BodyId Id { get; private set; }

    /// <summary>Full name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Short name.</summary>
    public string? ShortName { get; private set; }

    /// <summary>Kind.</summary>
    public BodyKind Kind { get; private set; }

    /// <summary>A closer word, such as Ausschuss.</summary>
    public string? Classification { get; private set; }

    /// <summary>What it is for, in a sentence or two.</summary>
    public string? Note { get; private set; }

    /// <summary>First day; null when it always was.</summary>
    public DateOnly? StartsOn { get; private set; }

    /// <summary>Last day; null while it exists.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>The body whose work it goes on with.</summary>
    public BodyId? PredecessorId { get; private set; }

    /// <summary>The terms in which it exists.</summary>
    public IReadOnlyList<BodyTerm> Terms => _terms;

    /// <summary>Adds a body; public at once unless it is said otherwise.</summary>
    public static Body Add(int number, BodyPlan plan, DateTimeOffset now, string? origin = null, Publication? publication = null)
    {
        var body = new Body { Id = BodyId.New(now) };
        body.Begin(number, origin, publication, now);
        body.Apply(plan);
        return body;
    }

    /// <summary>Changes it.</summary>
    public Refusal? Change(BodyPlan plan, int expectedVersion, DateTimeOffset now, PublicationChange? step = null)
    {
        if (CheckChange(expectedVersion) is { } refusal) return refusal;
        if (plan.Check() is { } wrong) return wrong;
        if (plan.Predecessor == Id) return new BodyFollowsItself();
        if (Take(step, now) is { } no) return no;
        Apply(plan);
        Touch(now);
        return null;
    }

    /// <summary>Whether it is what a plan says.</summary>
    public bool Is(BodyPlan plan) =>
        DeletedAt is null && (plan.Name, plan.ShortName, plan.Kind, plan.Classification, plan.Note) == (Name, ShortName, Kind, Classification, Note)
        && (plan.StartsOn, plan.EndsOn, plan.Predecessor) == (StartsOn, EndsOn, PredecessorId) && plan.Terms.ToHashSet().SetEquals(_terms.Select(term => term.TermId));

    /// <summary>Takes over what another council system says now.</summary>
    public bool Renew(BodyPlan plan, DateTimeOffset now)
    {
        if (Is(plan)) return false;
        Apply(plan);
        DeletedAt = null;
        Touch(now);
        return true;
    }

    private void Apply(BodyPlan plan)
    {
        (Name, ShortName, Kind, Classification, Note) = (plan.Name, plan.ShortName, plan.Kind, plan.Classification, plan.Note);
        (StartsOn, EndsOn, PredecessorId) = (plan.StartsOn, plan.EndsOn, plan.Predecessor);
        _terms.RemoveAll(term => !plan.Terms.Contains(term.TermId));
        foreach (var term in plan.Terms.Where(term => !_terms.Exists(there => there.TermId == term))) _terms.Add(new BodyTerm(Id, term));
    }
}

/// <summary>That a body exists in a term.</summary>
public sealed class BodyTerm(BodyId bodyId, LegislativeTermId termId)
{
    /// <summary>The body.</summary>
    public BodyId BodyId { get; private set; } = bodyId;

    /// <summary>The term.</summary>
    public LegislativeTermId TermId { get; private set; } = termId;
}

/// <summary>What editors say of a body.</summary>
public sealed record BodyPlan(
    string Name, string? ShortName, BodyKind Kind, string? Classification, string? Note, DateOnly? StartsOn, DateOnly? EndsOn, BodyId? Predecessor, IReadOnlyList<LegislativeTermId> Terms)
{
    /// <summary>What contradicts itself, or null.</summary>
    public Refusal? Check() => EndsOn < StartsOn ? new EndsBeforeItBegins() : null;
}

/// <summary>A body cannot be its own predecessor.</summary>
public sealed record BodyFollowsItself : Refusal;

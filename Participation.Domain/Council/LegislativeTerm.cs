using Participation.Domain.Editing;

namespace Participation.Domain.Council;

/// <summary>A term of the council; committees change with it.</summary>
public sealed class LegislativeTerm : PublishedRecord
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 120;

    private LegislativeTerm() { }

    /// <summary>Internal identity.</summary>
    public LegislativeTermId Id { get; private set; }

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>First day.</summary>
    public DateOnly? StartsOn { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>Adds a term; public at once unless it is said otherwise.</summary>
    public static LegislativeTerm Add(int number, LegislativeTermPlan plan, DateTimeOffset now, string? origin = null, Publication? publication = null)
    {
        var term = new LegislativeTerm { Id = LegislativeTermId.New(now) };
        term.Begin(number, origin, publication, now);
        term.Apply(plan);
        return term;
    }

    /// <summary>Changes it.</summary>
    public Refusal? Change(LegislativeTermPlan plan, int expectedVersion, DateTimeOffset now, PublicationChange? step = null)
    {
        if (CheckChange(expectedVersion) is { } refusal) return refusal;
        if (plan.Check() is { } wrong) return wrong;
        if (Take(step, now) is { } no) return no;
        Apply(plan);
        Touch(now);
        return null;
    }

    /// <summary>Whether it is what a plan says.</summary>
    public bool Is(LegislativeTermPlan plan) => DeletedAt is null && plan == new LegislativeTermPlan(Name, StartsOn, EndsOn);

    /// <summary>Takes over what another council system says now.</summary>
    public bool Renew(LegislativeTermPlan plan, DateTimeOffset now)
    {
        if (Is(plan)) return false;
        Apply(plan);
        DeletedAt = null;
        Touch(now);
        return true;
    }

    private void Apply(LegislativeTermPlan plan) => (Name, StartsOn, EndsOn) = (plan.Name, plan.StartsOn, plan.EndsOn);
}

/// <summary>What editors say of a term.</summary>
public sealed record LegislativeTermPlan(string Name, DateOnly? StartsOn, DateOnly? EndsOn)
{
    /// <summary>What contradicts itself, or null.</summary>
    public Refusal? Check() => EndsOn < StartsOn ? new EndsBeforeItBegins() : null;
}

using Participation.Domain.Editing;

namespace Participation.Domain.Council;

/// <summary>
/// Someone who sits in a body, by the name under which the city publishes them: OParl's <c>Person</c>. No addresses, pictures or attendance: those need a consent of their own
/// (OParl 1.1, 1.6).
/// </summary>
public sealed class CouncilPerson : PublishedRecord
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 120;

    private readonly List<BodyMembership> _memberships = [];

    private CouncilPerson() { }

    /// <summary>Internal identity.</summary>
    public CouncilPersonId Id { get; private set; }

    /// <summary>Full name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Family name.</summary>
    public string? FamilyName { get; private set; }

    /// <summary>Given name.</summary>
    public string? GivenName { get; private set; }

    /// <summary>Where and as what.</summary>
    public IReadOnlyList<BodyMembership> Memberships => _memberships;

    /// <summary>Adds someone; public at once unless it is said otherwise.</summary>
    public static CouncilPerson Add(int number, CouncilPersonPlan plan, DateTimeOffset now, string? origin = null, Publication? publication = null)
    {
        var person = new CouncilPerson { Id = CouncilPersonId.New(now) };
        person.Begin(number, origin, publication, now);
        person.Apply(plan);
        return person;
    }

    /// <summary>Changes the name.</summary>
    public Refusal? Change(CouncilPersonPlan plan, int expectedVersion, DateTimeOffset now, PublicationChange? step = null)
    {
        if (CheckChange(expectedVersion) is { } refusal) return refusal;
        if (Take(step, now) is { } no) return no;
        Apply(plan);
        Touch(now);
        return null;
    }

    /// <summary>Whether this is who a plan says.</summary>
    public bool Is(CouncilPersonPlan plan) => DeletedAt is null && plan == new CouncilPersonPlan(Name, FamilyName, GivenName);

    /// <summary>Takes over what another council system says now.</summary>
    public bool Renew(CouncilPersonPlan plan, DateTimeOffset now)
    {
        if (Is(plan)) return false;
        Apply(plan);
        DeletedAt = null;
        Touch(now);
        return true;
    }

    /// <summary>Joins a body.</summary>
    public BodyMembership Join(int number, BodyMembershipPlan plan, DateTimeOffset now, string? origin = null)
    {
        var membership = BodyMembership.Begin(number, Id, plan, now, origin);
        _memberships.Add(membership);
        Touch(now);
        return membership;
    }

    private void Apply(CouncilPersonPlan plan) => (Name, FamilyName, GivenName) = (plan.Name, plan.FamilyName, plan.GivenName);
}

/// <summary>What editors say of someone.</summary>
public sealed record CouncilPersonPlan(string Name, string? FamilyName, string? GivenName);

/// <summary>That someone sits in a body: OParl's <c>Membership</c>.</summary>
public sealed class BodyMembership : CouncilRecord
{
    /// <summary>Longest role, in characters.</summary>
    public const int RoleMaxLength = 80;

    private BodyMembership() { }

    /// <summary>Internal identity.</summary>
    public BodyMembershipId Id { get; private set; }

    /// <summary>Who.</summary>
    public CouncilPersonId PersonId { get; private set; }

    /// <summary>Where.</summary>
    public BodyId BodyId { get; private set; }

    /// <summary>As what, such as Vorsitz.</summary>
    public string? Role { get; private set; }

    /// <summary>Whether with a vote.</summary>
    public bool VotingRight { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly? StartsOn { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly? EndsOn { get; private set; }

    internal static BodyMembership Begin(int number, CouncilPersonId person, BodyMembershipPlan plan, DateTimeOffset now, string? origin)
    {
        var membership = new BodyMembership { Id = BodyMembershipId.New(now), PersonId = person };
        membership.Begin(number, origin, now);
        membership.Apply(plan);
        return membership;
    }

    /// <summary>Whether it is what a plan says.</summary>
    public bool Is(BodyMembershipPlan plan) => DeletedAt is null && plan == new BodyMembershipPlan(BodyId, Role, VotingRight, StartsOn, EndsOn);

    /// <summary>Changes it; whoever calls touches the person, in whom it is shown.</summary>
    public bool Renew(BodyMembershipPlan plan, DateTimeOffset now)
    {
        if (Is(plan)) return false;
        Apply(plan);
        DeletedAt = null;
        Touch(now);
        return true;
    }

    private void Apply(BodyMembershipPlan plan) => (BodyId, Role, VotingRight, StartsOn, EndsOn) = (plan.Body, plan.Role, plan.VotingRight, plan.StartsOn, plan.EndsOn);
}

/// <summary>What editors say of a membership.</summary>
public sealed record BodyMembershipPlan(BodyId Body, string? Role, bool VotingRight, DateOnly? StartsOn, DateOnly? EndsOn)
{
    /// <summary>What contradicts itself, or null.</summary>
    public Refusal? Check() => EndsOn < StartsOn ? new EndsBeforeItBegins() : null;
}

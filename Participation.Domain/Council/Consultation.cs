namespace Participation.Domain.Council;

/// <summary>What a body does with a paper, by OParl 1.1's values of <c>role</c>.</summary>
public enum ConsultationRole
{
    /// <summary>Anhörung: the body is heard.</summary>
    Hearing,

    /// <summary>Kenntnisnahme: the body takes note.</summary>
    Information,

    /// <summary>Vorberatung: the body recommends.</summary>
    Recommendation,

    /// <summary>Entscheidung: the body decides.</summary>
    Decision,
}

/// <summary>One step of a paper's way: a body, a meeting, an item of its agenda.</summary>
public sealed class Consultation : CouncilRecord
{
    private Consultation() { }

    /// <summary>Internal identity.</summary>
    public ConsultationId Id { get; private set; }

    /// <summary>The paper.</summary>
    public PaperId PaperId { get; private set; }

    /// <summary>The body.</summary>
    public BodyId BodyId { get; private set; }

    /// <summary>The meeting, once it is known.</summary>
    public MeetingId? MeetingId { get; private set; }

    /// <summary>The item of its agenda, once it is known.</summary>
    public AgendaItemId? AgendaItemId { get; private set; }

    /// <summary>What the body does with the paper.</summary>
    public ConsultationRole Role { get; private set; }

    /// <summary>Whether what is decided here counts for good.</summary>
    public bool Authoritative { get; private set; }

    internal static Consultation Add(int number, PaperId paper, ConsultationPlan plan, DateTimeOffset now, string? origin)
    {
        var consultation = new Consultation { Id = ConsultationId.New(now), PaperId = paper };
        consultation.Begin(number, origin, now);
        consultation.Apply(plan);
        return consultation;
    }

    /// <summary>Changes it; whoever calls touches the paper, in which it is shown.</summary>
    /// <returns>Whether something differs.</returns>
    public bool Renew(ConsultationPlan plan, DateTimeOffset now)
    {
        if (DeletedAt is null && plan == new ConsultationPlan(BodyId, MeetingId, AgendaItemId, Role, Authoritative)) return false;
        Apply(plan);
        DeletedAt = null;
        Touch(now);
        return true;
    }

    private void Apply(ConsultationPlan plan) =>
        (BodyId, MeetingId, AgendaItemId, Role, Authoritative) = (plan.Body, plan.Meeting, plan.AgendaItem, plan.Role, plan.Authoritative);
}

/// <summary>What editors say of a step.</summary>
public sealed record ConsultationPlan(BodyId Body, MeetingId? Meeting, AgendaItemId? AgendaItem, ConsultationRole Role, bool Authoritative);

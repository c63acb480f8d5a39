namespace Participation.Domain.Council;

/// <summary>An item of an agenda. Of a non-public one nothing is shown but its number.</summary>
public sealed class AgendaItem : CouncilRecord
{
    /// <summary>Longest number as it is written on the agenda, in characters.</summary>
    public const int SignMaxLength = 20;

    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 300;

    private AgendaItem() { }

    /// <summary>Internal identity.</summary>
    public AgendaItemId Id { get; private set; }

    /// <summary>The meeting.</summary>
    public MeetingId MeetingId { get; private set; }

    /// <summary>Its number as it is written on the agenda, such as „Ö 2“.</summary>
    public string Sign { get; private set; } = "";

    /// <summary>Position, from 1.</summary>
    public int Order { get; private set; }

    /// <summary>What it is about; of a non-public item for the staff alone.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether it is deliberated in public.</summary>
    public bool IsPublic { get; private set; }

    /// <summary>When it was called, if the meeting was followed live.</summary>
    public DateTimeOffset? CalledAt { get; private set; }

    internal static AgendaItem Add(int number, MeetingId meeting, AgendaItemPlan plan, DateTimeOffset now, string? origin)
    {
        var item = new AgendaItem { Id = AgendaItemId.New(now), MeetingId = meeting };
        item.Begin(number, origin, now);
        item.Apply(plan);
        return item;
    }

    /// <summary>Changes it; whoever calls touches the meeting, in which it is shown.</summary>
    /// <returns>Whether something differs.</returns>
    public bool Renew(AgendaItemPlan plan, DateTimeOffset now)
    {
        if (DeletedAt is null && plan == new AgendaItemPlan(Sign, Order, Name, IsPublic)) return false;
        Apply(plan);
        DeletedAt = null;
        Touch(now);
        return true;
    }

    /// <summary>The meeting came to it.</summary>
    public void Call(DateTimeOffset now)
    {
        CalledAt = now;
        Touch(now);
    }

    /// <summary>It was called by mistake.</summary>
    public void TakeBackCall(DateTimeOffset now)
    {
        CalledAt = null;
        Touch(now);
    }

    private void Apply(AgendaItemPlan plan) => (Sign, Order, Name, IsPublic) = (plan.Sign, plan.Order, plan.Name, plan.IsPublic);
}

/// <summary>What editors say of an item.</summary>
public sealed record AgendaItemPlan(string Sign, int Order, string Name, bool IsPublic);

/// <summary>An agenda with more items than any meeting has.</summary>
public sealed record TooManyAgendaItems(int Limit) : Refusal;

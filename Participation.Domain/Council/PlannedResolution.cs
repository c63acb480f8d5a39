using Participation.Domain.Accounts;
using Participation.Domain.Ideas;

namespace Participation.Domain.Council;

/// <summary>
/// A resolution that the staff has written and that appears by itself at an instant; one per item. It is kept as the form that was filled in, because what it brings along for ideas and
/// proposals is found out when it appears and not before.
/// </summary>
public sealed class PlannedResolution
{
    /// <summary>Longest form, in characters of its JSON, in which a letter can take six.</summary>
    public const int FormMaxLength = 6 * (Resolution.TextMaxLength + OfficialAnswer.TextMaxLength + OfficialAnswer.UnitMaxLength) + 1_000;

    private PlannedResolution() { }

    /// <summary>The item on which it was decided.</summary>
    public AgendaItemId AgendaItemId { get; private set; }

    /// <summary>What was filled in, as JSON.</summary>
    public string Form { get; private set; } = "";

    /// <summary>When it appears.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>Who planned it, and in whose name it appears.</summary>
    public PersonId PlannedBy { get; private set; }

    /// <summary>When it was planned.</summary>
    public DateTimeOffset PlannedAt { get; private set; }

    /// <summary>When it should have appeared and could not; null while it has yet to come.</summary>
    public DateTimeOffset? FailedAt { get; private set; }

    /// <summary>Tells one plan of an item from the next, in microseconds; never 0. A form that showed another one is behind.</summary>
    public long Stamp => StampOf(PlannedAt);

    /// <summary>An instant in whole microseconds, as precise as every database keeps it.</summary>
    public static long StampOf(DateTimeOffset at) => at.UtcTicks / TimeSpan.TicksPerMicrosecond;

    /// <summary>Plans one.</summary>
    public static PlannedResolution Plan(AgendaItemId item, string form, DateTimeOffset from, PersonId by, DateTimeOffset now)
    {
        var plan = new PlannedResolution { AgendaItemId = item };
        plan.Renew(form, from, by, now);
        return plan;
    }

    /// <summary>Plans it anew.</summary>
    public void Renew(string form, DateTimeOffset from, PersonId by, DateTimeOffset now) => (Form, From, PlannedBy, PlannedAt, FailedAt) = (form, from, by, now, null);

    /// <summary>Whether it is what somebody has just planned; the same form sent twice is one plan.</summary>
    public bool Is(string form, DateTimeOffset from, PersonId by) => FailedAt is null && Form == form && From == from && PlannedBy == by;

    /// <summary>It could not appear; whoever looks after it has to decide anew.</summary>
    public void Fail(DateTimeOffset now) => FailedAt = now;
}

namespace Participation.Domain.Moderation;

/// <summary>That the author of a restricted contribution was told by e-mail, or was not; once per decision.</summary>
public sealed class DecisionMail
{
    private DecisionMail() { }

    /// <summary>The decision.</summary>
    public DecisionId DecisionId { get; private set; }

    /// <summary>When it was taken up.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Whether a mail was queued; there is none without a confirmed address, and none beyond the limit of a day.</summary>
    public bool Sent { get; private set; }

    /// <summary>Writes it down.</summary>
    public static DecisionMail Of(DecisionId decision, DateTimeOffset at, bool sent) => new() { DecisionId = decision, At = at, Sent = sent };
}

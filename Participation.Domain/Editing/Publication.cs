namespace Participation.Domain.Editing;

/// <summary>How far a text of the committee's side has come.</summary>
public enum PublicationState
{
    /// <summary>Only the staff sees it.</summary>
    Draft,

    /// <summary>It appears by itself at an instant.</summary>
    Scheduled,

    /// <summary>Everybody reads it.</summary>
    Published,

    /// <summary>It was taken out of view, with a reason that everybody reads.</summary>
    Withdrawn,
}

/// <summary>What an editor does with a text besides changing it.</summary>
public enum PublicationStep
{
    /// <summary>Leaves it as it is: a draft stays one, what is published shows the change at once.</summary>
    Keep,

    /// <summary>Shows it to everybody now.</summary>
    Publish,

    /// <summary>Shows it to everybody at an instant.</summary>
    Schedule,

    /// <summary>Takes it out of view; what was only scheduled becomes a draft again.</summary>
    Withdraw,
}

/// <summary>A step with what it needs.</summary>
/// <param name="Step">The step.</param>
/// <param name="From">From when, for <see cref="PublicationStep.Schedule"/>.</param>
/// <param name="Reason">Why, for <see cref="PublicationStep.Withdraw"/>; everybody reads it.</param>
public sealed record PublicationChange(PublicationStep Step, DateTimeOffset? From = null, string? Reason = null);

/// <summary>Whether and from when everybody may read something. It follows the clock: nothing has to happen for a scheduled text to be public.</summary>
/// <param name="From">From when; null for a draft.</param>
/// <param name="WithdrawnAt">When it was taken out of view.</param>
/// <param name="Reason">Why it was.</param>
public sealed record Publication(DateTimeOffset? From, DateTimeOffset? WithdrawnAt, string? Reason)
{
    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonMaxLength = 500;

    /// <summary>Not shown.</summary>
    public static Publication Draft { get; } = new(null, null, null);

    /// <summary>Shown from an instant on, past or future.</summary>
    public static Publication At(DateTimeOffset from) => new(from, null, null);

    /// <summary>How far it is at an instant.</summary>
    public PublicationState StateAt(DateTimeOffset now) => this switch
    {
        { WithdrawnAt: not null } => PublicationState.Withdrawn,
        { From: null } => PublicationState.Draft,
        _ => From > now ? PublicationState.Scheduled : PublicationState.Published,
    };

    /// <summary>Whether everybody may read it at an instant.</summary>
    public bool IsPublicAt(DateTimeOffset now) => StateAt(now) is PublicationState.Published;

    /// <summary>Whether it comes to the same at an instant: as far, and if it is planned, for the same time.</summary>
    public bool IsAsFarAs(Publication other, DateTimeOffset now) => StateAt(now) is var state && state == other.StateAt(now) && (state is not PublicationState.Scheduled || From == other.From);

    /// <summary>Whether it is what a step makes of something new.</summary>
    public bool IsNewBy(PublicationChange change, DateTimeOffset now) => Draft.Take(change, now, out var made) is null && IsAsFarAs(made, now);

    /// <summary>Takes a step.</summary>
    /// <param name="change">The step.</param>
    /// <param name="now">The instant.</param>
    /// <param name="next">What comes of it; this one when it is refused.</param>
    /// <returns>The refusal, or null.</returns>
    public Refusal? Take(PublicationChange change, DateTimeOffset now, out Publication next)
    {
        next = this;
        var state = StateAt(now);
        switch (change.Step)
        {
            case PublicationStep.Publish:
                // The day of the first publication stays: feeds and lists are ordered by it.
                next = new Publication(state is PublicationState.Published or PublicationState.Withdrawn ? From : now, null, null);
                return null;
            // What was public once does not become a draft again by way of a plan.
            case PublicationStep.Schedule when state is PublicationState.Published or PublicationState.Withdrawn:
                return new AlreadyPublished();
            case PublicationStep.Schedule:
                if (change.From is not { } from || from <= now) return new PublicationMustLieAhead();
                next = At(from);
                return null;
            case PublicationStep.Withdraw when state is PublicationState.Draft or PublicationState.Scheduled:
                next = Draft;
                return null;
            case PublicationStep.Withdraw when state is PublicationState.Published:
                if (string.IsNullOrWhiteSpace(change.Reason) || change.Reason.Length > ReasonMaxLength) return new WithdrawalNeedsReason(ReasonMaxLength);
                next = this with { WithdrawnAt = now, Reason = change.Reason.Trim() };
                return null;
            default:
                return null;
        }
    }
}

/// <summary>Anything that is written as a draft and published.</summary>
public interface IPublished
{
    /// <summary>Whether and from when everybody may read it.</summary>
    Publication Publication { get; }
}

/// <summary>It is public already, or was, and cannot be scheduled.</summary>
public sealed record AlreadyPublished : Refusal;

/// <summary>Another one with this name is there, which is not the same; the form of it may have been sent twice, and changed in between.</summary>
/// <param name="Name">What it is called.</param>
public sealed record IsThereAlready(string Name) : Refusal;

/// <summary>The instant of publication is missing or lies in the past.</summary>
public sealed record PublicationMustLieAhead : Refusal;

/// <summary>What is taken out of view needs a reason.</summary>
/// <param name="Limit">Longest reason, in characters.</param>
public sealed record WithdrawalNeedsReason(int Limit) : Refusal;

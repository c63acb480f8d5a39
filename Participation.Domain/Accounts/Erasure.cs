namespace Participation.Domain.Accounts;

/// <summary>What becomes of what someone wrote who leaves.</summary>
public enum ErasureChoice
{
    /// <summary>It stays, without a name.</summary>
    Anonymise,

    /// <summary>It goes as far as others do not depend on it.</summary>
    Remove,
}

/// <summary>Someone wants to leave for good. Until the day comes they can change their mind; nothing is erased before, nothing can be written meanwhile.</summary>
public sealed class Erasure
{
    /// <summary>Days in which one can change one's mind.</summary>
    public const int DaysToReconsider = 14;

    /// <summary>How many days before the end a reminder is sent.</summary>
    public const int ReminderDaysBefore = 3;

    private Erasure() { }

    /// <summary>Who leaves; one request per person.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>What becomes of what they wrote.</summary>
    public ErasureChoice Choice { get; private set; }

    /// <summary>When they asked for it.</summary>
    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>From when on everything is erased.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When they were reminded.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>Someone asks for it.</summary>
    public static Erasure Request(PersonId person, ErasureChoice choice, DateTimeOffset now) =>
        new() { PersonId = person, Choice = choice, RequestedAt = now, DueAt = now.AddDays(DaysToReconsider) };

    /// <summary>Whether the days to reconsider are over.</summary>
    public bool IsDue(DateTimeOffset now) => now >= DueAt;

    /// <summary>It cannot be done yet.</summary>
    public void Postpone(DateTimeOffset until) => DueAt = until;

    /// <summary>Notes that the reminder was sent.</summary>
    /// <returns>Whether it was due and had not been sent.</returns>
    public bool Remind(DateTimeOffset now)
    {
        if (RemindedAt is not null || IsDue(now) || now < DueAt.AddDays(-ReminderDaysBefore)) return false;
        RemindedAt = now;
        return true;
    }
}

/// <summary>An organisation would be left without an owner; somebody else has to become owner first.</summary>
/// <param name="Organisation">Its name.</param>
public sealed record OrganisationWouldBeOrphaned(string Organisation) : Refusal;

/// <summary>The site would be left without an administrator.</summary>
public sealed record LastAdministratorStays : Refusal;

/// <summary>The account is going to be erased; nothing can be written with it until its owner changes their mind.</summary>
public sealed record AccountIsLeaving : Refusal;

/// <summary>The days to reconsider are over: erasing has begun.</summary>
public sealed record ErasureHasBegun : Refusal;

namespace Participation.Domain.Accounts;

/// <content>What moderators forbid a person, for a time or until further notice. Reading, complaining, taking one's data along and leaving stay open.</content>
public sealed partial class Person
{
    /// <summary>For how long someone can be silenced, in hours.</summary>
    public static readonly IReadOnlyList<int> SilenceHours = [24, 72, 168, 720];

    /// <summary>Until when the person writes neither ideas nor comments; past or null when they may.</summary>
    public DateTimeOffset? SilencedUntil { get; private set; }

    /// <summary>Since when the person takes no part at all; null when they may.</summary>
    public DateTimeOffset? SuspendedAt { get; private set; }

    /// <summary>Why the person may not take part, such as by a stance, or null when they may.</summary>
    public Refusal? CheckTakingPart(Verification required) => SuspendedAt is not null ? new AccountIsSuspended() : CheckLevel(required);

    /// <summary>Why the person may not write, or null when they may.</summary>
    public Refusal? CheckWriting(Verification required, DateTimeOffset now) => CheckBarred(now) ?? CheckLevel(required);

    /// <summary>Why a decision keeps the person from writing, whatever their level, or null.</summary>
    public Refusal? CheckBarred(DateTimeOffset now) =>
        SuspendedAt is not null ? new AccountIsSuspended()
        : SilencedUntil is { } until && until > now ? new AccountIsSilenced((int)Math.Ceiling((until - now).TotalHours))
        : null;

    /// <summary>Why no measure can be taken against the person, or null: staff answers to the administration, and who has no account cannot be reached.</summary>
    public Refusal? CheckSanction() =>
        Role is Role.Moderator or Role.Administrator ? new StaffIsNotSanctioned()
        : Verification is Verification.None || ErasedAt is not null ? new NobodyToSanction()
        : null;

    /// <summary>The person is warned. Nothing is forbidden.</summary>
    public Refusal? Warn() => Sanctioned(() => { });

    /// <summary>The person does not write for some time; a longer silence that runs already stays.</summary>
    public Refusal? Silence(int hours, DateTimeOffset now)
    {
        if (!SilenceHours.Contains(hours)) return new DurationIsMissing();
        return Sanctioned(() => SilencedUntil = SilencedUntil > now.AddHours(hours) ? SilencedUntil : now.AddHours(hours));
    }

    /// <summary>The person takes no part until a moderator lifts it.</summary>
    public Refusal? Suspend(DateTimeOffset now) => Sanctioned(() => SuspendedAt ??= now);

    /// <summary>Lifts a silence; another one may still run.</summary>
    /// <param name="until">Until when the longest of the others runs, or null.</param>
    public void LiftSilence(DateTimeOffset? until)
    {
        SilencedUntil = until;
        Version++;
    }

    /// <summary>Lifts a suspension.</summary>
    public void LiftSuspension()
    {
        SuspendedAt = null;
        Version++;
    }

    private Refusal? Sanctioned(Action measure)
    {
        if (CheckSanction() is { } refusal) return refusal;
        measure();
        Version++;
        return null;
    }
}

/// <summary>A moderator suspended the account; it takes no part.</summary>
public sealed record AccountIsSuspended : Refusal;

/// <summary>A moderator silenced the account for some more hours.</summary>
public sealed record AccountIsSilenced(int Hours) : Refusal;

/// <summary>Measures are not taken against staff.</summary>
public sealed record StaffIsNotSanctioned : Refusal;

/// <summary>There is no account behind the name.</summary>
public sealed record NobodyToSanction : Refusal;

/// <summary>It is not said for how long.</summary>
public sealed record DurationIsMissing : Refusal;

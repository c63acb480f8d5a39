using Participation.Domain.Accounts;
using Participation.Domain.Editing;

namespace Participation.Domain.Council;

/// <summary>What came of an item.</summary>
public enum ResolutionResult
{
    /// <summary>angenommen.</summary>
    Adopted,

    /// <summary>geändert angenommen.</summary>
    AdoptedWithChanges,

    /// <summary>abgelehnt.</summary>
    Rejected,

    /// <summary>vertagt.</summary>
    Postponed,

    /// <summary>zur Kenntnis genommen.</summary>
    Noted,

    /// <summary>verwiesen, to another body.</summary>
    Referred,

    /// <summary>zurückgezogen, by who had brought it in.</summary>
    Withdrawn,
}

/// <summary>Votes of a body; never of persons.</summary>
public sealed record VoteCount(int Yes, int No, int Abstentions)
{
    /// <summary>Most votes of one kind.</summary>
    public const int Most = 1000;

    /// <summary>Whether a body can have voted so.</summary>
    public bool IsPossible => Yes is >= 0 and <= Most && No is >= 0 and <= Most && Abstentions is >= 0 and <= Most && Yes + No + Abstentions > 0;
}

/// <summary>What a body decided on an item. Publishing it settles what the paper comes from.</summary>
public sealed class Resolution : CouncilRecord
{
    /// <summary>Longest text, in characters.</summary>
    public const int TextMaxLength = 10_000;

    /// <summary>Longest reason for which it is withdrawn, in characters.</summary>
    public const int ReasonMaxLength = Publication.ReasonMaxLength;

    private Resolution() { }

    /// <summary>Internal identity.</summary>
    public ResolutionId Id { get; private set; }

    /// <summary>The item.</summary>
    public AgendaItemId AgendaItemId { get; private set; }

    /// <summary>The text that was decided.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What came of it.</summary>
    public ResolutionResult Result { get; private set; }

    /// <summary>Yes votes, if votes were counted.</summary>
    public int? Yes { get; private set; }

    /// <summary>No votes.</summary>
    public int? No { get; private set; }

    /// <summary>Abstentions.</summary>
    public int? Abstentions { get; private set; }

    /// <summary>Whether nobody was against it, where that is known.</summary>
    public bool? Unanimous { get; private set; }

    /// <summary>Who published it; null for what was read from elsewhere.</summary>
    public PersonId? PublishedBy { get; private set; }

    /// <summary>When what the paper comes from was settled by it; null while it was not.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Since when it is withdrawn: published by mistake, and not what the body decided. Null while it stands.</summary>
    public DateTimeOffset? RetractedAt { get; private set; }

    /// <summary>Why it was withdrawn; everybody reads it.</summary>
    public string? RetractReason { get; private set; }

    /// <summary>When it was corrected here; null when it never was, or is from elsewhere.</summary>
    public DateTimeOffset? CorrectedAt => Version > 0 && !IsImported ? ChangedAt : null;

    /// <summary>The votes, if they were counted.</summary>
    public VoteCount? Votes => Yes is { } yes && No is { } no && Abstentions is { } abstentions ? new VoteCount(yes, no, abstentions) : null;

    /// <summary>Publishes what was decided on an item.</summary>
    public static Resolution Publish(int number, AgendaItemId item, ResolutionPlan plan, PersonId? by, DateTimeOffset now, string? origin = null)
    {
        var resolution = new Resolution { Id = ResolutionId.New(now), AgendaItemId = item, PublishedBy = by };
        resolution.Begin(number, origin, now);
        resolution.Apply(plan);
        return resolution;
    }

    /// <summary>Corrects it. Another result has to settle anew what the paper comes from; so has one that was withdrawn and is published again.</summary>
    public Refusal? Correct(ResolutionPlan plan, int expectedVersion, DateTimeOffset now)
    {
        if (CheckChange(expectedVersion) is { } refusal) return refusal;
        if (plan.Check() is { } wrong) return wrong;
        if (plan.Result != Result) SettledAt = null;
        (RetractedAt, RetractReason) = (null, null);
        Apply(plan);
        Touch(now);
        return null;
    }

    /// <summary>Withdraws what was published by mistake; that and why stays to be read.</summary>
    public Refusal? Retract(string reason, int expectedVersion, DateTimeOffset now)
    {
        if (CheckChange(expectedVersion) is { } refusal) return refusal;
        if (RetractedAt is not null) return new ChangedMeanwhile();
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > ReasonMaxLength) return new WithdrawalNeedsReason(ReasonMaxLength);
        (RetractedAt, RetractReason, SettledAt) = (now, reason.Trim(), null);
        Touch(now);
        return null;
    }

    /// <summary>Whether it is what editors say.</summary>
    public bool Is(ResolutionPlan plan) => DeletedAt is null && plan == new ResolutionPlan(Text, Result, Votes, Unanimous);

    /// <summary>Takes over what another council system says now. Another result has to settle anew what the paper comes from.</summary>
    public bool Renew(ResolutionPlan plan, DateTimeOffset now)
    {
        if (Is(plan)) return false;
        if (plan.Result != Result) SettledAt = null;
        Apply(plan);
        DeletedAt = null;
        Touch(now);
        return true;
    }

    /// <summary>What the paper comes from is settled now.</summary>
    public void Settle(DateTimeOffset now) => SettledAt = now;

    private void Apply(ResolutionPlan plan)
    {
        (Text, Result, Unanimous) = (plan.Text, plan.Result, plan.Unanimous);
        (Yes, No, Abstentions) = (plan.Votes?.Yes, plan.Votes?.No, plan.Votes?.Abstentions);
    }
}

/// <summary>What editors say of a resolution.</summary>
public sealed record ResolutionPlan(string Text, ResolutionResult Result, VoteCount? Votes, bool? Unanimous)
{
    /// <summary>What contradicts itself, or null.</summary>
    public Refusal? Check() => this switch
    {
        { Votes.IsPossible: false } => new VotesAreImpossible(),
        { Unanimous: true, Votes.No: > 0 } => new UnanimousWithNoVotes(),
        { Result: ResolutionResult.Adopted or ResolutionResult.AdoptedWithChanges, Votes: { } votes } when votes.Yes <= votes.No => new VotesContradictResult(),
        { Result: ResolutionResult.Rejected, Votes: { } votes } when votes.Yes > votes.No => new VotesContradictResult(),
        _ => null,
    };
}

/// <summary>Numbers of votes that no body can have.</summary>
public sealed record VotesAreImpossible : Refusal;

/// <summary>Unanimous, with votes against it.</summary>
public sealed record UnanimousWithNoVotes : Refusal;

/// <summary>More votes for it than against it, or the other way round, than the result says.</summary>
public sealed record VotesContradictResult : Refusal;

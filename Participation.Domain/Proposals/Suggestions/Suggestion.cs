using Participation.Domain.Accounts;
using Participation.Domain.Moderation;

namespace Participation.Domain.Proposals.Suggestions;

/// <summary>Where a suggestion is in its life.</summary>
public enum SuggestionStatus
{
    /// <summary>Nobody has decided.</summary>
    Open,

    /// <summary>Those who write took it over.</summary>
    Accepted,

    /// <summary>Those who write did not take it over, and said why.</summary>
    Declined,

    /// <summary>Its author took it back.</summary>
    Withdrawn,
}

/// <summary>Somebody proposes other words for a passage of a proposal.</summary>
public sealed class Suggestion : Moderated
{
    /// <summary>Longest replacement, in characters.</summary>
    public const int ReplacementMaxLength = 4000;

    /// <summary>Longest reason, of its author or of those who decide, in characters.</summary>
    public const int ReasonMaxLength = 1000;

    /// <summary>Most open suggestions of one person in one proposal.</summary>
    public const int MostOpenOfPerson = 20;

    /// <summary>Most open suggestions of one proposal.</summary>
    public const int MostOpen = 500;

    private Suggestion() { }

    /// <summary>Internal identity.</summary>
    public SuggestionId Id { get; private set; }

    /// <summary>The proposal.</summary>
    public ProposalId ProposalId { get; private set; }

    /// <summary>From 1 within the proposal.</summary>
    public int Number { get; private set; }

    /// <summary>What it is about.</summary>
    public Passage Passage { get; private set; } = null!;

    /// <summary>What shall stand there instead; empty when the passage shall go.</summary>
    public string Replacement { get; private set; } = "";

    /// <summary>Why, in its author's words.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who proposes it.</summary>
    public PersonId AuthorId { get; private set; }

    /// <summary>In whose name, if not in one's own.</summary>
    public OrganisationId? OrganisationId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Where it is in its life.</summary>
    public SuggestionStatus Status { get; private set; }

    /// <summary>
    /// Whether it waits until a person looked: as long as it is not hidden, its author and the organisations see it too, and these may let it through; what was hidden
    /// because several people reported it only a moderator brings back.
    /// </summary>
    public bool IsHeld { get; private set; }

    /// <summary>Whether no moderator has looked at it.</summary>
    public bool NeedsLook { get; private set; }

    /// <summary>Whether those who read the proposal read it too.</summary>
    public bool IsVisible => HiddenAt is null && !IsHeld && !IsGone;

    /// <inheritdoc/>
    public override bool IsGone => Status is SuggestionStatus.Withdrawn || (Replacement.Length == 0 && Reason.Length == 0);

    /// <inheritdoc/>
    protected override bool WaitsForLook => IsHeld;

    /// <summary>All that its author wrote, in one line.</summary>
    public string Words => string.Join(" – ", new[] { Replacement, Reason }.Where(words => words.Length > 0));

    /// <summary>Who decided.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>For which organisation; none for a moderator or the author.</summary>
    public OrganisationId? DecidedFor { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was declined.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>The version of the text that it became part of; null for what is kept for the deliberation of a signed text.</summary>
    public int? AcceptedVersion { get; private set; }

    /// <summary>Whether it is kept for the deliberation of a signed text.</summary>
    public bool IsNoted => Status is SuggestionStatus.Accepted && AcceptedVersion is null;

    /// <summary>Made by the form; two with the same key are one.</summary>
    public string SubmissionKey { get; private set; } = "";

    /// <summary>Somebody proposes it.</summary>
    public static Suggestion Make(SuggestionId id, ProposalId proposal, int number, Passage passage, SuggestionWords words, PersonId author, OrganisationId? organisation, bool held, string key, DateTimeOffset now) => new()
    {
        Id = id, ProposalId = proposal, Number = number, Passage = passage, Replacement = words.Replacement, Reason = words.Reason.Trim(),
        AuthorId = author, OrganisationId = organisation, IsHeld = held, NeedsLook = organisation is null, SubmissionKey = key, At = now,
    };

    /// <summary>Those who write take it over.</summary>
    /// <param name="version">The version of the text that it became part of.</param>
    /// <param name="by">Who.</param>
    /// <param name="organisation">For which organisation.</param>
    /// <param name="now">When.</param>
    public Refusal? Accept(int version, PersonId by, OrganisationId organisation, DateTimeOffset now)
    {
        if (Status is not SuggestionStatus.Open || HiddenAt is not null) return new SuggestionIsClosed();
        (AcceptedVersion, IsHeld) = (version, false);
        return Decide(SuggestionStatus.Accepted, "", by, organisation, now);
    }

    /// <summary>The text is signed and stays; those who wrote it keep the change for its deliberation.</summary>
    public Refusal? Note(PersonId by, OrganisationId organisation, DateTimeOffset now)
    {
        if (Status is not SuggestionStatus.Open || HiddenAt is not null) return new SuggestionIsClosed();
        IsHeld = false;
        return Decide(SuggestionStatus.Accepted, "", by, organisation, now);
    }

    /// <summary>Those who write do not take it over, and say why.</summary>
    public Refusal? Decline(string reason, PersonId by, OrganisationId organisation, DateTimeOffset now)
    {
        if (Status is not SuggestionStatus.Open || HiddenAt is not null) return new SuggestionIsClosed();
        if (string.IsNullOrWhiteSpace(reason)) return new Ideas.ReasonIsMissing();
        IsHeld = false;
        return Decide(SuggestionStatus.Declined, reason, by, organisation, now);
    }

    /// <summary>Its author takes it back. A second call changes nothing.</summary>
    public Refusal? Withdraw(DateTimeOffset now)
    {
        if (Status is SuggestionStatus.Withdrawn) return null;
        return Status is SuggestionStatus.Open ? Decide(SuggestionStatus.Withdrawn, "", AuthorId, null, now) : new SuggestionIsClosed();
    }

    /// <summary>Somebody looked at what waited; everybody sees it. A second call changes nothing.</summary>
    public Refusal? Show()
    {
        if (HiddenAt is not null || IsGone) return new ContentIsClosed();
        if (!IsHeld) return null;
        IsHeld = false;
        Version++;
        return null;
    }

    /// <summary>It is hidden until a moderator looked, because several people reported it.</summary>
    public Refusal? Hold(string reason, DateTimeOffset now)
    {
        if (!IsVisible) return new ContentIsClosed();
        IsHeld = true;
        Conceal(reason, now);
        return null;
    }

    /// <summary>It waits again, as if nobody had looked.</summary>
    public Refusal? WaitAgain()
    {
        if (Status is not SuggestionStatus.Open) return new SuggestionIsClosed();
        if (HiddenAt is not null) Unhide();
        IsHeld = true;
        LookAgain();
        Version++;
        return null;
    }

    /// <summary>A moderator looked at it and found nothing.</summary>
    public Refusal? MarkSeen()
    {
        if (!IsVisible || !NeedsLook) return new ContentIsClosed();
        NeedsLook = false;
        Version++;
        return null;
    }

    /// <inheritdoc/>
    public override void LookAgain() => NeedsLook = OrganisationId is null;

    /// <inheritdoc/>
    protected override void Decided() => IsHeld = false;

    /// <inheritdoc/>
    protected override void Looked() => NeedsLook = false;

    /// <summary>Its passage is somewhere else by now.</summary>
    public void Move(Passage passage) => Passage = passage;

    /// <summary>Its author leaves and takes the words along; what was taken over is part of the text.</summary>
    public void Erase(DateTimeOffset now)
    {
        (Replacement, Reason) = ("", "");
        if (Status is SuggestionStatus.Open) Decide(SuggestionStatus.Withdrawn, "", AuthorId, null, now);
        else Version++;
    }

    private Refusal? Decide(SuggestionStatus status, string answer, PersonId by, OrganisationId? organisation, DateTimeOffset now)
    {
        (Status, Answer, DecidedBy, DecidedFor, DecidedAt) = (status, answer.Trim(), by, organisation, now);
        Version++;
        return null;
    }
}

/// <summary>What somebody proposes.</summary>
/// <param name="Replacement">What shall stand there instead.</param>
/// <param name="Reason">Why.</param>
/// <param name="SharesPersonalData">Whether its author knows that it says how somebody is reached, and means it so.</param>
public sealed record SuggestionWords(string Replacement, string Reason, bool SharesPersonalData = false);

/// <summary>Identifies a <see cref="Suggestion"/>.</summary>
public readonly record struct SuggestionId(Guid Value) : IEntityId<SuggestionId>
{
    /// <inheritdoc/>
    public static SuggestionId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static SuggestionId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

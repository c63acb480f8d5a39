using Participation.Domain.Accounts;
using Participation.Domain.Discussions;

namespace Participation.Domain.Moderation;

/// <summary>Why someone reports a contribution.</summary>
public enum NoticeReason
{
    /// <summary>Nothing was chosen.</summary>
    None,

    /// <summary>It breaks the law.</summary>
    Unlawful,

    /// <summary>It shows sexual abuse of children; reported without a name if one likes (Digital Services Act, Art. 16(2)(c)).</summary>
    ChildAbuse,

    /// <summary>It breaks the Netiquette.</summary>
    Netiquette,

    /// <summary>It tells personal data of somebody.</summary>
    PersonalData,

    /// <summary>Advertising or the same again and again.</summary>
    Spam,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>What came of a notice.</summary>
public enum NoticeOutcome
{
    /// <summary>Nobody has decided yet.</summary>
    Open,

    /// <summary>The contribution was restricted.</summary>
    ActedOn,

    /// <summary>The contribution stays as it is.</summary>
    NotActedOn,

    /// <summary>Its author had removed the contribution before anybody decided.</summary>
    Removed,
}

/// <summary>Someone reports a contribution, with or without an account (Digital Services Act, Art. 16).</summary>
public sealed class Notice
{
    /// <summary>Longest explanation, in characters.</summary>
    public const int ExplanationMaxLength = 2000;

    /// <summary>Longest name of a notifier, in characters.</summary>
    public const int NameMaxLength = 120;

    /// <summary>Longest address of a notifier, in characters.</summary>
    public const int EmailMaxLength = 254;

    private Notice() { }

    /// <summary>Internal identity.</summary>
    public NoticeId Id { get; private set; }

    /// <summary>Public number.</summary>
    public int Number { get; private set; }

    /// <summary>What is reported.</summary>
    public SubjectKind SubjectKind { get; private set; }

    /// <summary>What is reported.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Version of the text that was reported.</summary>
    public int TextVersion { get; private set; }

    /// <summary>Why.</summary>
    public NoticeReason Reason { get; private set; }

    /// <summary>The explanation, in the notifier's words; moderators alone read it.</summary>
    public string Explanation { get; private set; } = "";

    /// <summary>Who, when signed in.</summary>
    public PersonId? NotifierId { get; private set; }

    /// <summary>Name of a notifier without an account; forgotten when nothing can come of it any more.</summary>
    public string? Name { get; private set; }

    /// <summary>Where a notifier without an account is told what came of it; forgotten like the name.</summary>
    public string? Email { get; private set; }

    /// <summary>Language in which the notifier is told.</summary>
    public string Language { get; private set; } = "de";

    /// <summary>How much it counts towards holding back, see <see cref="FlagWeight"/>; 0 for what only people decide.</summary>
    public double Weight { get; private set; }

    /// <summary>Hash of the secret by which the notifier comes back; two notices with the same one are one.</summary>
    public string KeyHash { get; private set; } = "";

    /// <summary>Whether a mail with the way back went out: not when the address had too many that day.</summary>
    public bool IsConfirmedByMail { get; private set; }

    /// <summary>When it arrived.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>What came of it.</summary>
    public NoticeOutcome Outcome { get; private set; }

    /// <summary>The decision by which it was settled.</summary>
    public DecisionId? DecisionId { get; private set; }

    /// <summary>When it was settled.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>When a notifier without an account was told; null as long as nobody was.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>Someone reports a contribution.</summary>
    public static Notice Receive(int number, Subject subject, int textVersion, NoticeReason reason, string explanation, NoticeSender from, double weight, string keyHash, DateTimeOffset now) => new()
    {
        Id = NoticeId.New(now), Number = number, SubjectKind = subject.Kind, SubjectId = subject.Id, TextVersion = textVersion, Reason = reason, Explanation = explanation.Trim(),
        NotifierId = from.Person, Name = from.Name, Email = from.Email, Language = from.Language, Weight = weight, KeyHash = keyHash, ReceivedAt = now,
    };

    /// <summary>The reasons from the gravest to the least grave: what a case with several is called by.</summary>
    public static IReadOnlyList<NoticeReason> ByGravity { get; } = [NoticeReason.ChildAbuse, NoticeReason.Unlawful, NoticeReason.PersonalData, NoticeReason.Netiquette, NoticeReason.Spam, NoticeReason.Other];

    /// <summary>Whether a reason can be given without saying who one is.</summary>
    public static bool MayBeAnonymous(NoticeReason reason) => reason is NoticeReason.ChildAbuse;

    /// <summary>A mail with the way back goes out.</summary>
    public void ConfirmByMail() => IsConfirmedByMail = true;

    /// <summary>A decision about the contribution settles it. A second call changes nothing.</summary>
    public void Settle(NoticeOutcome outcome, DecisionId decision, DateTimeOffset now)
    {
        if (Outcome is not NoticeOutcome.Open) return;
        (Outcome, DecisionId, DecidedAt) = (outcome, decision, now);
    }

    /// <summary>A mail about what was decided goes out.</summary>
    public void Tell(DateTimeOffset now) => ToldAt = now;

    /// <summary>The decision was undone; the notice waits again.</summary>
    public void Reopen() => (Outcome, DecisionId, DecidedAt) = (NoticeOutcome.Open, null, null);

    /// <summary>Forgets who reported and what they wrote; that it was reported and decided stays.</summary>
    public void Erase() => (NotifierId, Name, Email, Explanation) = (null, null, null, "");
}

/// <summary>Who reports.</summary>
/// <param name="Person">Someone signed in.</param>
/// <param name="Name">Name of somebody without an account.</param>
/// <param name="Email">Their address.</param>
/// <param name="Language">Language in which they are told.</param>
public sealed record NoticeSender(PersonId? Person, string? Name, string? Email, string Language);

/// <summary>
/// How much the report of somebody signed in counts, after Discourse's reviewable scores (app/models/reviewable_score.rb): one, plus the trust
/// one has, plus how often earlier reports were found right. The last part is capped, so that nobody holds anything back alone.
/// </summary>
public static class FlagWeight
{
    /// <summary>Sum of weights from which a contribution is held back until a person decides.</summary>
    public const double HoldFrom = 8.33;

    /// <summary>Fewest people who must have reported it.</summary>
    public const int FewestPeople = 2;

    /// <summary>Most that having been right adds.</summary>
    public const double MostAccuracy = 2;

    private const double StaffTrust = 5;
    private const int JudgedFrom = 6;
    private const double Expected = 0.7;

    /// <summary>The weight of one report.</summary>
    /// <param name="role">The reporter's role.</param>
    /// <param name="level">How sure the site is of who they are.</param>
    /// <param name="agreed">Earlier reports of theirs that were acted on.</param>
    /// <param name="judged">Earlier reports of theirs that were decided.</param>
    public static double Of(Role role, Verification level, int agreed, int judged) => Math.Max(0, 1 + Trust(role, level) + Math.Min(MostAccuracy, Accuracy(agreed, judged)));

    /// <summary>What having been right adds, or having been wrong takes: sign(p−0.7)·|p−0.7|/(0.3 above, 0.7 below)·5·log₄(judged); 0 with five reports or fewer.</summary>
    public static double Accuracy(int agreed, int judged)
    {
        if (judged < JudgedFrom) return 0;
        var over = (double)agreed / judged - Expected;
        return over / (over > 0 ? 1 - Expected : Expected) * 5 * Math.Log(judged, 4);
    }

    private static double Trust(Role role, Verification level) => role is Role.Moderator or Role.Administrator ? StaffTrust : level switch
    {
        Verification.VerifiedResident => 2,
        >= Verification.Email => 1,
        _ => 0,
    };
}

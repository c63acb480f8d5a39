using Participation.Domain.Accounts;

namespace Participation.Domain.Moderation.Guards;

/// <summary>The rules as somebody left them. A change is a new version; the newest one holds, and all stay readable.</summary>
public sealed class GuardRulesVersion
{
    /// <summary>Longest note, in characters.</summary>
    public const int NoteMaxLength = 300;

    private GuardRulesVersion() { }

    /// <summary>From 1, without gaps: two people who start from the same version cannot both add the next.</summary>
    public int Number { get; private set; }

    /// <summary>What it says.</summary>
    public GuardRules Rules { get; private set; } = GuardRules.Default;

    /// <summary>Why it was changed, in the administrator's words.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Who changed it.</summary>
    public PersonId ChangedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Writes down the next version.</summary>
    public static GuardRulesVersion Of(int number, GuardRules rules, string note, PersonId by, DateTimeOffset now) =>
        new() { Number = number, Rules = rules, Note = note.Trim(), ChangedBy = by, ChangedAt = now };
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Participation.Web.Editing;

/// <summary>Two people changed the same: what the other one saved, beside what this one typed.</summary>
/// <param name="By">Who was faster, if that is known.</param>
/// <param name="At">When.</param>
/// <param name="Fields">The fields that differ.</param>
public sealed record EditConflict(string? By, DateTimeOffset At, IReadOnlyList<ConflictField> Fields)
{
    /// <summary>Keeps the fields that differ.</summary>
    public static EditConflict Of(string? by, DateTimeOffset at, IEnumerable<ConflictField> fields) =>
        new(by, at, [.. fields.Where(field => (field.Theirs ?? "").ReplaceLineEndings("\n").Trim() != (field.Mine ?? "").ReplaceLineEndings("\n").Trim())]);
}

/// <summary>One field of a conflict.</summary>
/// <param name="Label">What it is called in the form.</param>
/// <param name="Theirs">What is stored now.</param>
/// <param name="Mine">What was typed.</param>
public sealed record ConflictField(string Label, string? Theirs, string? Mine)
{
    /// <summary>A box with a tick or without.</summary>
    public static ConflictField Of(string label, bool theirs, bool mine) => new(label, Word(theirs), Word(mine));

    /// <summary>A choice from a list, by its words; what is not on the list stands as it is, and what is called alike is told apart.</summary>
    public static ConflictField Of(string label, IReadOnlyList<SelectListItem> choices, object? theirs, object? mine)
    {
        var (stored, typed) = (Convert.ToString(theirs, CultureInfo.InvariantCulture), Convert.ToString(mine, CultureInfo.InvariantCulture));
        var (old, now) = (Word(choices, stored), Word(choices, typed));
        return old is not null && old == now && stored != typed ? new(label, $"{old} ({stored})", $"{now} ({typed})") : new(label, old, now);
    }

    private static string Word(bool ticked) => ticked ? EditingTexts.ConflictYes : EditingTexts.ConflictNo;

    private static string? Word(IReadOnlyList<SelectListItem> choices, string? value) => string.IsNullOrEmpty(value) ? null : choices.FirstOrDefault(choice => choice.Value == value)?.Text ?? value;
}

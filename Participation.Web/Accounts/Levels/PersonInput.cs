using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Levels;

/// <summary>Name and birth date as forms send them.</summary>
public record PersonInput
{
    private static readonly string[] DateForms = ["d.M.yyyy", "yyyy-MM-dd"];

    public string? GivenNames { get; init; }

    public string? FamilyName { get; init; }

    public string? BirthDate { get; init; }

    /// <summary>What tells the person from others, or null when a field is wrong.</summary>
    public PersonTraits? Read(ModelStateDictionary state)
    {
        CheckText(state, "Input.GivenNames", LevelsTexts.GivenNames, GivenNames, PersonTraits.NameMaxLength, needsLetters: true);
        CheckText(state, "Input.FamilyName", LevelsTexts.FamilyName, FamilyName, PersonTraits.NameMaxLength, needsLetters: true);
        if (string.IsNullOrWhiteSpace(BirthDate)) state.Missing("Input.BirthDate", LevelsTexts.BirthDate);
        else if (Day is null) state.AddModelError("Input.BirthDate", LevelsTexts.BirthDateWrong);
        return state.IsValid ? new PersonTraits(GivenNames!.Trim(), FamilyName!.Trim(), Day!.Value) : null;
    }

    /// <summary>One line of text: there, not too long, and nothing that breaks a line of a letter.</summary>
    protected static void CheckText(ModelStateDictionary state, string field, string label, string? text, int limit, bool needsLetters = false)
    {
        state.Require(field, label, text, limit);
        if (string.IsNullOrWhiteSpace(text)) return;
        if (text.Any(char.IsControl)) state.AddModelError(field, SharedTexts.FieldInvalid.With(label));
        else if (needsLetters && !text.Any(char.IsLetter)) state.AddModelError(field, LevelsTexts.NameWrong.With(label));
    }

    private DateOnly? Day => DayOf(BirthDate);

    /// <summary>A birth date as people here write it, or as machines do; null for anything else.</summary>
    internal static DateOnly? DayOf(string? date) =>
        date is { Length: <= 20 } text && DateOnly.TryParseExact(text.Trim(), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1900 ? day : null;
}

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
        if (string.IsNullOrWhiteSpace(BirthDate)) state.AddModelError("Input.BirthDate", Format(SharedTexts.FieldRequired, LevelsTexts.BirthDate));
        else if (Day is null) state.AddModelError("Input.BirthDate", LevelsTexts.BirthDateWrong);
        return state.IsValid ? new PersonTraits(GivenNames!.Trim(), FamilyName!.Trim(), Day!.Value) : null;
    }

    /// <summary>One line of text: there, not too long, and nothing that breaks a line of a letter.</summary>
    protected static void CheckText(ModelStateDictionary state, string field, string label, string? text, int limit, bool needsLetters = false)
    {
        if (string.IsNullOrWhiteSpace(text)) state.AddModelError(field, Format(SharedTexts.FieldRequired, label));
        else if (text.Length > limit) state.AddModelError(field, Format(SharedTexts.FieldTooLong, label, limit));
        else if (text.Any(char.IsControl)) state.AddModelError(field, Format(SharedTexts.FieldInvalid, label));
        else if (needsLetters && !text.Any(char.IsLetter)) state.AddModelError(field, Format(LevelsTexts.NameWrong, label));
    }

    protected static string Format(string text, params object[] values) => string.Format(CultureInfo.CurrentUICulture, text, values);

    private DateOnly? Day => BirthDate is { Length: <= 20 } text && DateOnly.TryParseExact(text.Trim(), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1900 ? day : null;
}

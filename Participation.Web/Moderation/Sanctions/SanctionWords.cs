using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Sanctions;

/// <summary>Words and form values of measures against people.</summary>
public static class SanctionWords
{
    private const string Warn = "verwarnen";
    private const string Suspend = "sperren";

    /// <summary>The measures to choose from, the mildest first.</summary>
    public static IReadOnlyList<SelectListItem> Choices =>
    [
        new(ModerationTexts.Ground_None, ""), new(SanctionsTexts.Warn, Warn),
        .. Person.SilenceHours.Select(hours => new SelectListItem(SanctionsTexts.Silence.With(Duration(hours)), hours.ToString(CultureInfo.InvariantCulture))),
        new(SanctionsTexts.Suspend, Suspend),
    ];

    /// <summary>The grounds to choose from; that an idea exists already is nobody's fault.</summary>
    public static IEnumerable<SelectListItem> Grounds => CaseForm.Grounds.Where(ground => ground.Value != nameof(Ground.Duplicate));

    /// <summary>A measure in words: number, what, for how long.</summary>
    public static string Of(EarlierMeasure measure) =>
        $"{ModerationTexts.NumberOnly.With(measure.Number)}, {CaseTexts.Of(measure.Measure)}{(measure.Hours is { } hours ? $" ({Duration(hours)})" : "")}";

    /// <summary>What a form's value means, or null.</summary>
    public static (Measure Measure, int? Hours)? Read(string value) => value switch
    {
        Warn => (Measure.Warn, null),
        Suspend => (Measure.Suspend, null),
        _ => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && Person.SilenceHours.Contains(hours) ? (Measure.Silence, hours) : null,
    };

    /// <summary>A duration as people say it.</summary>
    public static string Duration(int hours) => hours < 48 ? SanctionsTexts.Hours.With(hours) : SanctionsTexts.Days.With(hours / 24);
}

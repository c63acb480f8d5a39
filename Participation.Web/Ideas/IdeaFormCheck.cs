using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Options;
using Participation.Domain.Ideas;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary>Says what is wrong with what someone typed into the form of an idea, field by field.</summary>
public sealed class IdeaFormCheck(IOptions<CityOptions> city)
{
    /// <summary>Notes every problem under its field and says whether there was none.</summary>
    /// <param name="form">The form.</param>
    /// <param name="state">Where the fields find their messages.</param>
    /// <param name="complete">Whether it is to be handed in; a draft may be unfinished.</param>
    public bool Passes(IIdeaForm form, ModelStateDictionary state, bool complete)
    {
        foreach (var (field, message) in Problems(form, complete)) state.AddModelError($"Input.{field}", message);
        return state.IsValid;
    }

    /// <summary>What is wrong: field and message, in the order of the form.</summary>
    public IEnumerable<(string Field, string Message)> Problems(IIdeaForm form, bool complete) =>
        [.. Texts(form.Input, complete), .. Choices(form, complete), .. Place(form.Input)];

    private static IEnumerable<(string Field, string Message)> Texts(IdeaFormInput input, bool complete)
    {
        (string Field, string Label, string? Value, int Min, int Max)[] fields =
        [
            (nameof(input.Title), IdeaFormTexts.FieldTitle, input.Title, IdeaText.TitleMinLength, IdeaText.TitleMaxLength),
            (nameof(input.Summary), IdeaFormTexts.FieldSummary, input.Summary, 0, IdeaText.SummaryMaxLength),
            (nameof(input.Body), IdeaFormTexts.FieldBody, input.Body, IdeaText.BodyMinLength, IdeaText.BodyMaxLength),
            (nameof(input.Place), IdeaFormTexts.FieldPlace, input.Place, 0, IdeaText.PlaceMaxLength),
        ];
        foreach (var (field, label, value, min, max) in fields)
        {
            var text = value?.ReplaceLineEndings("\n").Trim() ?? "";
            if (complete && text.Length < min) yield return (field, SharedTexts.FieldTooShort.With(label, min));
            if (text.Length > max) yield return (field, SharedTexts.FieldTooLong.With(label, max));
            if (text.Contains('\0', StringComparison.Ordinal)) yield return (field, SharedTexts.FieldInvalid.With(label));
        }
    }

    private static IEnumerable<(string Field, string Message)> Choices(IIdeaForm form, bool complete)
    {
        if (string.IsNullOrEmpty(form.Input.Topic) ? complete : !Offers(form.Topics, form.Input.Topic))
            yield return (nameof(form.Input.Topic), SharedTexts.FieldRequired.With(IdeaFormTexts.FieldTopic));
        if (!string.IsNullOrEmpty(form.Input.District) && !Offers(form.Districts, form.Input.District))
            yield return (nameof(form.Input.District), SharedTexts.FieldInvalid.With(IdeaFormTexts.FieldDistrict));
    }

    private IEnumerable<(string Field, string Message)> Place(IdeaFormInput input)
    {
        double[] bounds = city.Value.Bounds is { Length: 4 } inside ? inside : [-90, -180, 90, 180];
        (string Field, string Label, string? Value, string? Other, double Min, double Max)[] fields =
        [
            (nameof(input.Latitude), IdeaFormTexts.FieldLatitude, input.Latitude, input.Longitude, bounds[0], bounds[2]),
            (nameof(input.Longitude), IdeaFormTexts.FieldLongitude, input.Longitude, input.Latitude, bounds[1], bounds[3]),
        ];
        foreach (var (field, label, value, other, min, max) in fields)
        {
            if (string.IsNullOrWhiteSpace(value) && string.IsNullOrWhiteSpace(other)) continue;
            if (string.IsNullOrWhiteSpace(value)) yield return (field, IdeaFormTexts.PlaceHalf);
            else if (IdeaFormInput.Degrees(value) is not { } degrees) yield return (field, SharedTexts.FieldInvalid.With(label));
            else if (degrees < min || degrees > max) yield return (field, IdeaFormTexts.PlaceOutside.With(label, min, max));
        }
    }

    private static bool Offers(IEnumerable<SelectListItem> items, string value) => items.Any(item => item.Value == value);
}

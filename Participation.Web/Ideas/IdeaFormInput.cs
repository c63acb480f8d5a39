using Participation.Domain.Ideas;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary>What the form of an idea sends; anything may be missing.</summary>
public sealed record IdeaFormInput
{
    public string? Process { get; init; }

    public string? Title { get; init; } = "";

    public string? Summary { get; init; } = "";

    public string? Body { get; init; } = "";

    public string? Topic { get; init; }

    public string? District { get; init; }

    public string? Place { get; init; }

    public bool Rules { get; init; }

    public string? SubmissionKey { get; init; }

    public int TextVersion { get; init; }

    /// <summary>The use cases' input.</summary>
    public IdeaInput ToInput(string process) => new(process, Title ?? "", Summary, Body ?? "", Topic, District, Place, null, null);

    /// <summary>What is wrong with an idea that is to be handed in: field and message.</summary>
    public IEnumerable<(string Field, string Message)> Problems()
    {
        foreach (var problem in TooLong()) yield return problem;
        if ((Title ?? "").Trim().Length < IdeaText.TitleMinLength) yield return (nameof(Title), Say(SharedTexts.FieldTooShort, IdeaFormTexts.FieldTitle, IdeaText.TitleMinLength));
        if ((Body ?? "").Trim().Length < IdeaText.BodyMinLength) yield return (nameof(Body), Say(SharedTexts.FieldTooShort, IdeaFormTexts.FieldBody, IdeaText.BodyMinLength));
        if (string.IsNullOrEmpty(Topic)) yield return (nameof(Topic), Say(SharedTexts.FieldRequired, IdeaFormTexts.FieldTopic));
    }

    /// <summary>What no draft may exceed either.</summary>
    public IEnumerable<(string Field, string Message)> TooLong()
    {
        (string Field, string Label, string? Value, int Limit)[] limits =
        [
            (nameof(Title), IdeaFormTexts.FieldTitle, Title, IdeaText.TitleMaxLength), (nameof(Summary), IdeaFormTexts.FieldSummary, Summary, IdeaText.SummaryMaxLength),
            (nameof(Body), IdeaFormTexts.FieldBody, Body, IdeaText.BodyMaxLength), (nameof(Place), IdeaFormTexts.FieldPlace, Place, IdeaText.PlaceMaxLength),
        ];
        return limits.Where(limit => limit.Value?.Length > limit.Limit).Select(limit => (limit.Field, Say(SharedTexts.FieldTooLong, limit.Label, limit.Limit)));
    }

    private static string Say(string text, params object[] values) => string.Format(System.Globalization.CultureInfo.CurrentUICulture, text, values);
}

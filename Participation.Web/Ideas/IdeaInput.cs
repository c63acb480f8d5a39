using System.Text.RegularExpressions;
using Participation.Domain.Ideas;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary>What an author sends: from the form, the API or an importer.</summary>
public sealed partial record IdeaInput(
    string ProcessSlug, string Title, string? Summary, string Body, string? TopicKey, string? DistrictKey, string? Place,
    double? Latitude, double? Longitude, Guid? Organisation = null)
{
    /// <summary>Whether its author knows that the text says how somebody is reached, and means it so.</summary>
    public bool SharesPersonalData { get; init; }

    /// <summary>Title, summary and description.</summary>
    public string Prose => $"{Title}\n\n{Summary}\n\n{Body}";


    /// <summary>The Domain's text, with the body rendered. A missing summary is the beginning of the description.</summary>
    public async Task<Outcome<IdeaText>> ToTextAsync(TextFormatter texts, CancellationToken cancel)
    {
        var body = await texts.FormatAsync(Body, IdeaText.BodyMaxLength, cancel);
        if (!body.Done) return body.Refusal;
        return new IdeaText(Title.Trim(), SummaryOf(body.Value.Html), body.Value, NullIfEmpty(TopicKey), NullIfEmpty(DistrictKey), NullIfEmpty(Place?.Trim()), Latitude, Longitude);
    }

    private string SummaryOf(string html)
    {
        return string.IsNullOrWhiteSpace(Summary) ? AutomaticSummary(html) : Summary.Trim();
    }

    /// <summary>The beginning of the first paragraph that is a text: headings and lists say little out of their place.</summary>
    public static string AutomaticSummary(string html)
    {
        var plain = PlainText.Of(FirstParagraph().Match(html) is { Success: true } paragraph ? paragraph.Value : html);
        if (plain.Length <= AutomaticSummaryLength) return plain;
        var end = plain.LastIndexOf(' ', AutomaticSummaryLength);
        return plain[..(end > 0 ? end : AutomaticSummaryLength)] + " …";
    }

    [GeneratedRegex("<p>(?!<img[^>]*></p>).*?</p>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstParagraph();

    private const int AutomaticSummaryLength = 180;

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

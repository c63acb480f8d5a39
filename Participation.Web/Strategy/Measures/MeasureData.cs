using System.Text.Json.Nodes;
using Participation.Domain.Strategy.Measures;
using Participation.Web.Markdown;
using Participation.Web.Shared;
using Participation.Web.Shared.StructuredData;

namespace Participation.Web.Strategy.Measures;

/// <summary>A measure in the words of schema.org: something that is done, how far it is, and by whom. What was put off counts as not begun.</summary>
internal static class MeasureData
{
    private const int TextLength = 5_000;

    public static JsonObject Of(MeasureView view, SiteData site) => SiteData.Page("Action",
        ("name", view.Row.Title), ("description", PlainText.Teaser(view.Html, TextLength)), ("url", site.Of(Links.Measure(view.Row.Number, view.Row.Title))),
        ("mainEntityOfPage", site.Of(Links.Measure(view.Row.Number, view.Row.Title))), ("actionStatus", $"https://schema.org/{Status(view.Row.Status)}"),
        ("agent", view.Row.Organisation is { } organisation ? SiteData.Thing("Organization", ("name", organisation), ("url", view.Row.OrganisationSlug is { } slug ? site.Of(Links.Organisation(slug)) : null)) : site.Publisher()));

    private static string Status(MeasureStatus status) => status switch
    {
        MeasureStatus.Begun => "ActiveActionStatus",
        MeasureStatus.Implemented => "CompletedActionStatus",
        MeasureStatus.Stopped => "FailedActionStatus",
        _ => "PotentialActionStatus",
    };
}

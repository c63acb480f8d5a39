using System.Globalization;
using System.Text.Json.Nodes;
using Participation.Web.Hosting;
using Participation.Web.Shared;
using Participation.Web.Shared.StructuredData;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.Outcomes;

/// <summary>A result in the words of schema.org: a report about its process.</summary>
internal static class ResultData
{
    public static JsonObject Of(ResultView view, SiteData site, CityClock clock) => SiteData.Page("Report",
        ("name", view.Result.Title), ("headline", view.Result.Title), ("description", view.Result.Summary),
        ("url", site.Of(Links.Result(view.Result.Number, view.Result.Title))), ("mainEntityOfPage", site.Of(Links.Result(view.Result.Number, view.Result.Title))),
        ("dateCreated", view.Result.SignedOffOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("datePublished", view.Result.Publication.From is { } from ? clock.Iso(from) : null),
        ("dateModified", clock.Iso(view.Result.ChangedAt > view.Result.Publication.From ? view.Result.ChangedAt : view.Result.Publication.From ?? view.Result.ChangedAt)),
        ("author", site.Publisher()), ("publisher", site.Publisher()), ("inLanguage", Languages.All[0]),
        ("about", SiteData.Thing("Thing", ("name", view.ProcessTitle), ("url", site.Of(Links.Process(view.ProcessSlug))))), ("encoding", DocumentData.Of(view.Documents, site)));
}

using System.Text.Json.Nodes;
using Participation.Web.Hosting;
using Participation.Web.Shared;
using Participation.Web.Shared.StructuredData;

namespace Participation.Web.Texts;

/// <summary>A discussed text in the words of schema.org.</summary>
internal static class TextData
{
    public static JsonObject Of(TextView text, SiteData site, CityClock clock) => SiteData.Page("CreativeWork",
        ("name", text.Title), ("description", text.Summary.Length == 0 ? null : text.Summary), ("url", site.Of(Links.Text(text.Number, text.Title))), ("creativeWorkStatus", "Draft"),
        ("datePublished", text.Publication.From is { } from ? clock.Iso(from) : null), ("dateModified", clock.Iso(text.WasChanged ? text.ChangedAt : text.Publication.From ?? text.ChangedAt)),
        ("author", site.Publisher()), ("publisher", site.Publisher()), ("inLanguage", Languages.All[0]), ("commentCount", text.Comments),
        ("interactionStatistic", SiteData.Counter("CommentAction", text.Comments)));
}

using System.Text.Json.Nodes;
using Participation.Domain.Uploads;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;
using Participation.Web.Shared.StructuredData;

namespace Participation.Web.News.Articles;

/// <summary>An article in the words of schema.org.</summary>
internal static class ArticleData
{
    public static JsonObject Of(ArticleView article, SiteData site, CityClock clock) => SiteData.Page("NewsArticle",
        ("headline", article.Title), ("description", article.Teaser), ("url", site.Of(Links.Article(article.Number, article.Title))), ("mainEntityOfPage", site.Of(Links.Article(article.Number, article.Title))),
        ("datePublished", article.Publication.From is { } from ? clock.Iso(from) : null), ("dateModified", clock.Iso(article.WasChanged ? article.ChangedAt : article.Publication.From ?? article.ChangedAt)),
        ("author", site.Publisher()), ("publisher", site.Publisher()), ("inLanguage", Languages.All[0]), ("image", Image(article) is { } image ? site.Of(image) : null),
        ("keywords", article.Keywords.Count == 0 ? null : string.Join(", ", article.Keywords.Select(keyword => keyword.Name))), ("articleSection", article.Topic), ("isBasedOn", article.SourceUrl));

    /// <summary>Address of the first image in the text.</summary>
    public static string? Image(ArticleView article) => TextImages.In(article.Html) is [var first, ..] ? Links.Image(first.Id, UploadFile.Large) : null;
}

using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Web.Editing;
using Participation.Web.Markdown;
using Participation.Web.News.Articles;
using Participation.Web.News.Feeds;
using Participation.Web.News.TextPages;
using Participation.Web.Shared;
using Participation.Web.Shared.Feeds;
using Participation.Web.Shared.Sitemaps;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.News;

/// <summary>Articles, text pages and feeds.</summary>
public static class NewsSetup
{
    public static IServiceCollection AddNews(this IServiceCollection services) => services
        .AddScoped<ArticleQueries>().AddScoped<SaveArticle>().AddScoped<ArticleEditor>().AddScoped<IStoredTexts, StoredArticles>().AddScoped<IAttachmentHome, ArticleHome>()
        .AddScoped<ArticleFeed>().AddScoped<IFeedSource>(provider => provider.GetRequiredService<ArticleFeed>())
        .AddScoped<PageQueries>().AddScoped<SavePage>().AddScoped<IStoredTexts, StoredPages>()
        .AddScoped<ISitemapSource, ArticleSitemap>().AddScoped<ISitemapSource, PageSitemap>()
        .AddScoped<IScheduledContent, DueNews>()
        .AddSingleton(new OpenDataset(
            "neuigkeiten", "Neuigkeiten", "Meldungen der Stadt zur Beteiligung, mit Stichwörtern.", Links.News, ["Neuigkeiten", "Beteiligung"],
            [new OpenDataFile("feed", "Neuigkeiten als Feed", Links.NewsFeed, "application/atom+xml", "ATOM")]))
        .AddSingleton(DraftKind.Numbered(Links.ManageNews, Channel.News, async (db, number, cancel) => await db.Articles.SingleOrDefaultAsync(article => article.Number == number, cancel) is { } article
            ? new DraftText(article, Subject.Of(article.Id), article.Title, article.Version, Articles.EditModel.KeepKeyOf(article)) : null))
        .AddSingleton(new DraftKind(Links.ManagePages, Channel.Pages, async (db, slug, cancel) => await db.Pages.SingleOrDefaultAsync(page => page.Slug == slug, cancel) is { } page
            ? new DraftText(page, Subject.Of(page.Id), page.Title, page.Version, TextPages.EditModel.KeepKeyOf(page), Stays: page.IsDuty) : null))
        .AddManaged(ManagedGroup.Contents, Links.ManageNews, () => NewsTexts.ListTitle, () => NewsTexts.AreaNews)
        .AddManaged(ManagedGroup.Contents, Links.ManagePages, () => NewsTexts.PagesTitle, () => NewsTexts.AreaPages);

    public static void MapNews(this IEndpointRouteBuilder app) => NewsFeeds.Map(app);
}

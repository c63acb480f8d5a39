using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.News.Articles;
using Participation.Web.Shared;
using Participation.Web.Shared.Feeds;

namespace Participation.Web.News.Feeds;

/// <summary>Feeds of the news, of a keyword, and of everything about a topic or in a district.</summary>
internal static class NewsFeeds
{
    public static void Map(IEndpointRouteBuilder app)
    {
        IsFeed(app.MapGet(Links.NewsFeed, NewsAsync), CacheTags.News);
        IsFeed(app.MapGet("/stichwort/{keyword}/feed.atom", KeywordAsync), CacheTags.News);
        IsFeed(app.MapGet("/thema/{key}/feed.atom", TopicAsync), CacheTags.News, CacheTags.Ideas);
        IsFeed(app.MapGet("/stadtteil/{key}/feed.atom", DistrictAsync), CacheTags.News, CacheTags.Ideas);
    }

    private static void IsFeed(RouteHandlerBuilder endpoint, params string[] tags) =>
        endpoint.AllowAnonymous().RequireRateLimiting(Limits.ApiRead).ExcludeFromDescription()
            .WithMetadata(new OutputCacheAttribute { PolicyName = nameof(AnonymousPageCache), Tags = tags });

    private static async Task<IResult> NewsAsync(HttpContext http, ArticleFeed articles, AtomWriter atom, CancellationToken cancel) =>
        atom.Answer(http, new Feed("neuigkeiten", NewsTexts.FeedTitle, NewsTexts.ListLead, Links.NewsFeed, Links.News, await articles.NewestAsync(new ArticleFilter(), cancel)));

    private static async Task<IResult> KeywordAsync(string keyword, HttpContext http, ArticleQueries queries, ArticleFeed articles, AtomWriter atom, CancellationToken cancel)
    {
        if (Slug.From(keyword) != keyword || await queries.KeywordAsync(keyword, cancel) is not { } name) throw new NotFoundException();
        return atom.Answer(http, new Feed(
            $"stichwort:{keyword}", NewsTexts.KeywordTitle.With(name), NewsTexts.KeywordLead.With(name), Links.KeywordFeed(keyword), Links.Keyword(keyword),
            await articles.NewestAsync(new ArticleFilter(keyword), cancel)));
    }

    private static async Task<IResult> TopicAsync(string key, HttpContext http, ParticipationDbContext db, IEnumerable<IFeedSource> sources, AtomWriter atom, CancellationToken cancel)
    {
        var name = await db.Topics.Where(topic => topic.Key == key).Select(topic => topic.Name).SingleOrDefaultAsync(cancel) ?? throw new NotFoundException();
        return atom.Answer(http, new Feed(
            $"thema:{key}", NewsTexts.TopicFeedTitle.With(name), NewsTexts.TopicFeedLead.With(name), Links.TopicFeed(key), Links.IdeasAbout(key), await AllAsync(sources, new FeedScope(key, null), cancel)));
    }

    private static async Task<IResult> DistrictAsync(string key, HttpContext http, ParticipationDbContext db, IEnumerable<IFeedSource> sources, AtomWriter atom, CancellationToken cancel)
    {
        var name = await db.Districts.Where(district => district.Key == key).Select(district => district.Name).SingleOrDefaultAsync(cancel) ?? throw new NotFoundException();
        return atom.Answer(http, new Feed(
            $"stadtteil:{key}", NewsTexts.DistrictFeedTitle.With(name), NewsTexts.DistrictFeedLead.With(name), Links.DistrictFeed(key), Links.IdeasIn(key), await AllAsync(sources, new FeedScope(null, key), cancel)));
    }

    /// <summary>The newest of all capabilities together.</summary>
    private static async Task<IReadOnlyList<FeedEntry>> AllAsync(IEnumerable<IFeedSource> sources, FeedScope scope, CancellationToken cancel)
    {
        var all = new List<FeedEntry>();
        foreach (var source in sources) all.AddRange(await source.NewestAsync(scope, Feed.Most, cancel));
        return [.. all.OrderByDescending(entry => entry.Published).ThenBy(entry => entry.Name, StringComparer.Ordinal).Take(Feed.Most)];
    }
}

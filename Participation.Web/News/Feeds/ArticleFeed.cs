using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.News.Articles;
using Participation.Web.Shared;
using Participation.Web.Shared.Feeds;

namespace Participation.Web.News.Feeds;

/// <summary>Articles as entries of feeds.</summary>
internal sealed class ArticleFeed(ArticleQueries queries, ParticipationDbContext db, IOptions<CityOptions> city) : IFeedSource
{
    /// <summary>The newest articles.</summary>
    public async Task<IReadOnlyList<FeedEntry>> NewestAsync(ArticleFilter filter, CancellationToken cancel) => await EntriesAsync(filter, Feed.Most, cancel);

    public async Task<IReadOnlyList<FeedEntry>> NewestAsync(FeedScope scope, int most, CancellationToken cancel) => await EntriesAsync(new ArticleFilter(null, scope.Topic, scope.District), most, cancel);

    private async Task<IReadOnlyList<FeedEntry>> EntriesAsync(ArticleFilter filter, int most, CancellationToken cancel)
    {
        var rows = await queries.ListAsync(filter, 0, most, cancel);
        var numbers = rows.Select(row => row.Number).ToList();
        var texts = await db.Articles.AsNoTracking().Where(article => numbers.Contains(article.Number)).Select(article => new { article.Number, article.Body.Html })
            .ToDictionaryAsync(article => article.Number, cancel);
        return [.. rows.Where(row => texts.ContainsKey(row.Number)).Select(row => Entry(row, texts[row.Number].Html))];
    }

    private FeedEntry Entry(ArticleRow row, string html) => new(
        string.Create(CultureInfo.InvariantCulture, $"meldung:{row.Number}"), row.Title, Links.Article(row.Number, row.Title), row.At, row.ChangedAt > row.At ? row.ChangedAt : row.At,
        city.Value.Name)
    {
        Summary = row.Teaser, Html = html, Categories = [.. row.Keywords.Select(keyword => keyword.Name), .. new[] { row.Topic, row.District }.OfType<string>()],
    };
}

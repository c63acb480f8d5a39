using Microsoft.EntityFrameworkCore;
using Participation.Domain.News;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.News.Articles;

/// <summary>Reads articles: the same number of queries for ten and for ten thousand.</summary>
public sealed class ArticleQueries(ParticipationDbContext db, CityClock clock)
{
    /// <summary>Articles of a page.</summary>
    public const int PageSize = 20;

    /// <summary>Last page that is counted to; nobody turns further.</summary>
    public const int MostPages = 5_000;

    private const int MostKeywords = 40;

    /// <summary>Public articles, those published last first.</summary>
    public async Task<IReadOnlyList<ArticleRow>> ListAsync(ArticleFilter filter, int skip, int take, CancellationToken cancel) =>
        await Rows(Filtered(filter).OrderByDescending(article => article.Publication.From).ThenByDescending(article => article.Number).Skip(skip).Take(take)).ToListAsync(cancel);

    /// <summary>How many public articles there are.</summary>
    public Task<int> CountAsync(ArticleFilter filter, CancellationToken cancel) => Filtered(filter).CountAsync(cancel);

    /// <summary>Public articles that contain every word, newest first.</summary>
    public async Task<IReadOnlyList<ArticleRow>> SearchAsync(string text, int take, CancellationToken cancel)
    {
        var (found, words) = (db.Articles.ThatArePublic(clock.Now), SearchableWords.In(text));
        if (words.Count == 0) return [];
        foreach (var word in words) found = found.Where(article => article.Words.Contains(word));
        return await Rows(found.OrderByDescending(article => article.Publication.From).ThenByDescending(article => article.Number).Take(take)).ToListAsync(cancel);
    }

    /// <summary>One article, whoever may read it; null when there is none.</summary>
    public Task<ArticleView?> FindAsync(int number, CancellationToken cancel) => db.Articles.AsNoTracking().Where(article => article.Number == number)
        .Select(article => new ArticleView(
            article.Id.Value, article.Number, article.Title, article.Teaser, article.Body.Html, article.Publication, article.CreatedAt, article.ChangedAt,
            db.Topics.Where(topic => topic.Key == article.TopicKey).Select(topic => topic.Name).FirstOrDefault(),
            db.Districts.Where(district => district.Key == article.DistrictKey).Select(district => district.Name).FirstOrDefault(),
            article.SourceName, article.SourceUrl, article.Keywords.OrderBy(keyword => keyword.Order).Select(keyword => new KeywordView(keyword.Slug, keyword.Name)).ToList()))
        .SingleOrDefaultAsync(cancel);

    /// <summary>The name of a keyword as the newest public article writes it; null when none carries it.</summary>
    public Task<string?> KeywordAsync(string slug, CancellationToken cancel) => db.Articles.ThatArePublic(clock.Now).Where(article => article.Keywords.Any(keyword => keyword.Slug == slug))
        .OrderByDescending(article => article.Publication.From).Select(article => article.Keywords.Where(keyword => keyword.Slug == slug).Select(keyword => keyword.Name).FirstOrDefault()).FirstOrDefaultAsync(cancel);

    /// <summary>The keywords that most public articles carry.</summary>
    public async Task<IReadOnlyList<KeywordCount>> KeywordsAsync(CancellationToken cancel) => await db.Articles.ThatArePublic(clock.Now).SelectMany(article => article.Keywords)
        .GroupBy(keyword => keyword.Slug).Select(same => new { Slug = same.Key, Name = same.Max(keyword => keyword.Name), Count = same.Count() })
        .OrderByDescending(keyword => keyword.Count).ThenBy(keyword => keyword.Slug).Take(MostKeywords)
        .Select(keyword => new KeywordCount(keyword.Slug, keyword.Name!, keyword.Count)).ToListAsync(cancel);

    private IQueryable<Article> Filtered(ArticleFilter filter)
    {
        var articles = db.Articles.ThatArePublic(clock.Now);
        if (filter.Keyword is { } slug) articles = articles.Where(article => article.Keywords.Any(keyword => keyword.Slug == slug));
        if (filter.Topic is { } topic) articles = articles.Where(article => article.TopicKey == topic);
        if (filter.District is { } district) articles = articles.Where(article => article.DistrictKey == district);
        return articles;
    }

    private IQueryable<ArticleRow> Rows(IQueryable<Article> articles) => articles.Select(article => new ArticleRow(
        article.Number, article.Title, article.Teaser, article.Publication.From!.Value, article.ChangedAt,
        db.Topics.Where(topic => topic.Key == article.TopicKey).Select(topic => topic.Name).FirstOrDefault(),
        db.Districts.Where(district => district.Key == article.DistrictKey).Select(district => district.Name).FirstOrDefault(),
        article.SourceName, article.Keywords.OrderBy(keyword => keyword.Order).Select(keyword => new KeywordView(keyword.Slug, keyword.Name)).ToList()));
}

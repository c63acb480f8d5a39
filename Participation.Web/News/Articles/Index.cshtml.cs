using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.News.Articles;

/// <summary>The news: newest first, filtered by keyword, topic and district, page by page.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.News])]
public sealed class IndexModel(ArticleQueries queries, ParticipationDbContext db) : PageModel
{
    public ArticleFilter Filter { get; private set; } = new();

    public IReadOnlyList<ArticleRow> Articles { get; private set; } = [];

    public int Count { get; private set; }

    public NewsPaging Paging { get; private set; } = new(1, false);

    public IReadOnlyList<(string Name, string Label, string All, IReadOnlyList<(string Value, string Text)> Options, string? Selected)> Selects { get; private set; } = [];

    public async Task OnGetAsync(string? stichwort, string? thema, string? stadtteil, int? seite, CancellationToken cancel)
    {
        Filter = new ArticleFilter(Word(stichwort), Word(thema), Word(stadtteil));
        var number = NewsPaging.Number(seite);
        var rows = await queries.ListAsync(Filter, NewsPaging.Skip(number), ArticleQueries.PageSize + 1, cancel);
        Articles = [.. rows.Take(ArticleQueries.PageSize)];
        Paging = new NewsPaging(number, rows.Count > ArticleQueries.PageSize);
        Count = await queries.CountAsync(Filter, cancel);
        var topics = await db.Topics.AsNoTracking().OrderBy(topic => topic.Order).Take(100).Select(topic => new { topic.Key, topic.Name }).ToListAsync(cancel);
        var districts = await db.Districts.AsNoTracking().OrderBy(district => district.Order).Take(100).Select(district => new { district.Key, district.Name }).ToListAsync(cancel);
        var keywords = await queries.KeywordsAsync(cancel);
        Selects =
        [
            ("stichwort", NewsTexts.Keyword, NewsTexts.AllKeywords, [.. keywords.Select(keyword => (keyword.Slug, $"{keyword.Name} ({keyword.Count})"))], Filter.Keyword),
            ("thema", NewsTexts.Topic, NewsTexts.AllTopics, [.. topics.Select(topic => (topic.Key, topic.Name))], Filter.Topic),
            ("stadtteil", NewsTexts.District, NewsTexts.AllDistricts, [.. districts.Select(district => (district.Key, district.Name))], Filter.District),
        ];
    }

    public string Page(int number) => Links.NewsWith(Filter.Keyword, Filter.Topic, Filter.District, number);

    private static string? Word(string? value) => value is { Length: > 0 and <= Domain.Slug.MaxLength } ? value : null;
}

/// <summary>Where one is in a list of pages.</summary>
/// <param name="Current">Number of the page, from 1.</param>
/// <param name="HasMore">Whether another one follows.</param>
public sealed record NewsPaging(int Current, bool HasMore)
{
    /// <summary>The page that was asked for, or the first.</summary>
    public static int Number(int? asked) => asked is > 0 and <= ArticleQueries.MostPages ? asked.Value : 1;

    /// <summary>How many articles stand before a page.</summary>
    public static int Skip(int number) => (number - 1) * ArticleQueries.PageSize;
}

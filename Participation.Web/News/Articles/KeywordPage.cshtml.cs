using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Domain;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.News.Articles;

/// <summary>Everything that carries a keyword.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.News])]
public sealed class KeywordModel(ArticleQueries queries) : PageModel
{
    public string Keyword { get; private set; } = "";

    public string Name { get; private set; } = "";

    public int Count { get; private set; }

    public IReadOnlyList<ArticleRow> Articles { get; private set; } = [];

    public NewsPaging Paging { get; private set; } = new(1, false);

    public async Task<IActionResult> OnGetAsync(string keyword, int? seite, CancellationToken cancel)
    {
        // Somebody who types „Smart City“ behind the address means the same.
        var slug = Slug.From(keyword);
        if (slug != keyword) return slug == "-" ? throw new NotFoundException() : LocalRedirectPermanent(Links.Keyword(slug));
        Keyword = slug;
        Name = await queries.KeywordAsync(slug, cancel) ?? throw new NotFoundException();
        var (filter, number) = (new ArticleFilter(slug), NewsPaging.Number(seite));
        var rows = await queries.ListAsync(filter, NewsPaging.Skip(number), ArticleQueries.PageSize + 1, cancel);
        Articles = [.. rows.Take(ArticleQueries.PageSize)];
        Paging = new NewsPaging(number, rows.Count > ArticleQueries.PageSize);
        Count = await queries.CountAsync(filter, cancel);
        return Page();
    }

    public string Page(int number) => Links.Keyword(Keyword, number);
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Hosting;

namespace Participation.Web.News.TextPages;

/// <summary>The knowledge area: what one wants to know before taking part, by section, with a search of its own.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Search), OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Pages])]
public sealed class KnowledgeModel(PageQueries queries) : PageModel
{
    /// <summary>Longest search text, in characters.</summary>
    public const int TextMaxLength = 100;

    private const int MostFound = 50;

    public string Text { get; private set; } = "";

    public IReadOnlyList<KnowledgeSection> Sections { get; private set; } = [];

    /// <summary>What was found; null when nothing was looked for.</summary>
    public IReadOnlyList<KnowledgeRow>? Found { get; private set; }

    public async Task OnGetAsync(string? q, CancellationToken cancel)
    {
        Text = q?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, TextMaxLength)] : "";
        if (Text.Length > 0) Found = await queries.SearchKnowledgeAsync(Text, MostFound, cancel);
        else Sections = await queries.KnowledgeAsync(cancel);
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Hosting;
using Participation.Web.Ideas;

namespace Participation.Web.Search;

/// <summary>Searches the whole site.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Search)]
public sealed class IndexModel(SiteSearch search) : PageModel
{
    public string Text { get; private set; } = "";

    public SearchResult? Result { get; private set; }

    public async Task OnGetAsync(string? q, CancellationToken cancel)
    {
        Text = q?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, IdeaFilter.TextMaxLength)] : "";
        if (Text.Length > 0) Result = await search.FindAsync(Text, cancel);
    }
}

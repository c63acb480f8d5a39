using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Hosting;

namespace Participation.Web.Council;

/// <summary>The list of papers, searchable to the words in their files.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Search), OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Council])]
public sealed class PapersModel(PaperQueries queries, CouncilQueries council) : PageModel
{
    /// <summary>Longest text that is searched for, in characters.</summary>
    public const int TextMaxLength = 100;

    public string Text { get; private set; } = "";

    public int? Body { get; private set; }

    public int Number { get; private set; }

    public int Pages { get; private set; }

    public int Count { get; private set; }

    public IReadOnlyList<BodyRow> Bodies { get; private set; } = [];

    public IReadOnlyList<PaperRow> Papers { get; private set; } = [];

    public async Task OnGetAsync(string? q, int? gremium, int? seite, CancellationToken cancel)
    {
        var text = (q ?? "").Replace('\0', ' ').Trim();
        (Text, Body) = (text[..Math.Min(text.Length, TextMaxLength)], gremium);
        var filter = new PaperFilter { Text = Text, Body = Body };
        Bodies = await council.BodiesAsync(cancel);
        Count = await queries.CountAsync(filter, cancel);
        Pages = Math.Max(1, (Count + PaperQueries.PageSize - 1) / PaperQueries.PageSize);
        Number = Math.Clamp(seite ?? 1, 1, Pages);
        Papers = await queries.ListAsync(filter, Number, PaperQueries.PageSize, cancel);
    }
}

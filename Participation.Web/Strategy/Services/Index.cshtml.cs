using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.WebUtilities;
using Participation.Domain.Strategy.Services;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Services;

/// <summary>The list of online services with their lights: by light, level and words.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Search), OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Services])]
public sealed class IndexModel(ServiceQueries queries, CityClock clock) : PageModel
{
    private const int PageSize = 50;

    public ServiceFilter Filter { get; private set; } = new();

    public IReadOnlyList<ServiceRow> Services { get; private set; } = [];

    /// <summary>How many fit the filter.</summary>
    public int Count { get; private set; }

    /// <summary>All services by their lights, whatever is filtered.</summary>
    public LightCount Counts { get; private set; } = null!;

    /// <summary>Levels that occur.</summary>
    public IReadOnlyList<Maturity> Levels { get; private set; } = [];

    public int Number { get; private set; }

    public int? Next { get; private set; }

    /// <summary>The last quarter that is over.</summary>
    public Quarter LastQuarter => Quarter.Of(clock.Today).Previous;

    public async Task OnGetAsync(string? ampel, string? stufe, string? q, int? seite, CancellationToken cancel)
    {
        var all = await queries.ListAsync(cancel);
        var text = q?.Trim() is { Length: > 0 } words ? words[..Math.Min(words.Length, ServiceFilter.TextMaxLength)] : null;
        Filter = new ServiceFilter(
            Enum.TryParse<TrafficLight>(ampel, out var light) && Enum.IsDefined(light) ? light : null,
            ServiceWords.Levels.Where(level => ServiceWords.Code(level) == stufe).Select(level => (Maturity?)level).FirstOrDefault(), text);
        var found = Filter.Of(all);
        (Count, Counts) = (found.Count, LightCount.From(clock.Today, all));
        Levels = [.. ServiceWords.Levels.Where(level => all.Any(service => service.Maturity == level))];
        Number = Math.Clamp(seite ?? 1, 1, Math.Max(1, (Count + PageSize - 1) / PageSize));
        Services = [.. found.Skip((Number - 1) * PageSize).Take(PageSize)];
        Next = Number * PageSize < Count ? Number + 1 : null;
    }

    /// <summary>The same list, another page.</summary>
    public string PageAddress(int number) => QueryHelpers.AddQueryString(Links.Services, new Dictionary<string, string?>
    {
        ["ampel"] = Filter.Light?.ToString(), ["stufe"] = Filter.Maturity is { } level ? ServiceWords.Code(level) : null, ["q"] = Filter.Text,
        ["seite"] = number > 1 ? number.ToString(CultureInfo.InvariantCulture) : null,
    }.Where(pair => pair.Value is not null));
}

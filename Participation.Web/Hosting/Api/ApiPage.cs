using System.ComponentModel;
using Microsoft.AspNetCore.WebUtilities;

namespace Participation.Web.Hosting.Api;

/// <summary>One page of a list.</summary>
/// <param name="Items">What is on this page.</param>
/// <param name="Next">Where the next page is; null on the last one.</param>
public sealed record ApiPage<T>(
    [property: Description("Was auf dieser Seite steht.")] IReadOnlyList<T> Items,
    [property: Description("Adresse der nächsten Seite, auch im Kopf „Link“; null auf der letzten.")] string? Next);

/// <summary>How lists are cut into pages: by key, so that nothing is skipped or shown twice while the list changes.</summary>
internal static class ApiPages
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 100;

    /// <summary>Makes a page of up to limit + 1 rows that were read.</summary>
    public static ApiPage<T> Of<T>(HttpContext http, IReadOnlyList<T> rows, int limit, Func<T, string> cursor)
    {
        if (rows.Count <= limit) return new ApiPage<T>(rows, null);
        IReadOnlyList<T> items = [.. rows.Take(limit)];
        var query = http.Request.Query.Where(pair => pair.Key != "after").ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString(), StringComparer.Ordinal);
        query["after"] = cursor(items[^1]);
        var next = QueryHelpers.AddQueryString(http.Request.Path.Value ?? "/", query);
        http.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        return new ApiPage<T>(items, next);
    }
}

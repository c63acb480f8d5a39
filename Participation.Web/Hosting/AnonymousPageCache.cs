using Microsoft.AspNetCore.OutputCaching;
using Participation.Domain.Discussions;

namespace Participation.Web.Hosting;

/// <summary>
/// Pages for visitors come from the output cache, per language and theme, and leave it by tag in the moment of a change.
/// Signed-in people, and visitors who are to read a one-time notice, never touch it.
/// </summary>
internal sealed class AnonymousPageCache(CacheEvictions evictions) : IOutputCachePolicy
{
    private static readonly object BeganAt = new();

    private static readonly TimeSpan Age = TimeSpan.FromMinutes(5);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var cacheable = HttpMethods.IsGet(http.Request.Method) && http.User.Identity?.IsAuthenticated != true
            && !http.Request.Cookies.ContainsKey(FlashMessage.CookieName) && http.Request.QueryString.Value?.Length < 300 && !http.Request.Query.ContainsKey("q");
        http.Items[BeganAt] = CacheEvictions.Now;
        context.EnableOutputCaching = cacheable;
        context.AllowCacheLookup = context.AllowCacheStorage = cacheable;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Age;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["language"] = System.Globalization.CultureInfo.CurrentUICulture.Name;
        context.CacheVaryByRules.VaryByValues["theme"] = Themes.Of(http.Request);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        var beganAt = context.HttpContext.Items[BeganAt] as long? ?? 0;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0 || evictions.AnySince(context.Tags, beganAt)) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}

/// <summary>Names of cache tags.</summary>
public static class CacheTags
{
    /// <summary>Everything that lists ideas.</summary>
    public const string Ideas = "ideas";

    /// <summary>Everything about processes.</summary>
    public const string Processes = "processes";

    /// <summary>Everything that names organisations by what their own page says.</summary>
    public const string Organisations = "organisations";

    /// <summary>Figures about moderation.</summary>
    public const string Transparency = "transparency";

    /// <summary>Everything about proposals.</summary>
    public const string Proposals = "proposals";

    /// <summary>Everything about bodies, meetings and papers.</summary>
    public const string Council = "council";

    /// <summary>Results of processes.</summary>
    public const string Results = "results";

    /// <summary>How far meetings are: which one runs, and at which item.</summary>
    public const string Floors = "floors";

    /// <summary>Questions to meetings, with their likes.</summary>
    public const string Questions = "questions";

    /// <summary>Everything that offers documents.</summary>
    public const string Documents = "documents";

    /// <summary>Everything that shows articles.</summary>
    public const string News = "news";

    /// <summary>The strategy, its measures, and pages that name measures.</summary>
    public const string Strategy = "strategy";

    /// <summary>Online services.</summary>
    public const string Services = "services";

    /// <summary>Text pages.</summary>
    public const string Pages = "pages";

    /// <summary>Everything that lists texts or says how they are discussed.</summary>
    public const string Texts = "texts";

    /// <summary>One text's page.</summary>
    public static string Text(int number) => $"text-{number}";

    /// <summary>One idea's page.</summary>
    public static string Idea(int number) => $"idea-{number}";

    /// <summary>The page of what is discussed.</summary>
    public static string Page(DiscussionKey discussion) => discussion.IsIdea ? Idea(discussion.Number) : $"passage-{discussion.Number}";

    /// <summary>Every page that shows a discussion, or counts its comments.</summary>
    public static string[] Of(DiscussionKey discussion) => [discussion.IsIdea ? Ideas : Texts, Page(discussion)];
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participation.Domain.Discussions;
using Participation.Web.Shared;

namespace Participation.Web.Discussions;

/// <summary>Routes of comments lead to those of ideas and of passages alike: <c>/{discussed:discussed}/{number:int}/beitraege</c>.</summary>
internal sealed class DiscussedRoute : IRouteConstraint
{
    /// <summary>Name of the constraint, and of the part of the address.</summary>
    public const string Name = "discussed";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && Links.DiscussionAt(Convert.ToString(value, CultureInfo.InvariantCulture), 1) is not null;
}

/// <summary>What the address of a page about comments is about.</summary>
internal static class DiscussedPages
{
    /// <summary>The part of the site it belongs to, as the navigation names it.</summary>
    public static string Section(this DiscussionKey discussion) => discussion.IsIdea ? "ideas" : "strategy";

    /// <summary>The list that it stands in, for the way back.</summary>
    public static (string?, string) Trail(this DiscussionKey discussion) => discussion.IsIdea ? (Links.Ideas, SharedTexts.NavIdeas) : (Links.Texts, DiscussionsTexts.NavTexts);

    /// <summary>The discussion that the address names.</summary>
    /// <param name="page">The page.</param>
    /// <param name="number">The number in its address.</param>
    public static DiscussionKey Discussion(this PageModel page, int number) =>
        Links.DiscussionAt(page.RouteData.Values[DiscussedRoute.Name] as string, number) ?? throw new InvalidOperationException("The address of the page names no discussion.");
}

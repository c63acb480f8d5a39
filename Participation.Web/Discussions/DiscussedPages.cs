using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participation.Domain.Discussions;
using Participation.Web.Shared;

namespace Participation.Web.Discussions;

/// <summary>What the addresses of pages about comments are about.</summary>
internal static class DiscussedPages
{
    /// <summary>The part of the site it belongs to, as the navigation names it.</summary>
    public static string Section(this DiscussionKey discussion) => discussion.IsIdea ? "ideas" : "texts";

    /// <summary>The list that it stands in, for the way back.</summary>
    public static (string?, string) Trail(this DiscussionKey discussion) => discussion.IsIdea ? (Links.Ideas, SharedTexts.NavIdeas) : (Links.Texts, SharedTexts.NavTexts);

    /// <summary>Pages about comments are addressed below passages just as below ideas.</summary>
    public static void AddPassageRoutes(this PageConventionCollection conventions)
    {
        foreach (var (page, rest) in new[]
                 {
                     ("Write", "beitraege"), ("Permalink", "beitraege/{number:int}"), ("Edit", "beitraege/{number:int}/bearbeiten"), ("Delete", "beitraege/{number:int}/loeschen"),
                     ("History", "beitraege/{number:int}/fassungen"), ("Thread", "gespraech/{root:int}"),
                 })
            conventions.AddPageRoute($"/Discussions/{page}", $"/absaetze/{{idea:int}}/{rest}");
        conventions.AddPageRoute("/Moderation/Comment", "/moderation/absaetze/{idea:int}/beitraege/{comment:int}");
        conventions.AddPageRoute("/Moderation/Shortening/Shorten", "/moderation/absaetze/{idea:int}/kuerzen/{comment:int}");
    }

    /// <summary>The discussion that the address of a page names.</summary>
    /// <param name="page">The page.</param>
    /// <param name="number">The number in its address.</param>
    public static DiscussionKey Discussion(this PageModel page, int number) =>
        (page.Request.Path.Value ?? "").Split('/', 4).Select(part => Links.DiscussionAt(part, number)).FirstOrDefault(key => key is not null)
        ?? throw new InvalidOperationException("The address of the page names no discussion.");
}

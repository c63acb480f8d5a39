using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participation.Web.Shared;

namespace Participation.Web.Discussions;

/// <summary>Leads to the page on which a comment is shown: the page of the discussion, or of its own thread when that is long.</summary>
[AllowAnonymous]
public sealed class PermalinkModel(DiscussionQueries queries) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int idea, int number, CancellationToken cancel)
    {
        var key = this.Discussion(idea);
        if (await queries.MovedAsync(key, number, cancel) is { } moved) return LocalRedirectPermanent(Links.Comment(moved.Idea, moved.Number));
        var subject = await queries.PublicAsync(key, cancel);
        var place = await queries.PlaceAsync(subject, number, DiscussionSort.Active, cancel) ?? throw await queries.MissingAsync(subject.Subject, number, cancel);
        if (place.Index >= DiscussionQueries.RepliesShown) return LocalRedirect($"{Links.Thread(key, place.Root)}?beitrag={number}#{Links.CommentAnchor(number)}");
        var page = place.Page == 1 ? "" : $"?seite={place.Page}";
        return LocalRedirect($"{subject.Address}{page}#{Links.CommentAnchor(number)}");
    }
}

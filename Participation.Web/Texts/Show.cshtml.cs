using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Web.Accounts;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Texts;

/// <summary>One text with the way to the discussion of each passage. Drafts are for the staff; a withdrawn one says why it is gone.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Processes, CacheTags.Strategy, CacheTags.Council])]
public sealed class ShowModel(TextQueries queries, CityClock clock) : PageModel
{
    public TextView Text { get; private set; } = null!;

    public bool IsModerator { get; private set; }

    public string Address => Links.Text(Text.Number, Text.Title);

    /// <summary>Whether people can write now.</summary>
    public bool IsOpen => DiscussionWindow.IsOpen(Text.Process, clock) && Text.Publication.IsPublicAt(clock.Now);

    public async Task<IActionResult> OnGetAsync(int number, string? slug, CancellationToken cancel)
    {
        if (HttpContext.Features.Get<IOutputCacheFeature>() is { } cache) cache.Context.Tags.UnionWith([CacheTags.Text(number), CacheTags.Texts]);
        Text = await queries.FindAsync(number, cancel) ?? throw new NotFoundException();
        IsModerator = User.ActorOrNull()?.IsModerator == true;
        Text.Publication.EnsureReadable(User, clock);
        return slug == Links.Ending(Text.Title) ? Page() : LocalRedirectPermanent(Address);
    }
}

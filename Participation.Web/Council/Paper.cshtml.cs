using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Shared;
using Participation.Web.Strategy.Measures;

namespace Participation.Web.Council;

/// <summary>A paper: what it says in plain words, its files, its way through the bodies, where it comes from.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Council, CacheTags.Documents, CacheTags.Ideas, CacheTags.Proposals, CacheTags.Strategy])]
public sealed class PaperModel(PaperQueries queries, MeasureQueries measures, CityClock clock) : PageModel
{
    public PaperView View { get; private set; } = null!;

    /// <summary>Public measures that rest on it.</summary>
    public IReadOnlyList<MeasureRow> Measures { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int number, string? slug, CancellationToken cancel)
    {
        View = await queries.OneAsync(number, cancel) ?? throw new NotFoundException();
        View.Publication.EnsureReadable(User, clock);
        if (slug != Links.Ending(View.Name)) return RedirectPermanent(Links.Paper(number, View.Name));
        Measures = await measures.OfPaperAsync(View.Id, cancel);
        return Page();
    }
}

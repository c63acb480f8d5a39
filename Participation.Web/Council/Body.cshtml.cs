using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Council;

/// <summary>One body: what it is for, who sits in it, when it meets, what it deliberates on.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Council])]
public sealed class BodyModel(CouncilQueries queries, PaperQueries papers, CityClock clock) : PageModel
{
    private const int Shown = 5;

    public BodyView View { get; private set; } = null!;

    public IReadOnlyList<MeetingRow> Next { get; private set; } = [];

    public IReadOnlyList<MeetingRow> Past { get; private set; } = [];

    public IReadOnlyList<PaperRow> Papers { get; private set; } = [];

    /// <summary>Members of today and those to come, or of the last day of a body that ended.</summary>
    public IReadOnlyList<MemberRow> Members => [.. View.Members.Where(member => !IsOver(member))];

    /// <summary>Who left.</summary>
    public IReadOnlyList<MemberRow> EarlierMembers => [.. View.Members.Where(IsOver)];

    public async Task<IActionResult> OnGetAsync(int number, string? slug, CancellationToken cancel)
    {
        View = await queries.BodyAsync(number, cancel) ?? throw new NotFoundException();
        View.Body.Publication.EnsureReadable(User, clock);
        if (slug != Links.Ending(View.Body.Name)) return RedirectPermanent(Links.Body(number, View.Body.Name));
        Next = await queries.MeetingsAsync(number, past: false, 1, Shown, cancel);
        Past = await queries.MeetingsAsync(number, past: true, 1, Shown, cancel);
        Papers = await papers.ListAsync(new PaperFilter { Body = number }, 1, Shown, cancel);
        return Page();
    }

    private bool IsOver(MemberRow member) => member.EndsOn < (View.Body.EndsOn ?? clock.Today);
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Ideas;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary>An author writes a new version of an idea.</summary>
[Authorize, IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class EditIdeaModel(ParticipationDbContext db, IdeaFormLists lists, ReviseIdea reviseIdea, FormGuard guard) : PageModel, IIdeaForm
{
    [BindProperty]
    public IdeaFormInput Input { get; set; } = new();

    public int Number { get; private set; }

    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Districts { get; private set; } = [];

    public async Task OnGetAsync(int number, CancellationToken cancel)
    {
        var idea = await LoadAsync(number, cancel);
        Input = new IdeaFormInput
        {
            Title = idea.Title, Summary = idea.Summary, Body = idea.Body.Markdown, Topic = idea.TopicKey, District = idea.DistrictKey, Place = idea.Place, TextVersion = idea.TextVersion,
        };
    }

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancel)
    {
        var idea = await LoadAsync(number, cancel);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        foreach (var (field, message) in Input.Problems()) ModelState.AddModelError($"Input.{field}", message);
        if (!ModelState.IsValid) return this.InvalidPage();
        var text = Input.ToInput("") with { Latitude = idea.Latitude, Longitude = idea.Longitude };
        var refusal = await reviseIdea.ExecuteAsync(number, text, Input.TextVersion, User.Actor(), cancel);
        return refusal is null ? this.RedirectWithNotice(Links.Idea(number), IdeaFormTexts.EditSaved) : this.RefusedPage(refusal);
    }

    private async Task<Idea> LoadAsync(int number, CancellationToken cancel)
    {
        Number = number;
        var idea = await db.Ideas.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) ?? throw new NotFoundException();
        if (idea.AuthorId != User.Actor().Person) throw new ForbiddenException();
        Topics = await lists.TopicsAsync(cancel);
        Districts = await lists.DistrictsAsync(cancel);
        return idea;
    }
}

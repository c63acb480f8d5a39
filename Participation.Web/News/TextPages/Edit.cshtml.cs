using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;
using Participation.Web.Uploads;

namespace Participation.Web.News.TextPages;

/// <summary>Writes a page or changes one, with a preview of what readers will see.</summary>
[Authorize(Policy = Policies.Moderation), IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class EditModel(ParticipationDbContext db, KeptForms kept, TextFormatter texts, LastChange last, CityClock clock) : PageModel
{
    private const string ShowPreview = "vorschau";
    private const int MostSections = 100;

    [BindProperty]
    public PageInput Input { get; set; } = new();

    /// <summary>The page that is changed; null for a new one.</summary>
    public Domain.News.Page? Existing { get; private set; }

    /// <summary>Sections that there are, to choose from.</summary>
    public IReadOnlyList<string> Sections { get; private set; } = [];

    public PageView? Preview { get; private set; }

    public KeptNote? Kept { get; private set; }

    public EditConflict? Conflict { get; private set; }

    /// <summary>By which name the form is kept.</summary>
    public string KeepKey => Existing is null ? $"page:{SavePage.ReservedSlug}" : KeepKeyOf(Existing);

    internal static string KeepKeyOf(Domain.News.Page page) => $"page:{page.Id.Value:N}";

    public Publication Publication => Existing?.Publication ?? Publication.Draft;

    public async Task OnGetAsync(string slug, CancellationToken cancel)
    {
        await LoadAsync(slug, cancel);
        Input = Existing is null ? new PageInput() : PageInput.Of(Existing, clock);
        Kept = await kept.RestoreAsync(User.Actor(), KeepKey, Existing?.Version ?? 0, values => TryUpdateModelAsync(Input, nameof(Input), values), cancel);
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? aktion, [FromServices] FormGuard guard, [FromServices] FormImages images, [FromServices] SavePage save, CancellationToken cancel)
    {
        await LoadAsync(slug, cancel);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        var image = await images.ApplyAsync(this, Input.Body, "Input.Body", cancel);
        Input.Body = image.Body;
        if (image.Stays) return Page();
        Input.Check(Existing is null, ModelState, clock);
        if (!ModelState.IsValid) return this.InvalidPage();
        var body = await texts.FormatAsync(Input.Body, Domain.News.Page.BodyMaxLength, cancel);
        if (!body.Done) return this.RefusedPage(body.Refusal, field: "Input.Body");
        var text = Input.ToText(body.Value);
        var address = Existing?.Slug ?? Slug.From(string.IsNullOrWhiteSpace(Input.Slug) ? text.Title : Input.Slug);
        if (aktion == ShowPreview)
        {
            Preview = new PageView(default, address, text.Title, text.Body.Html, text.Section, text.Summary, Publication, clock.Now);
            return Page();
        }

        var saved = await save.ExecuteAsync(address, Existing is null, new PageOrder(text, Input.Publish.ToChange(clock), Input.Note, Input.Version), User.Actor(), cancel);
        if (!saved.Done) return await RefuseAsync(saved.Refusal, cancel);
        await kept.ForgetAsync(User.Actor(), KeepKey, cancel);
        return this.RedirectWithNotice(Links.Page(saved.Value.Slug), TextSteps.Notice(saved.Value.State));
    }

    /// <summary>Everything typed stays; whoever was slower reads what the other one saved, and may save on.</summary>
    private async Task<PageResult> RefuseAsync(Refusal refusal, CancellationToken cancel)
    {
        if (refusal is not ChangedMeanwhile || Existing is null) return this.RefusedPage(refusal, field: PageInput.FieldOf(refusal));
        await LoadAsync(Existing.Slug, cancel);
        var (theirs, (by, at)) = (PageInput.Of(Existing, clock), await last.OfAsync(Subject.Of(Existing.Id), cancel));
        Conflict = EditConflict.Of(by, at,
        [
            new(NewsTexts.FieldTitle, theirs.Title, Input.Title), new(NewsTexts.FieldBody, theirs.Body, Input.Body),
            new(NewsTexts.FieldSection, theirs.Section, Input.Section), new(NewsTexts.FieldSummary, theirs.Summary, Input.Summary),
            Input.Publish.Renew(Existing.Publication, clock),
        ]);
        Input.Version = Existing.Version;
        return this.ConflictPage();
    }

    private async Task LoadAsync(string slug, CancellationToken cancel)
    {
        if (slug != SavePage.ReservedSlug) Existing = await db.Pages.AsNoTracking().SingleOrDefaultAsync(page => page.Slug == slug, cancel) ?? throw new NotFoundException();
        Sections = await db.Pages.AsNoTracking().Where(page => page.Section != null).Select(page => page.Section!).Distinct().OrderBy(section => section).Take(MostSections).ToListAsync(cancel);
    }
}

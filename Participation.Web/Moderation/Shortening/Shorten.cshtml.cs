using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain.Moderation;
using Participation.Web.Accounts;
using Participation.Web.Discussions;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Shortening;

/// <summary>Personal data is taken out of a text.</summary>
[Authorize(Policy = Policies.Moderation), EnableRateLimiting(Limits.Write)]
public sealed class ShortenModel(WholeTextQuery query, ShortenText shorten) : PageModel
{
    [BindProperty]
    public ShortenInput Input { get; set; } = new();

    public WholeText Text { get; private set; } = null!;

    /// <summary>The text as it would be; null before somebody asked for it.</summary>
    public string? Preview { get; private set; }

    /// <summary>How many places would be taken out of it.</summary>
    public int Hits { get; private set; }

    /// <summary>Where the contribution is decided on.</summary>
    public string Case(int idea, int? comment) => comment is { } number ? Links.ModerateComment(this.Discussion(idea), number) : Links.ModerateIdea(idea);

    public async Task OnGetAsync(int idea, int? comment, CancellationToken cancel)
    {
        Text = await query.FindAsync(this.Discussion(idea), comment, cancel);
        Input = new ShortenInput { Version = Text.Version };
    }

    /// <summary>Shows what would be taken out; nothing is changed.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(int idea, int? comment, CancellationToken cancel)
    {
        Text = await query.FindAsync(this.Discussion(idea), comment, cancel);
        ModelState.Clear();
        if (Redaction.Read(Input.Passages) is not { } redaction)
        {
            ModelState.AddModelError("Input.Passages", ShorteningTexts.PassagesWrong.With(Redaction.MostPassages, Redaction.PassageMinLength, Redaction.PassageMaxLength));
            return this.InvalidPage();
        }

        Preview = redaction.Apply(Text.Markdown);
        Hits = Count(Preview) - Count(Text.Markdown);
        return Page();
    }

    private static int Count(string text) => text.Split(Redaction.Mark).Length - 1;

    public async Task<IActionResult> OnPostAsync(int idea, int? comment, CancellationToken cancel)
    {
        Text = await query.FindAsync(this.Discussion(idea), comment, cancel);
        ModelState.Clear();
        var redaction = Redaction.Read(Input.Passages);
        if (redaction is null) ModelState.AddModelError("Input.Passages", ShorteningTexts.PassagesWrong.With(Redaction.MostPassages, Redaction.PassageMinLength, Redaction.PassageMaxLength));
        ModelState.Require("Input.Facts", ModerationTexts.Facts, Input.Facts, Decision.FactsMaxLength);
        if (redaction is not null && redaction.Apply(Input.Facts) != Input.Facts) ModelState.AddModelError("Input.Facts", ShorteningTexts.FactsRepeat);
        if (!ModelState.IsValid || redaction is null) return this.InvalidPage();
        var refusal = await shorten.ExecuteAsync(new CaseOrder(idea, Input.Version, User.Actor()) { Under = this.Discussion(idea) }, comment, redaction, Input.Facts, cancel);
        if (refusal is null) return this.RedirectWithNotice(Case(idea, comment), ShorteningTexts.Done);
        Text = await query.FindAsync(this.Discussion(idea), comment, cancel);
        Input = Input with { Version = Text.Version };
        return this.RefusedPage(refusal);
    }
}

/// <summary>The form.</summary>
public sealed record ShortenInput
{
    public int Version { get; init; }

    /// <summary>What is taken out, one passage per line.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Passages { get; init; } = "";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Facts { get; init; } = "";
}

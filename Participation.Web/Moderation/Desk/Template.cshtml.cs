using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Domain.Moderation;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Desk;

/// <summary>Adds a template of reasons, changes one, removes one.</summary>
[Authorize(Policy = Policies.Moderation), EnableRateLimiting(Limits.Write)]
public sealed class TemplateModel(TemplateQueries queries, SaveTemplate save, DeleteTemplate delete) : PageModel
{
    private const string NewNumber = "neu";

    [BindProperty]
    public TemplateInput Input { get; set; } = new();

    /// <summary>The template that is changed; null for a new one.</summary>
    public ReasonTemplate? Existing { get; private set; }

    public async Task OnGetAsync(string number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (Existing is { } it) Input = new TemplateInput { Title = it.Title, Ground = it.Ground, Text = it.Text, Version = it.Version };
    }

    public async Task<IActionResult> OnPostAsync(string number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        ModelState.Clear();
        ModelState.Require("Input.Title", DeskTexts.TemplateTitle, Input.Title, ReasonTemplate.TitleMaxLength);
        if (!ReasonTemplate.IsGround(Input.Ground)) ModelState.Missing("Input.Ground", ModerationTexts.Ground);
        ModelState.Require("Input.Text", DeskTexts.TemplateText, Input.Text, Decision.FactsMaxLength);
        if (!ModelState.IsValid) return this.InvalidPage();
        var refusal = await save.ExecuteAsync(Existing?.Number, Input.Version, new TemplateText(Input.Title, Input.Ground, Input.Text), User.Actor(), cancel);
        return refusal is null ? this.RedirectWithNotice(Links.ReasonTemplates, DeskTexts.TemplateSaved) : await RefusedAsync(number, refusal, cancel);
    }

    public async Task<IActionResult> OnPostDeleteAsync(string number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        var refusal = Existing is null ? null : await delete.ExecuteAsync(Existing.Number, Input.Version, User.Actor(), cancel);
        return refusal is null ? this.RedirectWithNotice(Links.ReasonTemplates, DeskTexts.TemplateDeleted) : await RefusedAsync(number, refusal, cancel);
    }

    private async Task<PageResult> RefusedAsync(string number, Refusal refusal, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (Existing is { } now) Input = Input with { Version = now.Version };
        return this.RefusedPage(refusal, refusal is ChangedMeanwhile && Existing is { } it ? DeskTexts.TemplateChanged.With(it.Title, it.Text) : null, refusal is TemplateTitleIsTaken ? "Input.Title" : "");
    }

    private async Task LoadAsync(string number, CancellationToken cancel)
    {
        if (number == NewNumber) return;
        Existing = int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var known) ? await queries.FindAsync(known, cancel) : null;
        if (Existing is null) throw new NotFoundException();
    }
}

/// <summary>The form.</summary>
public sealed record TemplateInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Title { get; init; } = "";

    public Ground Ground { get; init; }

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Text { get; init; } = "";

    public int Version { get; init; }
}

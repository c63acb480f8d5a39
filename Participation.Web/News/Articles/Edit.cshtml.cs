using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Domain.Editing;
using Participation.Domain.News;
using Participation.Web.Accounts;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;
using Participation.Web.Uploads;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.News.Articles;

/// <summary>Writes an article or changes one, with a preview of what readers will see.</summary>
[Authorize(Policy = Policies.Moderation), IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class EditModel(ArticleEditor editor, KeptForms kept, TextFormatter texts, CityClock clock) : PageModel
{
    private const string New = "neu";
    private const string ShowPreview = "vorschau";

    [BindProperty]
    public ArticleInput Input { get; set; } = new();

    /// <summary>The article that is changed; null for a new one.</summary>
    public Article? Existing { get; private set; }

    public ArticleChoices Choices { get; private set; } = null!;

    public ArticleView? Preview { get; private set; }

    public KeptNote? Kept { get; private set; }

    public EditConflict? Conflict { get; private set; }

    /// <summary>By which name the form is kept.</summary>
    public string KeepKey => Existing is null ? "article:neu" : KeepKeyOf(Existing);

    internal static string KeepKeyOf(Article article) => string.Create(CultureInfo.InvariantCulture, $"article:{article.Number}");

    public Publication Publication => Existing?.Publication ?? Publication.Draft;

    public async Task OnGetAsync(string key, CancellationToken cancel)
    {
        await LoadAsync(key, cancel);
        Choices = await editor.ChoicesAsync(Existing, null, cancel);
        Input = Existing is null ? new ArticleInput { SubmissionKey = Shared.SubmissionKey.New(clock.Now) } : ArticleInput.Of(Existing, Choices.Documents.Input, clock);
        Kept = await kept.RestoreAsync(User.Actor(), KeepKey, Existing?.Version ?? 0, values => TryUpdateModelAsync(Input, nameof(Input), values), cancel);
        if (Kept is not null) Choices = await editor.ChoicesAsync(Existing, Input.Documents, cancel);
    }

    public async Task<IActionResult> OnPostAsync(string key, string? aktion, [FromServices] FormGuard guard, [FromServices] FormImages images, [FromServices] Attachments attachments, [FromServices] SaveArticle save, CancellationToken cancel)
    {
        await LoadAsync(key, cancel);
        var result = await SendAsync(aktion, guard, images, attachments, save, cancel);
        if (result is PageResult) Choices = await editor.ChoicesAsync(Existing, Input.Documents, cancel);
        if (Preview is not null) Preview = WithNames(Preview);
        return result;
    }

    private async Task<IActionResult> SendAsync(string? step, FormGuard guard, FormImages images, Attachments attachments, SaveArticle save, CancellationToken cancel)
    {
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        var image = await images.ApplyAsync(this, Input.Body, "Input.Body", cancel);
        Input.Body = image.Body;
        if (image.Stays) return Page();
        Input.Check(ModelState, clock);
        if (!ModelState.IsValid) return this.InvalidPage();
        if (Keyword.Parse(Input.Keywords, out var keywords) is { } unusable) return this.RefusedPage(unusable, field: ArticleInput.FieldOf(unusable));
        var body = await texts.FormatAsync(Input.Body, Article.BodyMaxLength, cancel);
        if (!body.Done) return this.RefusedPage(body.Refusal, field: "Input.Body");
        var text = Input.ToText(body.Value, keywords);
        if (step == ShowPreview) return ShowAsync(text);
        var documents = await attachments.ReceiveAsync(Input.Documents, User.Actor(), cancel);
        if (!documents.Done) return this.RefusedPage(documents.Refusal, field: documents.Refusal is Domain.Uploads.DocumentNeedsTitle ? "Input.Documents.Title" : "Input.Documents.File");
        var saved = await save.ExecuteAsync(Existing?.Number, new ArticleOrder(text, Input.Publish.ToChange(clock), documents.Value, Input.Version, Input.SubmissionKey), User.Actor(), cancel);
        if (!saved.Done) return await RefuseAsync(saved.Refusal, cancel);
        await kept.ForgetAsync(User.Actor(), KeepKey, cancel);
        return this.RedirectWithNotice(Links.Article(saved.Value.Number, text.Title), TextSteps.Notice(saved.Value.State));
    }

    private PageResult ShowAsync(ArticleText text)
    {
        Preview = new ArticleView(
            Existing?.Id.Value ?? default, Existing?.Number ?? 0, text.Title, text.Teaser, text.Body.Html, Publication, clock.Now, Publication.From ?? clock.Now, text.TopicKey, text.DistrictKey,
            text.SourceName, text.SourceUrl, [.. text.Keywords.Select(keyword => new KeywordView(keyword.Slug, keyword.Name))]);
        return Page();
    }

    private ArticleView WithNames(ArticleView preview) => preview with
    {
        Topic = Choices.Topics.FirstOrDefault(topic => topic.Value == preview.Topic)?.Text,
        District = Choices.Districts.FirstOrDefault(district => district.Value == preview.District)?.Text,
    };

    /// <summary>Everything typed stays; whoever was slower reads what the other one saved, and may save on.</summary>
    private async Task<PageResult> RefuseAsync(Refusal refusal, CancellationToken cancel)
    {
        if (refusal is not ChangedMeanwhile || Existing is null) return this.RefusedPage(refusal, field: ArticleInput.FieldOf(refusal));
        Existing = await editor.FindAsync(Existing.Number, cancel) ?? throw new NotFoundException();
        Conflict = await editor.ConflictAsync(Existing, Input, cancel);
        Input.Version = Existing.Version;
        return this.ConflictPage();
    }

    private async Task LoadAsync(string key, CancellationToken cancel)
    {
        if (key == New) return;
        Existing = int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? await editor.FindAsync(number, cancel) : null;
        if (Existing is null) throw new NotFoundException();
    }
}

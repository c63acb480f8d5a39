using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain.Uploads;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Uploads.Documents;

/// <summary>The staff publishes documents and takes them down.</summary>
[Authorize(Policy = Policies.Moderation), EnableRateLimiting(Limits.Upload)]
public sealed class ManageModel(PublishDocument publish, DeleteDocument delete, RenameDocument rename, DocumentQueries queries) : PageModel
{
    [BindProperty]
    public DocumentInput Input { get; set; } = new();

    public IReadOnlyList<DocumentRow> Documents { get; private set; } = [];

    /// <summary>The document whose new title was refused; 0 for none.</summary>
    public int Renamed { get; private set; }

    /// <summary>That title.</summary>
    public string? RenamedTo { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => Documents = await queries.NewestAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var published = await PublishAsync(cancel);
        if (published.Done) return this.RedirectWithNotice(Links.ManageDocuments, UploadsTexts.DocumentPublished);
        Documents = await queries.NewestAsync(cancel);
        return this.RefusedPage(published.Refusal, field: published.Refusal is DocumentNeedsTitle ? "Input.Title" : "Input.File");
    }

    public async Task<IActionResult> OnPostDeleteAsync(int nummer, CancellationToken cancel)
    {
        await delete.ExecuteAsync(nummer, User.Actor(), cancel);
        return this.RedirectWithNotice(Links.ManageDocuments, UploadsTexts.DocumentDeleted);
    }

    public async Task<IActionResult> OnPostRenameAsync(int nummer, string? titel, CancellationToken cancel)
    {
        if (await rename.ExecuteAsync(nummer, titel ?? "", User.Actor(), cancel) is not { } refusal) return this.RedirectWithNotice(Links.ManageDocuments, UploadsTexts.DocumentRenamed);
        (Documents, Renamed, RenamedTo) = (await queries.NewestAsync(cancel), nummer, titel);
        ModelState.Clear();
        return this.RefusedPage(refusal, field: $"titel-{nummer.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
    }

    private async Task<Outcome<int>> PublishAsync(CancellationToken cancel)
    {
        if (Request.Form.Files.Count > 1) return new OneFileAtATime();
        if (Input.File is not { Length: > 0 } file) return Document.CheckTitle(Input.Title.Trim()) ?? new FileIsMissing();
        if (file.Length > Document.MaxBytes) return new FileIsTooLarge(Document.MaxMegabytes);
        return await publish.ExecuteAsync(await FormImages.ReadAsync(file, cancel), Input.Title, standalone: true, User.Actor(), cancel);
    }
}

/// <summary>The form.</summary>
public sealed record DocumentInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Title { get; init; } = "";

    public IFormFile? File { get; init; }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Services.Import;

/// <summary>Reads a table of services in: upload, check, preview, apply. The table travels with the preview, so nothing lies around on the server.</summary>
[Authorize(Policy = Policies.Moderation), EnableRateLimiting(Limits.Upload)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest, ValueLengthLimit = Largest), RequestSizeLimit(Largest)]
public sealed class IndexModel(ImportServices import) : PageModel
{
    /// <summary>A table as text is a third larger than the file.</summary>
    private const int Largest = 4 * ServiceTable.MaxBytes;

    /// <summary>What would change; null until a table was sent.</summary>
    public ImportPlan? Plan { get; private set; }

    /// <summary>The table, for the form that applies it.</summary>
    public string Table { get; private set; } = "";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? datei, CancellationToken cancel)
    {
        if (datei is not { Length: > 0 }) return Wrong(ImportTexts.NoFile);
        if (datei.Length > ServiceTable.MaxBytes) return Wrong(ImportTexts.TooLarge.With(ServiceTable.MaxMegabytes));
        using var memory = new MemoryStream();
        await datei.CopyToAsync(memory, cancel);
        return await ShowAsync(memory.ToArray(), cancel);
    }

    public async Task<IActionResult> OnPostApplyAsync(string? tabelle, string? pruefung, bool entfernen, CancellationToken cancel)
    {
        if (Bytes(tabelle) is not { } file) return Wrong(ImportTexts.NotReadable);
        var done = await import.ApplyAsync(file, pruefung ?? "", entfernen, User.Actor(), cancel);
        if (done.Done) return this.RedirectWithNotice(Links.ManageServices, ImportTexts.Done.With(done.Value.Added.Count, done.Value.Changed.Count, entfernen ? done.Value.Removed.Count : 0));
        await ShowAsync(file, cancel);
        return this.RefusedPage(done.Refusal, done.Refusal is ChangedMeanwhile ? ImportTexts.Meanwhile : null);
    }

    private async Task<IActionResult> ShowAsync(byte[] file, CancellationToken cancel)
    {
        (Plan, Table) = (await import.CheckAsync(file, cancel), Convert.ToBase64String(file));
        if (Plan.Errors.Count == 0) return Page();
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private PageResult Wrong(string text)
    {
        ModelState.AddModelError("datei", text);
        return this.InvalidPage();
    }

    private static byte[]? Bytes(string? table)
    {
        var bytes = new byte[ServiceTable.MaxBytes];
        return table is { Length: > 0 } && Convert.TryFromBase64String(table, bytes, out var written) ? bytes[..written] : null;
    }
}

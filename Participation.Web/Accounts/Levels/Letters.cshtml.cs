using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Participation.Domain;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Levels;

/// <summary>The administration prints the letters that wait.</summary>
[Authorize(Policy = Policies.Administration), Authorize(Policy = Policies.FreshSignIn), EnableRateLimiting(Limits.Write)]
public sealed class LettersModel(LetterQueries queries, MakeBatch make, SendBatch send, IOptions<LevelsOptions> options) : PageModel
{
    public LettersView View { get; private set; } = null!;

    public bool SendsLetters => options.Value.SendsLetters;

    public async Task OnGetAsync(CancellationToken cancel) => View = await queries.ExecuteAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var made = await make.ExecuteAsync(User.Actor(), cancel);
        return made.Done ? this.RedirectWithNotice(Links.Letters, Named(LevelsTexts.BatchMade, made.Value)) : await RefusedAsync(made.Refusal, cancel);
    }

    public async Task<IActionResult> OnPostSendAsync(int stapel, CancellationToken cancel) =>
        await send.ExecuteAsync(stapel, User.Actor(), cancel) is { } refusal ? await RefusedAsync(refusal, cancel) : this.RedirectWithNotice(Links.Letters, Named(LevelsTexts.BatchSentNow, stapel));

    private async Task<IActionResult> RefusedAsync(Refusal refusal, CancellationToken cancel)
    {
        View = await queries.ExecuteAsync(cancel);
        return this.RefusedPage(refusal);
    }

    private static string Named(string text, int batch) => text.With(batch);
}

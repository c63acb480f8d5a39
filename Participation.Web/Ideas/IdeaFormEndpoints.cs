using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc.Rendering;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary>What the script of the form asks for: keep the draft, show similar ideas. Without script the form's buttons do the same.</summary>
internal static class IdeaFormEndpoints
{
    public static void MapIdeaForm(this IEndpointRouteBuilder app)
    {
        app.MapPost("/ideen/entwurf", KeepAsync).RequireAuthorization().RequireRateLimiting(Limits.Draft).ExcludeFromDescription();
        app.MapGet("/ideen/aehnlich", SimilarAsync).AllowAnonymous().RequireRateLimiting(Limits.Search).ExcludeFromDescription();
    }

    private static async Task<IResult> KeepAsync(
        IFormCollection form, IdeaFormLists lists, IdeaFormCheck check, IdeaDrafts drafts, CityClock clock, HttpContext http, CancellationToken cancel)
    {
        var input = IdeaFormInput.From(form);
        var draft = new SentForm(input, await lists.TopicsAsync(cancel), await lists.DistrictsAsync(cancel));
        if (check.Problems(draft, complete: false).Select(problem => problem.Message).FirstOrDefault() is { } problem)
            return Results.Json(new { message = problem }, statusCode: StatusCodes.Status400BadRequest);
        if (string.IsNullOrEmpty(input.Process) || drafts.KeyOf(input) != input.SubmissionKey) return Results.StatusCode(StatusCodes.Status400BadRequest);
        var kept = await drafts.KeepAsync(input.ToInput(input.Process), input.SubmissionKey, http.User.Actor(), cancel);
        return kept.Done
            ? Results.Json(new { id = kept.Value.Value, saved = IdeaFormTexts.SavedAt.With(clock.TimeOfDay(clock.Now)) })
            : Results.Json(new { message = Refusals.Text(kept.Refusal) }, statusCode: Refusals.Status(kept.Refusal));
    }

    private static async Task<IResult> SimilarAsync(string? titel, IdeaDrafts drafts, CancellationToken cancel) =>
        new RazorComponentResult<SimilarIdeas>(new { Ideas = await drafts.SimilarAsync(titel, cancel) });

    private sealed record SentForm(IdeaFormInput Input, IReadOnlyList<SelectListItem> Topics, IReadOnlyList<SelectListItem> Districts) : IIdeaForm
    {
        public string? PreviewHtml => null;
    }
}

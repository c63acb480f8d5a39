using Microsoft.AspNetCore.Mvc;
using Participation.Domain.Ideas;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary>Takes a stance: a redirect back for forms, numbers for the script.</summary>
internal static class StanceEndpoint
{
    public static void MapStances(this IEndpointRouteBuilder app) =>
        app.MapPost("/ideen/{number:int}/haltung", TakeAsync).RequireAuthorization().RequireRateLimiting(Limits.Stance).ExcludeFromDescription();

    private static async Task<IResult> TakeAsync(int number, [FromForm] string? haltung, TakeStance takeStance, HttpContext http, CancellationToken cancel)
    {
        var byScript = http.Request.Headers.XRequestedWith == "fetch";
        if (!StanceChoice.TryParse(haltung, out var kind)) return Results.StatusCode(StatusCodes.Status400BadRequest);
        var outcome = await takeStance.ExecuteAsync(number, kind, http.User.Actor(), cancel);
        if (outcome.Refusal is { } refusal)
        {
            if (byScript) return Results.Json(new { message = Refusals.Text(refusal) }, statusCode: Refusals.Status(refusal));
            FlashMessage.Leave(http.Response, Refusals.Text(refusal));
        }

        return byScript ? Results.Json(Numbers(outcome.Value, kind)) : Results.LocalRedirect(Links.Idea(number) + "#haltung");
    }

    private static object Numbers(StanceCounts counts, StanceKind? mine) =>
        new { counts.For, counts.Neutral, counts.Against, Mine = StanceChoice.Word(mine) };
}

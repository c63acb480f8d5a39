using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Council.Live;

/// <summary>Buttons beside questions: a redirect back for forms, numbers for the script.</summary>
internal static class QuestionEndpoints
{
    public static void MapQuestions(this IEndpointRouteBuilder app)
    {
        app.MapPost("/sitzungen/{number:int}/fragen/haltung", LikeAsync).RequireAuthorization().RequireRateLimiting(Limits.Stance).ExcludeFromDescription();
        app.MapPost("/sitzungen/{number:int}/fragen/{question:int}/zurueckziehen", WithdrawAsync).RequireAuthorization().RequireRateLimiting(Limits.Write).ExcludeFromDescription();
    }

    /// <summary><c>mag</c> is the number of a question that one likes, <c>weg</c> of one that one does not like any more.</summary>
    private static async Task<IResult> LikeAsync(int number, [FromForm] int? mag, [FromForm] int? weg, [FromForm] string? zurueck, LikeQuestion like, HttpContext http, CancellationToken cancel)
    {
        var byScript = http.Request.Headers.XRequestedWith == "fetch";
        if ((mag ?? weg) is not { } question) return Results.StatusCode(StatusCodes.Status400BadRequest);
        var outcome = await like.ExecuteAsync(number, question, likes: mag is not null, http.User.Actor(), cancel);
        if (outcome.Refusal is { } refusal)
        {
            if (byScript) return Results.Json(new { message = Refusals.Text(refusal) }, statusCode: Refusals.Status(refusal));
            FlashMessage.Leave(http.Response, Refusals.Text(refusal), isWarning: true);
        }

        if (byScript) return Results.Json(new { likes = outcome.Value });
        return Results.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"{Links.LiveMeetingSorted(number, LiveWords.Word(LiveWords.Sort(zurueck)), 1)}#frage-{question}"));
    }

    private static async Task<IResult> WithdrawAsync(int number, int question, WithdrawQuestion withdraw, HttpContext http, CancellationToken cancel)
    {
        var refusal = await withdraw.ExecuteAsync(number, question, http.User.Actor(), cancel);
        if (refusal is Domain.NotAllowed) throw new ForbiddenException();
        FlashMessage.Leave(http.Response, refusal is null ? LiveTexts.Withdrawn : Refusals.Text(refusal), isWarning: refusal is not null);
        return Results.LocalRedirect(Links.LiveMeeting(number));
    }
}

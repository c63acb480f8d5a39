using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Editing;

/// <summary>Keeps forms of the staff: for their script, and for the same buttons without it.</summary>
internal static class EditingEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(Links.KeepForm, KeepAsync).RequireAuthorization(Policies.Moderation).RequireRateLimiting(Limits.Draft).ExcludeFromDescription();
        app.MapPost(Links.ForgetForm, ForgetAsync).RequireAuthorization(Policies.Moderation).RequireRateLimiting(Limits.Draft).ExcludeFromDescription();
    }

    private static async Task<IResult> KeepAsync(IFormCollection form, string? weiter, KeptForms forms, CityClock clock, HttpContext http, CancellationToken cancel)
    {
        var refusal = await forms.KeepAsync(http.User.Actor(), form, cancel);
        if (weiter is null)
        {
            return refusal is null
                ? Results.Json(new { saved = EditingTexts.KeptAt.With(clock.TimeOfDay(clock.Now)) })
                : Results.Json(new { message = Refusals.Text(refusal) }, statusCode: Refusals.Status(refusal));
        }

        FlashMessage.Leave(http.Response, refusal is null ? EditingTexts.Kept : Refusals.Text(refusal), isWarning: refusal is not null);
        return Results.LocalRedirect(LocalAddress.OrHome(weiter));
    }

    private static async Task<IResult> ForgetAsync(IFormCollection form, string? weiter, KeptForms forms, HttpContext http, CancellationToken cancel)
    {
        await forms.ForgetAsync(http.User.Actor(), form[KeptForms.KeyField].ToString(), cancel);
        return Results.LocalRedirect(LocalAddress.OrHome(weiter ?? ""));
    }
}

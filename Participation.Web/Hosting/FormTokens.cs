using Microsoft.AspNetCore.Antiforgery;

namespace Participation.Web.Hosting;

/// <summary>Forms that endpoints read need their token: without it the answer is 400, as on pages, and nothing of the form is read.</summary>
internal static class FormTokens
{
    public static void UseFormTokens(this WebApplication app)
    {
        app.UseAntiforgery();
        app.Use((http, next) =>
        {
            if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }) return next(http);
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });
    }
}

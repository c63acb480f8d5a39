using Microsoft.AspNetCore.Diagnostics;
using Participation.Web.Hosting.Api;
using Participation.Web.Shared;

namespace Participation.Web.Hosting;

/// <summary>Turns the three exceptions about addresses into their status; everything else is a bug, logged and answered with 500.</summary>
internal sealed class HttpExceptionHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var status = exception switch
        {
            NotFoundException => StatusCodes.Status404NotFound,
            GoneException => StatusCodes.Status410Gone,
            ForbiddenException => StatusCodes.Status403Forbidden,
            BadHttpRequestException bad => bad.StatusCode,
            _ => StatusCodes.Status500InternalServerError,
        };
        httpContext.Response.StatusCode = status;
        if (exception is GoneException) httpContext.Items[ErrorPages.ReasonItem] = exception.Message;
        if (!ErrorPages.WantsJson(httpContext)) return false;
        await ApiProblems.Status(status, exception is GoneException { Message.Length: > 0 } ? exception.Message : null).ExecuteAsync(httpContext);
        return true;
    }
}

/// <summary>What people read when something went wrong.</summary>
internal static class ErrorPages
{
    public const string ReasonItem = "gone-reason";

    /// <summary>Whether a script asked; once an error is handled, the request's own path is that of the error page.</summary>
    public static bool WantsJson(HttpContext http)
    {
        var path = new PathString(http.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? http.Request.Path);
        return path.StartsWithSegments(ApiSetup.Root) || path.StartsWithSegments("/live");
    }

    public static string Title(int status) => status switch
    {
        400 => SharedTexts.Error400Title,
        401 or 403 => SharedTexts.Error403Title,
        404 => SharedTexts.Error404Title,
        410 => SharedTexts.Error410Title,
        429 => SharedTexts.Error429Title,
        _ => SharedTexts.Error500Title,
    };

    public static string Text(int status) => status switch
    {
        400 => SharedTexts.Error400Text,
        401 or 403 => SharedTexts.Error403Text,
        404 => SharedTexts.Error404Text,
        410 => SharedTexts.Error410Text,
        429 => SharedTexts.Error429Text,
        _ => SharedTexts.Error500Text,
    };
}

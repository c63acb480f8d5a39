using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Participation.Web.Council.Oparl;
using Participation.Web.Hosting.Api;
using Participation.Web.Shared;

namespace Participation.Web.Hosting;

/// <summary>Turns the three exceptions about addresses, and those about requests that cannot be read, into their status; everything else is a bug, logged and answered with 500.</summary>
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
            // A form that cannot be decoded, or one of more fields than any page has.
            InvalidDataException or Microsoft.AspNetCore.Antiforgery.AntiforgeryValidationException => StatusCodes.Status400BadRequest,
            // One that ends before its end.
            IOException when httpContext.Request.HasFormContentType => StatusCodes.Status400BadRequest,
            // A charset that .NET does not read any more, such as UTF-7.
            NotSupportedException when httpContext.Request.HasFormContentType => StatusCodes.Status415UnsupportedMediaType,
            _ => StatusCodes.Status500InternalServerError,
        };
        httpContext.Response.StatusCode = status;
        if (exception is GoneException) httpContext.Items[ErrorPages.ReasonItem] = exception.Message;
        if (OparlErrors.Covers(httpContext))
        {
            await OparlErrors.WriteAsync(httpContext, status);
            return true;
        }

        if (!ErrorPages.WantsJson(httpContext)) return false;
        await ApiProblems.Status(status, exception is GoneException { Message.Length: > 0 } ? exception.Message : null).ExecuteAsync(httpContext);
        return true;
    }
}

/// <summary>Which exceptions are no bugs.</summary>
internal static class ExpectedExceptions
{
    public static void Configure(ExceptionHandlerOptions options)
    {
        options.ExceptionHandlingPath = ErrorPages.Address;
        options.AllowStatusCode404Response = true;
        options.SuppressDiagnosticsCallback = context => context.Exception is NotFoundException or GoneException or ForbiddenException or BadHttpRequestException or InvalidDataException;
    }
}

/// <summary>What people read when something went wrong.</summary>
internal static class ErrorPages
{
    public const string Address = "/fehler";
    public const string ReasonItem = "gone-reason";

    /// <summary>Whether a script asked; once an error is handled, the request's own path is that of the error page.</summary>
    public static bool WantsJson(HttpContext http)
    {
        var path = new PathString(http.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? http.Request.Path);
        return path.StartsWithSegments(ApiSetup.Root) || path.StartsWithSegments("/live");
    }

    /// <summary>
    /// The error page is read, not posted to: whatever was wrong with a form must not break the page that says so. A body that says it is
    /// too large is refused before a form is looked for in it, which would only find that there is none.
    /// </summary>
    public static IApplicationBuilder UseReadableErrors(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Request.Path == Address)
        {
            http.Request.Method = HttpMethods.Get;
            http.Features.Set<IAntiforgeryValidationFeature>(null);
        }
        else if (http.Request.ContentLength > http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        }

        return next(http);
    });

    public static string Title(int status) => status switch
    {
        401 or 403 => SharedTexts.Error403Title,
        404 => SharedTexts.Error404Title,
        410 => SharedTexts.Error410Title,
        413 => SharedTexts.Error413Title,
        429 => SharedTexts.Error429Title,
        >= 500 => SharedTexts.Error500Title,
        _ => SharedTexts.Error400Title,
    };

    public static string Text(int status) => status switch
    {
        401 or 403 => SharedTexts.Error403Text,
        404 => SharedTexts.Error404Text,
        410 => SharedTexts.Error410Text,
        413 => SharedTexts.Error413Text,
        429 => SharedTexts.Error429Text,
        >= 500 => SharedTexts.Error500Text,
        _ => SharedTexts.Error400Text,
    };
}

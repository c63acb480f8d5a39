using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Council.Oparl;

/// <summary>Everything that goes wrong below <c>/oparl</c> as OParl's error object, in the language of the data.</summary>
internal static class OparlErrors
{
    /// <summary>Whether a request is for the interface; once an error is handled, its own path is that of the error page.</summary>
    public static bool Covers(HttpContext http) =>
        new PathString(http.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? http.Request.Path).StartsWithSegments(Links.OparlRoot.Split("/v")[0], StringComparison.OrdinalIgnoreCase);

    /// <summary>Answers with a status.</summary>
    public static Task WriteAsync(HttpContext http, int status) => new OparlAnswer(Of(status, http), status).ExecuteAsync(http);

    /// <summary>There never was such an object for the public, nor such a list.</summary>
    public static OparlAnswer NotFound(HttpContext http) => new(Of(StatusCodes.Status404NotFound, http), StatusCodes.Status404NotFound);

    /// <summary>A parameter that cannot be read.</summary>
    public static OparlAnswer Wrong(string parameter) => new(
        new OparlError(OparlTypes.Error, German(nameof(CouncilTexts.OparlWrongParameter)).With(parameter), $"parameter {parameter}: cannot be read"), StatusCodes.Status400BadRequest);

    private static OparlError Of(int status, HttpContext http) => new(OparlTypes.Error, German(status switch
    {
        StatusCodes.Status404NotFound => nameof(CouncilTexts.OparlNotFound),
        StatusCodes.Status405MethodNotAllowed => nameof(CouncilTexts.OparlOnlyReads),
        StatusCodes.Status429TooManyRequests => nameof(CouncilTexts.OparlTooMany),
        >= 500 => nameof(CouncilTexts.OparlBroken),
        _ => nameof(CouncilTexts.OparlUnreadable),
    }), string.Create(CultureInfo.InvariantCulture, $"status {status}; the interface begins at {http.RequestServices.GetRequiredService<OparlAddresses>().System}"));

    private static string German(string key) => CouncilTexts.ResourceManager.GetString(key, CultureInfo.GetCultureInfo(Languages.All[0])) ?? throw new InvalidOperationException(key);
}

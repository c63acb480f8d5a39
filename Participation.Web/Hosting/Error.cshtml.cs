using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participation.Web.Shared;

namespace Participation.Web.Hosting;

/// <summary>The one page for everything that went wrong; asking for it directly is 404.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    public int Status { get; private set; }

    public string? Reason { get; private set; }

    public string Text => Status == StatusCodes.Status429TooManyRequests
        ? ErrorPages.Text(Status).With(Response.Headers.RetryAfter.ToString() is { Length: > 0 } wait ? wait : "10")
        : ErrorPages.Text(Status);

    public void OnGet() => Show();

    public void OnPost() => Show();

    private void Show()
    {
        // A form that cannot be read leaves the status of the address unread with it, so the original one counts.
        var original = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalStatusCode;
        var failed = HttpContext.Features.Get<IExceptionHandlerPathFeature>() is not null;
        Status = original is >= 400 and < 600 ? original.Value : failed && Response.StatusCode >= 400 ? Response.StatusCode : StatusCodes.Status404NotFound;
        Response.StatusCode = Status;
        Reason = HttpContext.Items[ErrorPages.ReasonItem] as string;
    }
}

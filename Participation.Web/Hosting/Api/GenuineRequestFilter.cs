using Microsoft.AspNetCore.Antiforgery;
using Participation.Web.Accounts.OpenId;

namespace Participation.Web.Hosting.Api;

/// <summary>A cookie is sent by any page of the web; the antiforgery header only by one that could read it here. A token is sent by nobody unasked. Who is to wait is told how long.</summary>
internal sealed class GenuineRequestFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!context.HttpContext.User.IsBearer() && !await antiforgery.IsRequestValidAsync(context.HttpContext)) return ApiProblems.Status(StatusCodes.Status400BadRequest, ApiTexts.AntiforgeryMissing);
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        var result = await next(context);
        if (ApiProblems.Wait(result) is { } wait) Limits.Tell(context.HttpContext.Response, wait);
        return result;
    }
}

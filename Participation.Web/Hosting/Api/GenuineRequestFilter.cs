using Microsoft.AspNetCore.Antiforgery;

namespace Participation.Web.Hosting.Api;

/// <summary>A cookie is sent by any page of the web; the antiforgery header only by one that could read it here.</summary>
internal sealed class GenuineRequestFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!await antiforgery.IsRequestValidAsync(context.HttpContext)) return ApiProblems.Status(StatusCodes.Status400BadRequest, ApiTexts.AntiforgeryMissing);
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return await next(context);
    }
}

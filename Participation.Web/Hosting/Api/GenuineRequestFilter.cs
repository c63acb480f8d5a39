using Microsoft.AspNetCore.Antiforgery;
using Participation.Web.Accounts.OpenId;

namespace Participation.Web.Hosting.Api;

/// <summary>A cookie is sent by any page of the web; the antiforgery header only by one that could read it here. A token is sent by nobody unasked.</summary>
internal sealed class GenuineRequestFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!context.HttpContext.User.IsBearer() && !await antiforgery.IsRequestValidAsync(context.HttpContext)) return ApiProblems.Status(StatusCodes.Status400BadRequest, ApiTexts.AntiforgeryMissing);
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return await next(context);
    }
}

using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Participation.Web.Council.Oparl;

/// <summary>An answer of the interface: readable from everywhere, with a tag of its content, so that who has it already is told so.</summary>
internal sealed class OparlAnswer(object value, int status = StatusCodes.Status200OK) : IResult
{
    /// <summary>What is answered.</summary>
    public object Value => value;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request.GetTypedHeaders(), httpContext.Response);
        var body = httpContext.RequestServices.GetRequiredService<OparlJson>().Write(value);
        response.StatusCode = status;
        response.Headers.AccessControlAllowOrigin = "*";
        if (status == StatusCodes.Status200OK)
        {
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"");
            var headers = response.GetTypedHeaders();
            (headers.ETag, headers.LastModified) = (tag, (value as OparlObject)?.Modified);
            response.Headers.CacheControl = "no-cache";
            if (IsKnown(request, tag, headers.LastModified))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }

        (response.ContentType, response.ContentLength) = ("application/json; charset=utf-8", body.Length);
        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }

    /// <summary>A tag says more than a time (RFC 9110, 13.2.2).</summary>
    private static bool IsKnown(Microsoft.AspNetCore.Http.Headers.RequestHeaders request, EntityTagHeaderValue tag, DateTimeOffset? modified) => request.IfNoneMatch.Count > 0
        ? request.IfNoneMatch.Any(known => known.Tag == "*" || known.Compare(tag, useStrongComparison: false))
        : modified is { } changed && request.IfModifiedSince is { } since && OparlFilter.StartOf(changed) <= since;
}

using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Participation.Web.Hosting.Api;

/// <summary>Gives every answer a tag made of its content and answers 304 to who has it already.</summary>
internal sealed class EntityTagFilter(IOptions<JsonOptions> json) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        if (result is not IValueHttpResult { Value: { } value } || result is not IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK }) return result;
        var body = JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), json.Value.SerializerOptions);
        var version = value is IVersioned versioned ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{versioned.Version}-") : "";
        var tag = new EntityTagHeaderValue($"\"{version}{Convert.ToHexStringLower(SHA256.HashData(body))[..24]}\"");
        var (request, response) = (context.HttpContext.Request.GetTypedHeaders(), context.HttpContext.Response);
        response.GetTypedHeaders().ETag = tag;
        response.Headers.CacheControl = context.HttpContext.User.Identity?.IsAuthenticated == true ? "private, no-cache" : "no-cache";
        return request.IfNoneMatch.Any(known => known.Tag == "*" || known.Compare(tag, useStrongComparison: false))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(body, "application/json; charset=utf-8");
    }
}

/// <summary>Something whose text is changed with <c>If-Match</c>: its tag begins with the version of the text.</summary>
internal interface IVersioned
{
    /// <summary>Version of the text.</summary>
    int Version { get; }
}

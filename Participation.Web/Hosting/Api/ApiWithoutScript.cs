using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;
using Participation.Web.Shared;

namespace Participation.Web.Hosting.Api;

/// <summary>What stands on the reference's page where no script runs: every operation with what it does, and the way to the contract itself.</summary>
internal static class ApiWithoutScript
{
    public static string Of(EndpointDataSource endpoints)
    {
        var text = new StringBuilder($"<noscript><main style=\"overflow-wrap: anywhere\"><h1>{Encode(ApiTexts.ReferenceTitle)}</h1><p>{Encode(ApiTexts.ReferencePlain)} <a href=\"{Links.ApiContract}\">{Links.ApiContract}</a></p>");
        var operations = endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith(ApiSetup.Root, StringComparison.Ordinal) == true && endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null && endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>() is not null)
            .GroupBy(endpoint => endpoint.Metadata.GetMetadata<ITagsMetadata>() is { Tags: [var tag, ..] } ? tag : "");
        foreach (var group in operations)
        {
            text.Append("<h2 lang=\"de\">").Append(Encode(group.Key)).Append("</h2><ul lang=\"de\">");
            foreach (var operation in group)
                text.Append("<li><code>").Append(Encode(string.Join(", ", operation.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []))).Append(' ').Append(Encode(Address(operation))).Append("</code>: ")
                    .Append(Encode(operation.Metadata.GetMetadata<IEndpointSummaryMetadata>()!.Summary)).Append("</li>");
            text.Append("</ul>");
        }

        return text.Append("</main></noscript>").ToString();
    }

    /// <summary>As the contract writes it: names of parameters without what they have to be.</summary>
    private static string Address(RouteEndpoint operation) =>
        string.Concat(operation.RoutePattern.PathSegments.Select(segment => "/" + string.Concat(segment.Parts.Select(part => part is RoutePatternParameterPart parameter ? $"{{{parameter.Name}}}" : ((RoutePatternLiteralPart)part).Content))));

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}

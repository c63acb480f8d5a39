using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Participation.Web.Shared.StructuredData;

/// <summary>
/// Writes a description for machines into a page: <c>&lt;json-ld value="…" /&gt;</c>. A <c>script</c> of this type is data: no browser runs it, so the policy that forbids inline
/// scripts has nothing to say about it (CSP 3, 8.2 applies to what is executed). Everything that could end the element or begin another one is escaped by the encoder.
/// </summary>
[HtmlTargetElement("json-ld", TagStructure = TagStructure.WithoutEndTag)]
public sealed class JsonLdTagHelper : TagHelper
{
    /// <summary>Media type of the data.</summary>
    public const string ContentType = "application/ld+json";

    // The default encoder writes <, >, &, ' and + as \uXXXX; it must never be a relaxed one.
    private static readonly JsonSerializerOptions Json = new();

    /// <summary>What is described; nothing is written without it.</summary>
    public JsonNode? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is null)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "script";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", new HtmlString(ContentType));
        output.Content.SetHtmlContent(Value.ToJsonString(Json));
    }
}

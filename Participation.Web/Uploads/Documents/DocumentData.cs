using System.Text.Json.Nodes;
using Participation.Web.Shared.StructuredData;

namespace Participation.Web.Uploads.Documents;

/// <summary>Files beside something in the words of schema.org.</summary>
internal static class DocumentData
{
    /// <returns>The list, or null when there are none.</returns>
    public static JsonArray? Of(IReadOnlyList<AttachedDocument> documents, SiteData site) => documents.Count == 0 ? null : new JsonArray([.. documents.Select(JsonNode (document) => SiteData.Thing("MediaObject",
        ("name", document.Title), ("contentUrl", document.ExternalUrl ?? site.Of(document.Address)), ("encodingFormat", document.ExternalUrl is null ? "application/pdf" : null), ("contentSize", document.Bytes > 0 ? document.Size : null)))]);
}

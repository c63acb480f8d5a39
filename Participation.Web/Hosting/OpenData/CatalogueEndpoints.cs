using Microsoft.AspNetCore.OutputCaching;
using Participation.Web.Shared;
using Participation.Web.Shared.StructuredData;

namespace Participation.Web.Hosting.OpenData;

/// <summary>Hands the catalogue out, readable from any site.</summary>
internal static class CatalogueEndpoints
{
    public static void MapCatalogue(this IEndpointRouteBuilder app)
    {
        IsOpen(app.MapGet(Links.CatalogueTurtle, (Catalogue catalogue) => Results.Text(catalogue.Graph().ToTurtle(), "text/turtle; charset=utf-8")));
        IsOpen(app.MapGet(Links.CatalogueJson, (Catalogue catalogue) => Results.Text(catalogue.Graph().ToJson().ToJsonString(), $"{JsonLdTagHelper.ContentType}; charset=utf-8")));
    }

    private static void IsOpen(RouteHandlerBuilder endpoint) => endpoint
        .AllowAnonymous().RequireRateLimiting(Limits.ApiRead).RequireCors(Api.ApiSetup.PublicReads).ExcludeFromDescription()
        .WithMetadata(new OutputCacheAttribute { PolicyName = nameof(AnonymousPageCache) });
}

using Microsoft.AspNetCore.OutputCaching;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Council.Oparl;

/// <summary>The addresses of the interface.</summary>
internal static class OparlEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var reads = app.MapGroup(Links.OparlRoot).AllowAnonymous().RequireRateLimiting(Limits.ApiRead).RequireCors(OparlSetup.Reads).ExcludeFromDescription()
            .WithMetadata(new OutputCacheAttribute { PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Council, CacheTags.Documents] });
        reads.MapGet("/system", async (BodyReader bodies, CancellationToken cancel) => new OparlAnswer(await bodies.SystemAsync(cancel)));
        reads.MapGet("/body", (HttpContext http, OparlLists lists, CancellationToken cancel) => lists.BodiesAsync(http, cancel));
        reads.MapGet("/body/1/{list}", (string list, HttpContext http, OparlLists lists, CancellationToken cancel) => lists.OfCityAsync(list, http, cancel));
        reads.MapGet("/organization/{number:int}/{list}", (int number, string list, HttpContext http, OparlLists lists, CancellationToken cancel) => lists.OfOrganizationAsync(number, list, http, cancel));
        reads.MapGet("/{type}/{number:int}", (string type, int number, HttpContext http, OparlLists lists, CancellationToken cancel) => lists.OneAsync(type, number, http, cancel));
        app.MapGet("/oparl/{**rest}", (HttpContext http) => OparlErrors.NotFound(http)).AllowAnonymous().RequireRateLimiting(Limits.ApiRead).RequireCors(OparlSetup.Reads).ExcludeFromDescription();
    }
}

using Microsoft.Net.Http.Headers;
using Participation.Domain;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Pdf;

/// <summary>The file of a signed proposal, for everyone.</summary>
internal static class PdfEndpoint
{
    public static void MapProposalPdf(this IEndpointRouteBuilder app) =>
        app.MapGet("/vorhaben/{number:int}/vorhaben.pdf", FileAsync).AllowAnonymous().RequireRateLimiting(Limits.Pdf).ExcludeFromDescription();

    private static async Task<IResult> FileAsync(int number, MakeProposalPdf make, HttpContext http, CancellationToken cancel)
    {
        var made = await make.ExecuteAsync(number, cancel) ?? throw new NotFoundException();
        if (made.Content.Length == 0) return Results.Redirect(Links.ProposalPrint(number));
        http.Response.Headers.CacheControl = "private, max-age=3600";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{Slug.From(made.Title)}.pdf\"";
        return TypedResults.Bytes(made.Content, "application/pdf", entityTag: new EntityTagHeaderValue($"\"{made.ContentHash}-{MakeProposalPdf.Edition}\""));
    }
}

using System.Globalization;
using Participation.Domain;
using Participation.Domain.Proposals;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Printing;

/// <summary>A proposal as a file, once it is signed by all.</summary>
internal static class PrintEndpoint
{
    public static void MapPrinting(this IEndpointRouteBuilder app) =>
        app.MapGet("/vorhaben/{number:int}/{slug}.pdf", WriteAsync).AllowAnonymous().RequireRateLimiting(Limits.ApiRead).ExcludeFromDescription();

    private static async Task<IResult> WriteAsync(int number, string slug, ProposalViewQuery query, ProposalPdf pdf, HttpContext http, CancellationToken cancel)
    {
        var rights = await query.ReadableAsync(number, http.User.ActorOrNull(), cancel);
        if (!rights.Proposal.Status.IsSigned()) throw new NotFoundException();
        if (slug != Slug.From(rights.Proposal.Title)) return TypedResults.LocalRedirect(Links.ProposalPdf(number, rights.Proposal.Title), permanent: true);
        // What is printed is German, as what it says.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Languages.All[0]);
        return TypedResults.File(pdf.Write(await query.ExecuteAsync(rights, cancel)), "application/pdf", $"{slug}.pdf");
    }
}

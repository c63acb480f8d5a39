using System.Globalization;
using Participation.Domain.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Levels;

/// <summary>The files of a batch, for administrators who just proved who they are. Nothing keeps a copy on the way.</summary>
internal static class LetterEndpoints
{
    public static void MapLetters(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("/verwaltung/briefe/{number:int}").RequireAuthorization(Policies.Administration, Policies.FreshSignIn).RequireRateLimiting(Limits.Draft).ExcludeFromDescription();
        files.MapGet("/liste.csv", ListAsync);
        files.MapGet("/briefe.pdf", PagesAsync);
    }

    private static Task<IResult> ListAsync(int number, DownloadBatch batch, LetterCsv csv, HttpContext http, CancellationToken cancel) =>
        FileAsync(number, "csv", "text/csv; charset=utf-8", csv.Write, batch, http, cancel);

    private static Task<IResult> PagesAsync(int number, DownloadBatch batch, LetterPdf pdf, HttpContext http, CancellationToken cancel) =>
        FileAsync(number, "pdf", "application/pdf", pdf.Write, batch, http, cancel);

    private static async Task<IResult> FileAsync(
        int number, string form, string type, Func<IEnumerable<PrintedLetter>, byte[]> write, DownloadBatch batch, HttpContext http, CancellationToken cancel)
    {
        var letters = await batch.ExecuteAsync(number, form, http.User.Actor(), cancel);
        if (letters.Refusal is BatchIsSent sent) throw new GoneException(Refusals.Text(sent));
        if (!letters.Done) throw new ForbiddenException();
        http.Response.Headers.CacheControl = "no-store";
        // What the city prints is German, in whatever language the administration reads the page.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Languages.All[0]);
        return Results.File(write(letters.Value), type, string.Create(CultureInfo.InvariantCulture, $"stapel-{number}.{form}"));
    }
}

using System.Globalization;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.Options;
using Participation.Web.Hosting;
using Participation.Web.Ideas;
using Participation.Web.Markdown;
using Participation.Web.Notifications;
using Participation.Web.Proposals.Pdf;
using Participation.Web.Shared;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Participation.Web.Outcomes;

/// <summary>Writes a result as a tagged file (PDF/UA), in the language in which people write here; live blocks are written as they are now.</summary>
internal sealed class ResultFile(PdfFaces faces, CityClock clock, IOptions<SiteOptions> site, IOptions<CityOptions> city)
{
    private const int MostPages = 200;
    private const double TitleSize = 20;
    private const double HeadingSize = 15;
    private static readonly HtmlParser Parser = new();

    public byte[]? Write(ResultView view)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Languages.All[0]);
        try
        {
            using var document = new PdfDocument();
            var name = $"{city.Value.Brand} {city.Value.BrandPlace}";
            UAManager.ForDocument(document).SetDocumentLanguage(Languages.All[0]);
            (document.Info.Title, document.Info.Author) = (view.Result.Title, name);
            document.Info.CreationDate = document.Info.ModificationDate = view.Result.ChangedAt.UtcDateTime;
            var sheet = new PdfSheet(document, faces, faces.Printable(ResultsTexts.PdfFooter.With(view.Result.Number, Whole(Links.Result(view.Result.Number)))), MostPages);
            Draw(document, sheet, view, name);
            sheet.Finish();
            using var file = new MemoryStream();
            document.Save(file, closeStream: false);
            return Participation.Web.Proposals.Pdf.PdfMetadata.Replace(file.ToArray(), document, view.Result.Title, name);
        }
        catch (PdfIsTooLongException)
        {
            return null;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private void Draw(PdfDocument document, PdfSheet sheet, ResultView view, string name)
    {
        var tables = new PdfTables(sheet);
        var blocks = new PdfBlocks(sheet, tables, AddressOf);
        void Line(string text, bool bold = false) => blocks.Text(blocks.Plain(text, bold), PdfBlockLevelElementTag.Paragraph, PdfBlocks.Size);
        Line($"{name} · {view.ProcessTitle}");
        blocks.Text(blocks.Plain(view.Result.Title, bold: true), PdfBlockLevelElementTag.Heading1, TitleSize);
        Line(view.Result.Summary, bold: true);
        Line(view.Result.SignedOffOn is not { } day ? ResultsTexts.NotSignedOff : view.Result.SignedOffBy is { } by ? ResultsTexts.SignedOffBy.With(clock.Day(day), by) : ResultsTexts.SignedOff.With(clock.Day(day)));
        foreach (var (heading, parts) in new[] { (ResultsTexts.Adopted, view.Adopted), (ResultsTexts.NotAdopted, view.NotAdopted) })
            if (parts.Count > 0) Section(document, sheet, blocks, heading, () => Parts(blocks, parts, Line));
        if (view.Figures is { } figures) Section(document, sheet, blocks, ResultsTexts.Figures, () => Figures(sheet, tables, figures));
        if (view.Ideas.Count > 0) Section(document, sheet, blocks, ResultsTexts.Outcomes, () => Outcomes(sheet, tables, view));
    }

    private static void Parts(PdfBlocks blocks, IReadOnlyList<TextPart> parts, Action<string, bool> line)
    {
        foreach (var part in parts)
        {
            if (part.Html is { } html)
            {
                using var text = Parser.ParseDocument(html);
                blocks.Draw(text.Body!);
            }
            else if (part.Block is { } block) line(block.State is { } state ? $"{block.Title} ({state})" : block.Title, true);
        }
    }

    private static void Section(PdfDocument document, PdfSheet sheet, PdfBlocks blocks, string heading, Action draw)
    {
        sheet.Tags.BeginElement(PdfGroupingElementTag.Section);
        blocks.Text(blocks.Plain(heading, bold: true), PdfBlockLevelElementTag.Heading2, HeadingSize);
        document.Outlines.Add(heading, sheet.Page);
        draw();
        sheet.Tags.End();
    }

    private static void Figures(PdfSheet sheet, PdfTables tables, ResultFigures figures) => tables.Draw(
    [
        new PdfRow(true, [Cell(sheet, ResultsTexts.TableWhat, heads: true), Cell(sheet, ResultsTexts.TableCount, true, true)]),
        .. new[]
        {
            (ResultsTexts.FigurePeople, figures.People), (ResultsTexts.FigureIdeas, figures.IdeaCount), (ResultsTexts.FigureAnswered, figures.Answered), (ResultsTexts.FigureFor, figures.For),
            (ResultsTexts.FigureNeutral, figures.Neutral), (ResultsTexts.FigureAgainst, figures.Against), (ResultsTexts.FigureComments, figures.Comments), (ResultsTexts.FigureHidden, figures.Hidden),
        }.Select(row => new PdfRow(false, [Cell(sheet, row.Item1), Cell(sheet, row.Item2.ToString("N0", CultureInfo.CurrentUICulture), true)])),
    ]);

    private void Outcomes(PdfSheet sheet, PdfTables tables, ResultView view) => tables.Draw(
    [
        new PdfRow(true, [Cell(sheet, ResultsTexts.OutcomeIdea, heads: true), Cell(sheet, ResultsTexts.OutcomeState, heads: true)]),
        .. view.Ideas.Select(idea => new PdfRow(false, [Cell(sheet, idea.Title), Cell(sheet, StatusBadge.Text(idea.Status))])),
        .. !view.HasMoreIdeas ? [] : new[] { new PdfRow(false, [Cell(sheet, $"{ResultsTexts.OutcomesMore}: {Whole(Links.IdeasOf(view.ProcessSlug))}"), Cell(sheet, "…")]) },
    ]);

    private static PdfCell Cell(PdfSheet sheet, string text, bool right = false, bool heads = false) => new([new PdfPiece(sheet.Faces.Printable(text), new PdfLook(Bold: heads))], right, heads);

    private string Whole(string path) => (site.Value.PublicUrl?.AbsoluteUri.TrimEnd('/') ?? "") + path;

    private string? AddressOf(string href)
    {
        if (href.StartsWith('/')) href = Whole(href);
        return Uri.TryCreate(href, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" or "mailto" ? address.AbsoluteUri : null;
    }
}

/// <summary>Hands the file out.</summary>
internal static class ResultEndpoints
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/ergebnisse/{number:int}/ergebnis.pdf", FileAsync).AllowAnonymous().RequireRateLimiting(Limits.Pdf).ExcludeFromDescription();

    private static async Task<IResult> FileAsync(int number, ResultQueries queries, ResultFile file, OneAtATime turns, CityClock clock, HttpContext http, CancellationToken cancel)
    {
        var view = await queries.OneAsync(number, cancel);
        if (view is null || !view.Result.Publication.IsPublicAt(clock.Now)) throw view?.Result.Publication.WithdrawnAt is null ? new NotFoundException() : new GoneException(view.Result.Publication.Reason ?? "");
        using var turn = await turns.TakeAsync(cancel);
        if (file.Write(view) is not { } made) return Microsoft.AspNetCore.Http.Results.Redirect(Links.Result(number));
        http.Response.Headers.CacheControl = "private, max-age=300";
        return Microsoft.AspNetCore.Http.Results.File(made, "application/pdf", $"{Domain.Slug.From(view.Result.Title)}.pdf");
    }
}

using System.Globalization;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.Options;
using Participation.Domain.Proposals;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Shared;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Participation.Web.Proposals.Pdf;

/// <summary>Writes a signed proposal as a tagged file (PDF/UA), in the language in which people write here: all sections, the costs, the ideas it comes from, who signed when, and the checksum.</summary>
internal sealed class ProposalFile(PdfFaces faces, CityClock clock, IOptions<SiteOptions> site, IOptions<CityOptions> city)
{
    /// <summary>Most pages of a file; the print view has no such limit.</summary>
    public const int MostPages = 600;

    private const double TitleSize = 20;
    private const double HeadingSize = 15;
    private static readonly HtmlParser Parser = new();

    /// <returns>The file; null when it would have more pages than a file may have.</returns>
    public byte[]? Write(ProposalView view)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Languages.All[0]);
        try
        {
            using var document = new PdfDocument();
            Describe(document, view);
            var sheet = new PdfSheet(document, faces, faces.Printable(ProposalsTexts.PdfFooter.With(view.Proposal.Number, Whole(Links.Proposal(view.Proposal.Number)))), MostPages);
            Draw(document, sheet, view);
            sheet.Finish();
            using var file = new MemoryStream();
            document.Save(file, closeStream: false);
            return PdfMetadata.Replace(file.ToArray(), document, view.Proposal.Title, Authors(view));
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

    private static void Describe(PdfDocument document, ProposalView view)
    {
        UAManager.ForDocument(document).SetDocumentLanguage(Languages.All[0]);
        (document.Info.Title, document.Info.Author) = (view.Proposal.Title, Authors(view));
        document.Info.CreationDate = document.Info.ModificationDate = (view.Proposal.PublishedAt ?? view.Proposal.ActiveAt).UtcDateTime;
    }

    private static string Authors(ProposalView view) => string.Join(", ", view.SignedBy.Select(signed => view.NameOf(signed.OrganisationId)));

    private void Draw(PdfDocument document, PdfSheet sheet, ProposalView view)
    {
        var tables = new PdfTables(sheet);
        var blocks = new PdfBlocks(sheet, tables, AddressOf);
        blocks.Text(blocks.Plain($"{city.Value.Brand} {city.Value.BrandPlace} · {ProposalsTexts.NumberOnly.With(view.Proposal.Number)}"), PdfBlockLevelElementTag.Paragraph, PdfBlocks.Size);
        blocks.Text(blocks.Plain(view.Proposal.Title, bold: true), PdfBlockLevelElementTag.Heading1, TitleSize);
        blocks.Text(blocks.Plain(view.Proposal.Summary, bold: true), PdfBlockLevelElementTag.Paragraph, PdfBlocks.Size);
        foreach (var author in view.Authors) blocks.Text(blocks.Plain($"{view.NameOf(author.OrganisationId)} ({ProposalWords.Of(author)})"), PdfBlockLevelElementTag.Paragraph, PdfBlocks.Size);
        foreach (var section in view.Sections.Where(section => section.Html.Length > 0 || (section.Kind is SectionKind.Costs && view.Proposal.Costs.Count > 0)))
        {
            Section(document, sheet, blocks, ProposalWords.Of(section.Kind), () =>
            {
                if (section.Kind is SectionKind.Costs) Costs(sheet, tables, view);
                using var html = Parser.ParseDocument(section.Html);
                blocks.Draw(html.Body!);
            });
        }

        if (view.Sources.Count > 0)
            Section(document, sheet, blocks, ProposalsTexts.Sources, () =>
            {
                foreach (var source in view.Sources) blocks.Text(blocks.Plain($"{source.Title}, {ProposalsTexts.SourceBy.With(source.Author)}"), PdfBlockLevelElementTag.Paragraph, PdfBlocks.Size);
            });
        Section(document, sheet, blocks, ProposalsTexts.SignOffTitle, () => Signatures(sheet, blocks, tables, view));
    }

    private static void Section(PdfDocument document, PdfSheet sheet, PdfBlocks blocks, string heading, Action draw)
    {
        sheet.Tags.BeginElement(PdfGroupingElementTag.Section);
        blocks.Text(blocks.Plain(heading, bold: true), PdfBlockLevelElementTag.Heading2, HeadingSize);
        document.Outlines.Add(heading, sheet.Page);
        draw();
        sheet.Tags.End();
    }

    private static void Costs(PdfSheet sheet, PdfTables tables, ProposalView view)
    {
        if (view.Proposal.Costs.Count == 0) return;
        PdfCell Cell(string text, bool right = false, bool heads = false) => new([new PdfPiece(sheet.Faces.Printable(text), new PdfLook(Bold: heads))], right, heads);
        tables.Draw(
        [
            new PdfRow(true, [Cell(ProposalsTexts.CostItem, heads: true), Cell(ProposalsTexts.CostOnce, true, true), Cell(ProposalsTexts.CostYearly, true, true)]),
            .. view.Costs.Select(cost => new PdfRow(false, [Cell(cost.Label), Cell(ProposalWords.Euro(cost.OneOff), true), Cell(ProposalWords.Euro(cost.Yearly), true)])),
            new PdfRow(false, [Cell(ProposalsTexts.CostSum, heads: true), Cell(ProposalWords.Euro(view.Proposal.Costs.Sum(cost => cost.OneOff ?? 0)), true), Cell(ProposalWords.Euro(view.Proposal.Costs.Sum(cost => cost.Yearly ?? 0)), true)]),
        ]);
    }

    private void Signatures(PdfSheet sheet, PdfBlocks blocks, PdfTables tables, ProposalView view)
    {
        PdfCell Cell(string text, bool heads = false) => new([new PdfPiece(sheet.Faces.Printable(text), new PdfLook(Bold: heads))], Heads: heads);
        blocks.Text(blocks.Plain(ProposalsTexts.SignOffDone), PdfBlockLevelElementTag.Paragraph, PdfBlocks.Size);
        tables.Draw([
            new PdfRow(true, [Cell(ProposalsTexts.Organisation, heads: true), Cell(ProposalsTexts.SignedColumn, heads: true)]),
            .. view.SignedBy.Select(signed => new PdfRow(false, [Cell(view.NameOf(signed.OrganisationId)), Cell(clock.Day(signed.At))]))]);
        if (view.Proposal.PublishedAt is { } published) blocks.Text(blocks.Plain($"{ProposalsTexts.PublishedAt} {clock.Day(published)}"), PdfBlockLevelElementTag.Paragraph, PdfBlocks.Size);
        blocks.Text(blocks.Plain($"{ProposalsTexts.HashLabel} {view.Proposal.ContentHash}"), PdfBlockLevelElementTag.Paragraph, PdfBlocks.Size);
        blocks.Text(blocks.Plain($"{ProposalsTexts.AddressLabel} {Whole(Links.Proposal(view.Proposal.Number))}"), PdfBlockLevelElementTag.Paragraph, PdfBlocks.Size);
    }

    /// <summary>With the configured address of the site. Never with that of a request, which is its sender's choice: the file is kept for everybody.</summary>
    private string Whole(string path) => (site.Value.PublicUrl?.AbsoluteUri.TrimEnd('/') ?? "") + path;

    /// <summary>Whole addresses only: a file is read where the site is not. Places within the text are no addresses.</summary>
    private string? AddressOf(string href)
    {
        if (href.StartsWith('/')) href = Whole(href);
        return Uri.TryCreate(href, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" or "mailto" ? address.AbsoluteUri : null;
    }
}

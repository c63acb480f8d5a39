using System.Globalization;
using Microsoft.Extensions.Options;
using Participation.Domain.Proposals;
using Participation.Web.Accounts.Levels;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Proposals.Writing;
using Participation.Web.Shared;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Participation.Web.Proposals.Printing;

/// <summary>A signed proposal as a tagged PDF: text, costs, who signed when, and the hash of what was signed.</summary>
public sealed class ProposalPdf(LetterFonts fonts, CityClock clock, SiteAddress site, IOptions<CityOptions> city)
{
    private const double Small = 9;
    private const double Body = 10.5;

    /// <summary>Laid out twice: how many pages there are is known only at the end, and stands on each of them.</summary>
    public byte[] Write(ProposalView view)
    {
        PrintFonts.Use(fonts);
        using var first = Lay(view, 0, out var pages);
        using var document = Lay(view, pages, out _);
        using var bytes = new MemoryStream();
        document.Save(bytes, closeStream: false);
        return bytes.ToArray();
    }

    private PdfDocument Lay(ProposalView view, int total, out int pages)
    {
        var (proposal, document) = (view.Proposal, new PdfDocument());
        var accessibility = UAManager.ForDocument(document);
        accessibility.SetDocumentLanguage(CultureInfo.CurrentUICulture.Name);
        (document.Info.Title, document.Info.Author, document.Info.Subject) = (proposal.Title, string.Join(", ", view.Signatories.Select(party => party.Name)), proposal.Summary);
        using var sheet = new PrintSheet(document, accessibility, $"{city.Value.Brand} {city.Value.BrandPlace} · {ProposalsTexts.Crumb.With(proposal.Number)} · {site.Of(Links.Proposal(proposal.Number))}", total);
        sheet.Within(PdfGroupingElementTag.Document, () =>
        {
            Head(sheet, view);
            foreach (var section in view.Sections) Section(sheet, view, section);
            Signatures(sheet, view);
        });
        pages = sheet.Pages;
        return document;
    }

    private void Head(PrintSheet sheet, ProposalView view)
    {
        var proposal = view.Proposal;
        sheet.Text(PdfBlockLevelElementTag.Paragraph, [Plain($"{ProposalsTexts.Crumb.With(proposal.Number)} · {ProposalWords.Of(proposal.Status)}{(proposal.PublishedAt is { } at ? " · " + ProposalsTexts.PublishedOn.With(clock.Day(at)) : "")}")], Small);
        sheet.Skip(4);
        sheet.Text(PdfBlockLevelElementTag.Heading1, [Bold(proposal.Title)], 21);
        sheet.Skip(4);
        if (proposal.Summary.Length > 0) sheet.Text(PdfBlockLevelElementTag.Paragraph, [Plain(proposal.Summary)], 12.5);
        sheet.Skip(8);
        foreach (var party in view.Joined) sheet.Text(PdfBlockLevelElementTag.Paragraph, [Bold(party.Name + ", "), Plain(ProposalWords.Of(party.Role))], Body);
        if (view.Ideas.Count == 0) return;
        sheet.Skip(4);
        sheet.Text(PdfBlockLevelElementTag.Paragraph, [Bold(ProposalsTexts.ComesFrom + ": "), Plain(string.Join("; ", view.Ideas.Select(idea => $"{idea.Title} ({idea.Organisation ?? idea.Author})")))], Body);
    }

    private static void Section(PrintSheet sheet, ProposalView view, SectionView section)
    {
        sheet.Skip(14);
        sheet.Keep(60);
        sheet.Text(PdfBlockLevelElementTag.Heading2, [Bold(WritingWords.Of(section.Section))], 14);
        sheet.Skip(4);
        if (section.Section is SectionKind.Costs && view.Costs.Count > 0) Costs(sheet, view.Costs);
        new PrintHtml(sheet).Write(section.Html);
    }

    private static void Costs(PrintSheet sheet, IReadOnlyList<CostLine> costs)
    {
        double[] ends = [sheet.Width - 190, sheet.Width - 95, sheet.Width];
        sheet.Within(PdfBlockLevelElementTag.Table, () =>
        {
            sheet.Row([ProposalsTexts.CostLabel, ProposalsTexts.OneOff, ProposalsTexts.Yearly], ends, 9.5, head: true, bold: true);
            foreach (var line in costs) sheet.Row([line.Label, Euros.Show(line.OneOff), Euros.Show(line.Yearly)], ends, 9.5, head: false, bold: false);
            sheet.Row([ProposalsTexts.Sum, Euros.Show(costs.Sum(line => line.OneOff ?? 0)), Euros.Show(costs.Sum(line => line.Yearly ?? 0))], ends, 9.5, head: false, bold: true);
        });
        sheet.Skip(8);
    }

    private void Signatures(PrintSheet sheet, ProposalView view)
    {
        sheet.Skip(14);
        sheet.Keep(120);
        sheet.Text(PdfBlockLevelElementTag.Heading2, [Bold(ProposalsTexts.Signing)], 14);
        sheet.Skip(4);
        foreach (var party in view.Signatories) sheet.Text(PdfBlockLevelElementTag.Paragraph, [Bold(party.Name + ": "), Plain(ProposalWords.Signature(party, clock))], Body);
        sheet.Skip(6);
        sheet.Text(PdfBlockLevelElementTag.Paragraph, [Plain(ProposalsTexts.HashText)], Small);
        sheet.Text(PdfBlockLevelElementTag.Paragraph, [Plain(view.Proposal.ContentHash ?? "")], Small);
    }

    private static PrintRun Plain(string text) => new(text, false, false);

    private static PrintRun Bold(string text) => new(text, true, false);
}

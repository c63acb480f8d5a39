using System.Globalization;
using System.Security.Cryptography;
using AngleSharp.Html.Parser;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.News;
using Participation.Domain.Uploads;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Proposals.Pdf;
using Participation.Web.Uploads.Documents;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Participation.Web.Demo;

/// <summary>
/// Files beside some of the demo city's papers, made from the papers' own words, so that size, search in files and OParl's files can be seen. Each says that it is invented, or for what it stands:
/// the strategy paper of 2021 is the city's, and its report in the news shows the same file.
/// </summary>
internal sealed class DemoDocuments(ParticipationDbContext db, PdfFaces faces)
{
    private const int MostPages = 10;
    private const double TitleSize = 18;
    private const string Strategy = "vorlage-strategie-2021";
    private const string Invented = "Diese Unterlage ist erfunden. Sie zeigt, wie eine Vorlage mit Datei aussieht; im Ratsinformationssystem der Stadt gibt es sie nicht.";
    private const string InItsPlace = "Diese Datei steht in der Demo an der Stelle des Strategiepapiers der Stadt (PDF, 649 KB, 39 Seiten); dessen Text enthält sie nicht. Maßgeblich ist die Veröffentlichung der Stadt.";
    private static readonly string[] WithFile = ["vorlage-behoerdenlotse-2026", "vorlage-digitallotsen-2026", "vorlage-buergerbudget-2026", "vorlage-sensornetz-2026", "vorlage-untertitel-2026", Strategy];

    /// <param name="council">Whose papers.</param>
    /// <param name="report">The report of 2021.</param>
    /// <param name="people">Who published them.</param>
    /// <returns>How many there are.</returns>
    public int Add(DemoCouncil council, Article report, DemoPeople people)
    {
        for (var number = 1; number <= WithFile.Length; number++)
        {
            var paper = council.Papers[WithFile[number - 1]];
            var isStrategy = WithFile[number - 1] is Strategy;
            var file = Write(paper, isStrategy ? InItsPlace : Invented);
            var (text, pages) = PdfText.Of(file);
            var content = new DocumentContent(file, Convert.ToHexStringLower(SHA256.HashData(file)), Convert.ToHexStringLower(SHA512.HashData(file)), text, pages);
            var document = Document.Publish(number, isStrategy ? paper.Name : $"{paper.PaperType} {paper.Reference}", content, people.OwnerOf("stadt-ratingen"), paper.CreatedAt);
            db.Documents.Add(document);
            db.Attachments.Add(Attachment.Of(Subject.Of(paper.Id), document.Id, 0));
            if (isStrategy) db.Attachments.Add(Attachment.Of(Subject.Of(report.Id), document.Id, 0));
        }

        return WithFile.Length;
    }

    private byte[] Write(Paper paper, string note)
    {
        using var document = new PdfDocument();
        UAManager.ForDocument(document).SetDocumentLanguage(Languages.All[0]);
        (document.Info.Title, document.Info.Author) = (paper.Name, "Demo-Stadt");
        document.Info.CreationDate = document.Info.ModificationDate = paper.CreatedAt.UtcDateTime;
        var sheet = new PdfSheet(document, faces, faces.Printable($"{paper.Reference} · Unterlage der Demo-Stadt"), MostPages);
        var blocks = new PdfBlocks(sheet, new PdfTables(sheet), _ => null);
        void Line(string text, bool bold = false) => blocks.Text(blocks.Plain(text, bold), PdfBlockLevelElementTag.Paragraph, PdfBlocks.Size);
        Line($"{paper.PaperType} {paper.Reference}{(paper.Date is { } day ? day.ToString("', 'd. MMMM yyyy", CultureInfo.GetCultureInfo("de-DE")) : "")}");
        blocks.Text(blocks.Plain(paper.Name, bold: true), PdfBlockLevelElementTag.Heading1, TitleSize);
        using var body = new HtmlParser().ParseDocument(paper.Summary.Html);
        blocks.Draw(body.Body!);
        Line(note, bold: true);
        sheet.Finish();
        using var file = new MemoryStream();
        document.Save(file, closeStream: false);
        return Proposals.Pdf.PdfMetadata.Replace(file.ToArray(), document, paper.Name, "Demo-Stadt");
    }
}

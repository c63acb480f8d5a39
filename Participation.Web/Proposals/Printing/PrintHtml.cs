using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PdfSharp.UniversalAccessibility;

namespace Participation.Web.Proposals.Printing;

/// <summary>Writes the stored rendering of a text onto a sheet: what is printed is what the page shows. Images stand there by their description.</summary>
internal sealed partial class PrintHtml(PrintSheet sheet)
{
    private const double Size = 10.5;
    private const double Indent = 18;
    private const int DeepestList = 6;

    public void Write(string html) => Blocks(new HtmlParser().ParseDocument(html).Body!, 0);

    private void Blocks(IElement parent, int depth)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IElement element) Block(element, depth);
            else if (node is IText { TextContent: var text } && !string.IsNullOrWhiteSpace(text)) sheet.Text(PdfBlockLevelElementTag.Paragraph, [new PrintRun(Space().Replace(text, " ").Trim(), false, false)], Size, depth * Indent);
        }
    }

    private void Block(IElement element, int depth)
    {
        switch (element.LocalName)
        {
            case "ul" or "ol":
                List(element, depth);
                break;
            case "table":
                Table(element);
                break;
            case "pre":
                Paragraph(PdfBlockLevelElementTag.Paragraph, [new PrintRun(element.TextContent.TrimEnd(), false, false)], depth);
                break;
            case "blockquote":
                sheet.Within(PdfGroupingElementTag.BlockQuotation, () => Blocks(element, Math.Min(depth + 1, DeepestList)));
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                sheet.Skip(4);
                Paragraph(PdfBlockLevelElementTag.Heading3, Runs(element, bold: true), depth);
                break;
            case "p":
                Paragraph(PdfBlockLevelElementTag.Paragraph, Runs(element), depth);
                break;
            case "hr":
                sheet.Skip(8);
                break;
            default:
                if (element.QuerySelector("p, ul, ol, table, blockquote, pre, h2, h3, h4, h5, h6") is not null) Blocks(element, depth);
                else Paragraph(PdfBlockLevelElementTag.Paragraph, Runs(element), depth);
                break;
        }
    }

    private void Paragraph(PdfBlockLevelElementTag tag, IReadOnlyList<PrintRun> runs, int depth)
    {
        if (runs.Count == 0) return;
        sheet.Text(tag, runs, Size, depth * Indent);
        sheet.Skip(5);
    }

    private void List(IElement list, int depth)
    {
        var number = list is IHtmlOrderedListElement { Start: var start } ? start : (int?)null;
        var inner = Math.Min(depth + 1, DeepestList);
        sheet.Within(PdfBlockLevelElementTag.List, () =>
        {
            foreach (var item in list.Children.Where(child => child.LocalName == "li"))
            {
                var marker = number is { } n ? string.Create(CultureInfo.InvariantCulture, $"{n}.") : "•";
                if (number is not null) number++;
                sheet.Within(PdfBlockLevelElementTag.ListItem, () => Item(item, marker, inner));
            }
        });
        sheet.Skip(3);
    }

    private void Item(IElement item, string marker, int depth)
    {
        var nested = item.Children.Where(child => child.LocalName is "ul" or "ol" or "table" or "blockquote" or "pre").ToList();
        sheet.Text(PdfBlockLevelElementTag.ListBody, Runs(item, skip: nested), Size, depth * Indent, marker);
        sheet.Skip(2);
        foreach (var child in nested) Block(child, depth);
    }

    private void Table(IElement table)
    {
        var rows = table.QuerySelectorAll("tr").Select(row => (Cells: row.Children.Select(cell => Space().Replace(cell.TextContent, " ").Trim()).ToList(), IsHead: row.Children.All(cell => cell.LocalName == "th"))).Where(row => row.Cells.Count > 0).ToList();
        if (rows.Count == 0) return;
        var columns = rows.Max(row => row.Cells.Count);
        var first = columns == 1 ? sheet.Width : sheet.Width * 0.4;
        double[] ends = [first, .. Enumerable.Range(1, columns - 1).Select(column => first + ((sheet.Width - first) * column / (columns - 1)))];
        sheet.Skip(3);
        sheet.Within(PdfBlockLevelElementTag.Table, () =>
        {
            foreach (var (cells, isHead) in rows) sheet.Row(cells, ends, 9.5, isHead, isHead);
        });
        sheet.Skip(6);
    }

    private static List<PrintRun> Runs(IElement element, bool bold = false, IReadOnlyCollection<IElement>? skip = null)
    {
        var runs = new List<PrintRun>();
        Collect(element, bold, false, skip ?? [], runs);
        if (runs.Count > 0) runs[0] = runs[0] with { Text = runs[0].Text.TrimStart() };
        return [.. runs.Where(run => run.Text.Length > 0)];
    }

    private static void Collect(INode node, bool bold, bool italic, IReadOnlyCollection<IElement> skip, List<PrintRun> runs)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text) runs.Add(new PrintRun(Space().Replace(text.TextContent, " "), bold, italic));
            else if (child is IHtmlImageElement image) runs.Add(new PrintRun($"[{image.AlternativeText}]", bold, italic));
            else if (child is IElement { LocalName: "br" }) runs.Add(new PrintRun(PrintWords.Break, bold, italic));
            else if (child is IElement element && !skip.Contains(element)) Collect(element, bold || element.LocalName is "strong" or "th", italic || element.LocalName is "em", skip, runs);
        }
    }

    [GeneratedRegex("\\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}

using System.Globalization;
using AngleSharp.Dom;
using PdfSharp.UniversalAccessibility;

namespace Participation.Web.Proposals.Pdf;

/// <summary>
/// What the Markdown pipeline made, as blocks of a file: headings, paragraphs, lists, quotes, code, tables. Only the elements that the gate of the pipeline lets
/// through can occur; an image is its words.
/// </summary>
internal sealed class PdfBlocks(PdfSheet sheet, PdfTables tables, Func<string, string?> addressOf)
{
    /// <summary>Size of the text.</summary>
    public const double Size = 10.5;

    private const double Gap = 5;
    private const double Indent = 18;
    private const double MarkGap = 6;

    /// <summary>Deeper lists and quotes are not set in further: the lines would become too short.</summary>
    private const int DeepestIndent = 8;

    /// <summary>Draws the children of an element below each other.</summary>
    public void Draw(INode parent, int depth = 0)
    {
        List<INode> loose = [];
        foreach (var node in parent.ChildNodes)
        {
            if (node is IElement { LocalName: "p" or "h2" or "h3" or "h4" or "ul" or "ol" or "blockquote" or "pre" or "table" or "div" or "hr" } block)
            {
                Loose(loose, depth);
                Block(block, depth);
            }
            else
            {
                loose.Add(node);
            }
        }

        Loose(loose, depth);
    }

    /// <summary>A paragraph or heading of pieces.</summary>
    public void Text(IEnumerable<PdfPiece> pieces, PdfBlockLevelElementTag tag, double size, int depth = 0)
    {
        var left = Left(depth);
        var lines = PdfLines.Of(sheet.Faces, pieces, size, PdfSheet.Left + PdfSheet.Width - left);
        if (lines.Count == 0) return;
        if (tag is not PdfBlockLevelElementTag.Paragraph) sheet.Space(Gap);
        // A heading stays with the lines that follow it.
        sheet.Need(PdfSheet.LineHeight(size) * (tag is PdfBlockLevelElementTag.Paragraph ? 1 : 3));
        sheet.Tags.BeginElement(tag);
        sheet.Lines(lines, size, left);
        sheet.Tags.End();
        sheet.Space(Gap);
    }

    /// <summary>The pieces of a text, in one look.</summary>
    public IReadOnlyList<PdfPiece> Plain(string text, bool bold = false) => [new PdfPiece(sheet.Faces.Printable(text), new PdfLook(bold))];

    private void Loose(List<INode> nodes, int depth)
    {
        if (nodes.Exists(node => !string.IsNullOrWhiteSpace(node.TextContent) || node is IElement { LocalName: "img" })) Text(Pieces(nodes), PdfBlockLevelElementTag.Paragraph, Size, depth);
        nodes.Clear();
    }

    private void Block(IElement block, int depth)
    {
        switch (block.LocalName)
        {
            case "h2": Text(Pieces(block.ChildNodes, new PdfLook(Bold: true)), PdfBlockLevelElementTag.Heading3, Size + 2, depth); break;
            case "h3": Text(Pieces(block.ChildNodes, new PdfLook(Bold: true)), PdfBlockLevelElementTag.Heading4, Size + 1, depth); break;
            case "h4": Text(Pieces(block.ChildNodes, new PdfLook(Bold: true)), PdfBlockLevelElementTag.Heading5, Size, depth); break;
            case "ul" or "ol": List(block, depth); break;
            case "blockquote": Quote(block, depth); break;
            case "pre": Text(Plain(block.TextContent, keepLines: true), PdfBlockLevelElementTag.Paragraph, Size - 1, depth + 1); break;
            case "table": tables.Draw(Rows(block)); break;
            case "hr": sheet.Space(Gap * 2); break;
            case "div": Draw(block, depth); break;
            default: Text(Pieces(block.ChildNodes), PdfBlockLevelElementTag.Paragraph, Size, depth); break;
        }
    }

    private void Quote(IElement quote, int depth)
    {
        sheet.Tags.BeginElement(PdfGroupingElementTag.BlockQuotation);
        Draw(quote, depth + 1);
        sheet.Tags.End();
    }

    private void List(IElement list, int depth)
    {
        var number = int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        sheet.Tags.BeginElement(PdfBlockLevelElementTag.List);
        foreach (var item in list.Children.Where(child => child.LocalName is "li"))
        {
            sheet.Tags.BeginElement(PdfBlockLevelElementTag.ListItem);
            sheet.Tags.BeginElement(PdfBlockLevelElementTag.Label);
            sheet.Mark(list.LocalName is "ol" ? string.Create(CultureInfo.InvariantCulture, $"{number++}.") : "•", Size, Left(depth + 1) - MarkGap);
            sheet.Tags.End();
            sheet.Tags.BeginElement(PdfBlockLevelElementTag.ListBody);
            if (string.IsNullOrWhiteSpace(item.TextContent) && item.QuerySelector("img") is null) Text(Plain("–"), PdfBlockLevelElementTag.Paragraph, Size, depth + 1);
            else Draw(item, depth + 1);
            sheet.Tags.End();
            sheet.Tags.End();
        }

        sheet.Tags.End();
    }

    private List<PdfRow> Rows(IElement table) => [.. table.QuerySelectorAll("tr").Select(row => new PdfRow(
        row.ParentElement?.LocalName is "thead", [.. row.Children.Select(cell => new PdfCell([.. Pieces(cell.ChildNodes, new PdfLook(Bold: cell.LocalName is "th"))], cell.ClassName is "num", cell.LocalName is "th"))]))];

    private IReadOnlyList<PdfPiece> Plain(string text, bool keepLines, bool bold = false) =>
        keepLines ? [new PdfPiece(string.Join('\n', text.TrimEnd('\n').Split('\n').Select(sheet.Faces.Printable)), new PdfLook(bold))] : Plain(text, bold);

    private static double Left(int depth) => PdfSheet.Left + (Math.Min(depth, DeepestIndent) * Indent);

    private IEnumerable<PdfPiece> Pieces(IEnumerable<INode> nodes, PdfLook? look = null) => nodes.SelectMany(node => Pieces(node, look ?? new PdfLook()));

    private IEnumerable<PdfPiece> Pieces(INode node, PdfLook look)
    {
        if (node is IText text) return [new PdfPiece(sheet.Faces.Printable(text.Data), look)];
        if (node is not IElement element) return [];
        return element switch
        {
            { LocalName: "br" } => [new PdfPiece("\n", look)],
            { LocalName: "img" } => Words($"[{element.GetAttribute("alt")}]", look),
            { ClassName: "task" } => Words("[ ] ", look),
            { ClassName: "task task--done" } => Words("[x] ", look),
            { ClassName: "footnote-back" } => [],
            { LocalName: "strong" or "th" } => Pieces(node.ChildNodes, look with { Bold = true }),
            { LocalName: "em" } => Pieces(node.ChildNodes, look with { Italic = true }),
            { LocalName: "sup" } => Pieces(node.ChildNodes, look with { Small = true }),
            { LocalName: "a" } => Pieces(node.ChildNodes, look with { Link = addressOf(element.GetAttribute("href") ?? "") }),
            _ => Pieces(node.ChildNodes, look),
        };
    }

    private PdfPiece[] Words(string text, PdfLook look) => [new PdfPiece(sheet.Faces.Printable(text), look)];
}

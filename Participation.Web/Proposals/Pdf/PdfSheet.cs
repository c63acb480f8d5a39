using System.Globalization;
using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Annotations;
using PdfSharp.UniversalAccessibility;

namespace Participation.Web.Proposals.Pdf;

/// <summary>A4 pages that fill from the top, in points. Everything that is drawn is part of the tree that screen readers read, or marked as decoration.</summary>
internal sealed class PdfSheet(PdfDocument document, PdfFaces faces, string footer, int mostPages)
{
    /// <summary>Size of a footnote's number, as a part of the text's.</summary>
    public const double SmallSize = 0.7;

    private const double Millimetre = 72 / 25.4;
    private const double Top = 20 * Millimetre;
    private const double Bottom = 275 * Millimetre;
    private const double FooterSize = 8;
    private const double Leading = 1.35;
    private const double Raised = 0.35;
    private static readonly XSolidBrush Ink = new(XColor.FromArgb(0x1c, 0x1c, 0x1c));
    private static readonly XSolidBrush LinkInk = new(XColor.FromArgb(0x00, 0x4b, 0x76));
    private static readonly XPen Rule = new(XColor.FromArgb(0x9a, 0x9a, 0x9a), 0.5);
    private readonly Dictionary<(bool, bool, double), XFont> _fonts = [];
    private XGraphics _page = null!;
    private double _y;

    /// <summary>Left edge of the text.</summary>
    public const double Left = 22 * Millimetre;

    /// <summary>Width of the text.</summary>
    public const double Width = 166 * Millimetre;

    /// <summary>Height of the text.</summary>
    public const double Height = Bottom - Top;

    /// <summary>What screen readers read.</summary>
    public StructureBuilder Tags { get; } = UAManager.ForDocument(document).StructureBuilder;

    /// <summary>The faces it is set in.</summary>
    public PdfFaces Faces => faces;

    /// <summary>Height of a line.</summary>
    public static double LineHeight(double size) => size * Leading;

    /// <summary>Leaves room, unless the page has just begun.</summary>
    public void Space(double height)
    {
        if (_y > Top) _y += height;
    }

    /// <summary>Begins a new page when so much does not fit on this one.</summary>
    public void Need(double height)
    {
        if (_page is null || _y + height > Bottom) NextPage();
    }

    /// <summary>Where the next section begins, for the outline.</summary>
    public PdfPage Page => document.Pages[^1];

    /// <summary>Draws lines within the element that is open.</summary>
    public void Lines(IReadOnlyList<IReadOnlyList<PdfPiece>> lines, double size, double left)
    {
        foreach (var line in lines)
        {
            Need(LineHeight(size));
            Draw(line, size, left, _y + size);
            _y += LineHeight(size);
        }
    }

    /// <summary>Draws the cells of a row beside each other; they must fit on a page.</summary>
    /// <param name="cells">The lines of each cell, and its left edge.</param>
    /// <param name="size">Size of the text.</param>
    /// <param name="begin">Opens the element of a cell.</param>
    public void Row(IReadOnlyList<(IReadOnlyList<IReadOnlyList<PdfPiece>> Lines, Func<IReadOnlyList<PdfPiece>, double> Left)> cells, double size, Action<int> begin)
    {
        var height = (Math.Max(1, cells.Max(cell => cell.Lines.Count)) * LineHeight(size)) + 4;
        Need(height);
        for (var i = 0; i < cells.Count; i++)
        {
            begin(i);
            foreach (var (line, index) in cells[i].Lines.Select((line, index) => (line, index))) Draw(line, size, cells[i].Left(line), _y + size + (index * LineHeight(size)));
            Tags.End();
        }

        _y += height;
        Tags.BeginArtifact();
        _page.DrawLine(Rule, Left, _y - 2, Left + Width, _y - 2);
        Tags.End();
        _y += 1;
    }

    /// <summary>Draws at the height of the next line, which it leaves free, up to a right edge: the mark of a list's item.</summary>
    public void Mark(string text, double size, double right)
    {
        Need(LineHeight(size));
        Draw([new PdfPiece(text, new PdfLook())], size, right - faces.Width(text, new PdfLook(), size), _y + size);
    }

    private void Draw(IReadOnlyList<PdfPiece> line, double size, double left, double baseline)
    {
        foreach (var piece in line)
        {
            var look = piece.Look;
            var own = look.Small ? size * SmallSize : size;
            var (width, at) = (faces.Width(piece.Text, look, own), look.Small ? baseline - (size * Raised) : baseline);
            if (look.Link is { } address)
            {
                var area = new PdfRectangle(_page.Transformer.WorldToDefaultPage(new XRect(left, at - own, width, LineHeight(own))));
                Tags.BeginElement(PdfLinkAnnotation.CreateWebLink(area, address), address);
            }

            _page.DrawString(piece.Text, Font(look, own), look.Link is null ? Ink : LinkInk, new XPoint(left, at));
            if (look.Link is not null) Tags.End();
            left += width;
        }
    }

    private void NextPage()
    {
        if (document.PageCount >= mostPages) throw new PdfIsTooLongException();
        if (_page is not null)
        {
            Tags.EndMarkedContentsWithId();
            _page.Dispose();
        }

        var page = document.AddPage();
        page.Size = PageSize.A4;
        _page = XGraphics.FromPdfPage(page);
        Tags.BeginArtifact();
        _page.DrawString(footer, Font(new PdfLook(), FooterSize), Ink, new XPoint(Left, Bottom + (10 * Millimetre)));
        var number = document.PageCount.ToString(CultureInfo.InvariantCulture);
        _page.DrawString(number, Font(new PdfLook(), FooterSize), Ink, new XPoint(Left + Width - faces.Width(number, new PdfLook(), FooterSize), Bottom + (10 * Millimetre)));
        Tags.End();
        _y = Top;
    }

    /// <summary>Ends the last page.</summary>
    public void Finish()
    {
        Tags.EndMarkedContentsWithId();
        _page?.Dispose();
    }

    private XFont Font(PdfLook look, double size)
    {
        var key = (look.Bold, look.Italic, size);
        return _fonts.TryGetValue(key, out var known) ? known : _fonts[key] = faces.Font(look, size);
    }
}

/// <summary>The text needs more pages than a file may have.</summary>
internal sealed class PdfIsTooLongException : Exception;

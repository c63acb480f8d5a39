using Participation.Web.Shared;
using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Participation.Web.Proposals.Printing;

/// <summary>A piece of text in one style.</summary>
internal readonly record struct PrintRun(string Text, bool Bold, bool Italic);

/// <summary>
/// A4 pages filled from top to bottom, every text with its tag, so that a screen reader knows headings, paragraphs, lists and tables. Lengths are points. A tag never
/// spans two pages: what goes on there begins anew, with the same tag.
/// </summary>
internal sealed class PrintSheet : IDisposable
{
    private const double Left = 70;
    private const double Right = 525;
    private const double Top = 64;
    private const double Bottom = 770;
    private const double FootAt = 800;
    private const double Leading = 1.4;

    private readonly PdfDocument _document;
    private readonly StructureBuilder _tags;
    private readonly string _foot;
    private readonly int _total;
    private readonly Dictionary<(double Size, bool Bold, bool Italic), XFont> _fonts = [];
    private XGraphics _page = null!;
    private double _y;

    public PrintSheet(PdfDocument document, UAManager accessibility, string foot, int total)
    {
        (_document, _tags, _foot, _total) = (document, accessibility.StructureBuilder, foot, total);
        Turn();
    }

    public int Pages => _document.PageCount;

    public double Width => Right - Left;

    /// <summary>Leaves room, unless at the top of a page.</summary>
    public void Skip(double points) => _y = _y > Top ? _y + points : _y;

    /// <summary>Begins a page when less than so much is left.</summary>
    public void Keep(double points)
    {
        if (_y + points > Bottom) Turn();
    }

    /// <summary>A block of text, broken into lines; the marker of a list stands left of it.</summary>
    public void Text(PdfBlockLevelElementTag tag, IReadOnlyList<PrintRun> runs, double size, double indent = 0, string? marker = null)
    {
        var lines = Lines(runs, size, Width - indent);
        var tall = size * Leading;
        Keep(tall * Math.Min(lines.Count, 2));
        _tags.BeginElement(tag);
        foreach (var (line, isFirst) in lines.Select((line, index) => (line, index == 0)))
        {
            if (_y + tall > Bottom)
            {
                _tags.End();
                Turn();
                _tags.BeginElement(tag);
            }

            if (isFirst && marker is not null) Draw(marker, Left + indent - (size * 1.4), size, false, false);
            Write(line, Left + indent, size);
            _y += tall;
        }

        _tags.End();
    }

    /// <summary>One row of a table whose columns end at the given places; all but the first stand at their right edge.</summary>
    public void Row(IReadOnlyList<string> cells, IReadOnlyList<double> ends, double size, bool head, bool bold)
    {
        var (wide, tall) = (ends[0] - 8, size * Leading);
        var first = Lines([new PrintRun(cells[0], bold, false)], size, wide);
        Keep(tall * first.Count);
        var (top, cell) = (_y, head ? PdfBlockLevelElementTag.TableHeaderCell : PdfBlockLevelElementTag.TableDataCell);
        _tags.BeginElement(PdfBlockLevelElementTag.TableRow);
        _tags.BeginElement(cell);
        foreach (var line in first)
        {
            Write(line, Left, size);
            _y += tall;
        }

        _tags.End();
        for (var i = 1; i < cells.Count; i++)
        {
            _tags.BeginElement(cell);
            _page.DrawString(cells[i], Font(size, bold, false), XBrushes.Black, new XPoint(Left + ends[i], top + size), XStringFormats.BaseLineRight);
            _tags.End();
        }

        _tags.End();
        Rule(bold ? 0.9 : 0.4);
    }

    /// <summary>Puts a tag around what is written meanwhile.</summary>
    public void Within(PdfBlockLevelElementTag tag, Action content)
    {
        _tags.BeginElement(tag);
        content();
        _tags.End();
    }

    /// <summary>Puts a tag around what is written meanwhile.</summary>
    public void Within(PdfGroupingElementTag tag, Action content)
    {
        _tags.BeginElement(tag);
        content();
        _tags.End();
    }

    public void Dispose() => _page.Dispose();

    private void Rule(double thick)
    {
        _y += 2;
        _tags.BeginArtifact();
        _page.DrawLine(new XPen(XColors.Black, thick), Left, _y, Right, _y);
        _tags.End();
        _y += 4;
    }

    private void Turn()
    {
        _page?.Dispose();
        var page = _document.AddPage();
        page.Size = PageSize.A4;
        _page = XGraphics.FromPdfPage(page);
        _y = Top;
        _tags.BeginArtifact();
        _page.DrawString(_foot, Font(8, false, false), XBrushes.Black, new XPoint(Left, FootAt));
        _page.DrawString(ProposalsTexts.PrintPage.With(_document.PageCount, Math.Max(_total, _document.PageCount)), Font(8, false, false), XBrushes.Black, new XPoint(Right, FootAt), XStringFormats.BaseLineRight);
        _tags.End();
    }

    private void Write(IEnumerable<PrintRun> line, double x, double size)
    {
        foreach (var run in line) x += Draw(run.Text, x, size, run.Bold, run.Italic);
    }

    private double Draw(string text, double x, double size, bool bold, bool italic)
    {
        _page.DrawString(text, Font(size, bold, italic), XBrushes.Black, new XPoint(x, _y + size));
        return WidthOf(text, size, bold, italic);
    }

    /// <summary>Breaks runs into lines at spaces; a word that is wider than a line is cut.</summary>
    private List<List<PrintRun>> Lines(IReadOnlyList<PrintRun> runs, double size, double wide)
    {
        var (lines, line, used) = (new List<List<PrintRun>>(), new List<PrintRun>(), 0.0);
        foreach (var word in runs.SelectMany(run => PrintWords.Of(run)).SelectMany(word => Cut(word, size, wide)))
        {
            var width = WidthOf(word.Text, size, word.Bold, word.Italic);
            if (word.Text == PrintWords.Break || (line.Count > 0 && used + WidthOf(word.Text.TrimEnd(), size, word.Bold, word.Italic) > wide))
            {
                lines.Add(line);
                (line, used) = ([], 0);
            }

            if (word.Text == PrintWords.Break) continue;
            line.Add(word);
            used += width;
        }

        if (line.Count > 0) lines.Add(line);
        return lines;
    }

    private IEnumerable<PrintRun> Cut(PrintRun word, double size, double wide)
    {
        var text = word.Text;
        while (text.Length > 1 && WidthOf(text.TrimEnd(), size, word.Bold, word.Italic) > wide)
        {
            var fits = text.Length - 1;
            while (fits > 1 && WidthOf(text[..fits], size, word.Bold, word.Italic) > wide) fits--;
            if (char.IsHighSurrogate(text[fits - 1]) && fits > 1) fits--;
            yield return word with { Text = text[..fits] };
            text = text[fits..];
        }

        yield return word with { Text = text };
    }

    private double WidthOf(string text, double size, bool bold, bool italic) => _page.MeasureString(text, Font(size, bold, italic), XStringFormats.BaseLineLeft).Width;

    private XFont Font(double size, bool bold, bool italic)
    {
        if (_fonts.TryGetValue((size, bold, italic), out var font)) return font;
        var style = (bold ? XFontStyleEx.Bold : XFontStyleEx.Regular) | (italic ? XFontStyleEx.Italic : XFontStyleEx.Regular);
        return _fonts[(size, bold, italic)] = new XFont(PrintFonts.Family, size, style);
    }
}

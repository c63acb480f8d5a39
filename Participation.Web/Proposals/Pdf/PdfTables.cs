using PdfSharp.UniversalAccessibility;

namespace Participation.Web.Proposals.Pdf;

/// <summary>A cell of a table.</summary>
/// <param name="Pieces">What it says.</param>
/// <param name="Right">Whether it is a number, which ends at the right.</param>
/// <param name="Heads">Whether it names its column or its row.</param>
internal sealed record PdfCell(IReadOnlyList<PdfPiece> Pieces, bool Right = false, bool Heads = false);

/// <summary>A row of a table.</summary>
/// <param name="IsHead">Whether it names the columns.</param>
/// <param name="Cells">Its cells.</param>
internal sealed record PdfRow(bool IsHead, IReadOnlyList<PdfCell> Cells);

/// <summary>Draws tables. One with more columns than a page has room for, or with a cell as long as half a page, is read row by row instead.</summary>
internal sealed class PdfTables(PdfSheet sheet)
{
    private const double Size = 9.5;
    private const double Between = 8;
    private const double Narrowest = 45;

    public void Draw(IReadOnlyList<PdfRow> rows)
    {
        var columns = rows.Count == 0 ? 0 : rows.Max(row => row.Cells.Count);
        if (columns == 0) return;
        if (columns * Narrowest > PdfSheet.Width)
        {
            InWords(rows);
            return;
        }

        var widths = Widths(rows, columns);
        var lines = rows.Select(row => row.Cells.Select((cell, index) => PdfLines.Of(sheet.Faces, cell.Pieces, Size, widths[index])).ToList()).ToList();
        if (lines.Exists(row => row.Exists(cell => cell.Count * PdfSheet.LineHeight(Size) > PdfSheet.Height / 2))) InWords(rows);
        else Cells(rows, lines, widths);
        sheet.Space(Between);
    }

    private void Cells(IReadOnlyList<PdfRow> rows, List<List<IReadOnlyList<IReadOnlyList<PdfPiece>>>> lines, double[] widths)
    {
        var lefts = new double[widths.Length];
        for (var i = 0; i < lefts.Length; i++) lefts[i] = i == 0 ? PdfSheet.Left : lefts[i - 1] + widths[i - 1] + Between;
        sheet.Tags.BeginElement(PdfBlockLevelElementTag.Table);
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
        {
            if (row.Cells.Count == 0) continue;
            sheet.Tags.BeginElement(PdfBlockLevelElementTag.TableRow);
            sheet.Row([.. row.Cells.Select((cell, at) => (lines[index][at], (Func<IReadOnlyList<PdfPiece>, double>)(line => lefts[at] + (cell.Right ? Math.Max(0, widths[at] - WidthOf(line)) : 0))))], Size, at => Begin(row, row.Cells[at]));
            sheet.Tags.End();
        }

        sheet.Tags.End();
    }

    private void Begin(PdfRow row, PdfCell cell)
    {
        sheet.Tags.BeginElement(cell.Heads ? PdfBlockLevelElementTag.TableHeaderCell : PdfBlockLevelElementTag.TableDataCell);
        if (cell.Heads) sheet.Tags.CurrentStructureElement.TableAttributes.Elements.SetName("/Scope", row.IsHead ? "/Column" : "/Row");
    }

    /// <summary>A paragraph for each row.</summary>
    private void InWords(IReadOnlyList<PdfRow> rows)
    {
        foreach (var row in rows)
        {
            var pieces = row.Cells.SelectMany((cell, index) => index == 0 ? cell.Pieces : [new PdfPiece(" · ", new PdfLook()), .. cell.Pieces]);
            var lines = PdfLines.Of(sheet.Faces, pieces, Size, PdfSheet.Width);
            if (lines.Count == 0) continue;
            sheet.Need(PdfSheet.LineHeight(Size));
            sheet.Tags.BeginElement(PdfBlockLevelElementTag.Paragraph);
            sheet.Lines(lines, Size, PdfSheet.Left);
            sheet.Tags.End();
        }
    }

    /// <summary>Columns as wide as they need to be; when that is too much, as they would share it, and none too narrow.</summary>
    private double[] Widths(IReadOnlyList<PdfRow> rows, int columns)
    {
        var wanted = new double[columns];
        foreach (var row in rows)
            for (var i = 0; i < row.Cells.Count; i++) wanted[i] = Math.Min(PdfSheet.Width, Math.Max(wanted[i], WidthOf(row.Cells[i].Pieces) + 1));
        var room = PdfSheet.Width - ((columns - 1) * Between);
        var least = Math.Min(Narrowest - Between, room / columns);
        var sum = wanted.Sum(width => Math.Max(width, least));
        // The first column takes what is left, so that numbers stand at the right edge.
        if (sum <= room)
        {
            for (var i = 0; i < columns; i++) wanted[i] = Math.Max(wanted[i], least);
            wanted[0] += room - sum;
            return wanted;
        }

        var beyond = wanted.Sum(width => Math.Max(0, width - least));
        return [.. wanted.Select(width => least + (Math.Max(0, width - least) * (room - (least * columns)) / beyond))];
    }

    private double WidthOf(IReadOnlyList<PdfPiece> line) => line.Sum(piece => sheet.Faces.Width(piece.Text, piece.Look, piece.Look.Small ? Size * PdfSheet.SmallSize : Size));
}

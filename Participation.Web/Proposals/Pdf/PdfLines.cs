namespace Participation.Web.Proposals.Pdf;

/// <summary>A piece of a text in one look.</summary>
/// <param name="Text">Printable text; <c>\n</c> begins a new line.</param>
/// <param name="Look">How it looks.</param>
internal sealed record PdfPiece(string Text, PdfLook Look);

/// <summary>Breaks text into lines: between words, and within a word that is wider than the line.</summary>
internal sealed class PdfLines(PdfFaces faces, double size, double width)
{
    private readonly List<IReadOnlyList<PdfPiece>> _lines = [];
    private readonly List<PdfPiece> _line = [];
    private double _used;

    /// <summary>The pieces of each line; neighbours in one look are one piece.</summary>
    public static IReadOnlyList<IReadOnlyList<PdfPiece>> Of(PdfFaces faces, IEnumerable<PdfPiece> pieces, double size, double width)
    {
        var lines = new PdfLines(faces, size, width);
        foreach (var piece in pieces) lines.Add(piece);
        if (lines._line.Count > 0) lines.End();
        return lines._lines;
    }

    private void Add(PdfPiece piece)
    {
        foreach (var (row, index) in piece.Text.Split('\n').Select((row, index) => (row, index)))
        {
            if (index > 0) End();
            for (var start = 0; start < row.Length;)
            {
                var space = row.IndexOf(' ', start);
                var end = space < 0 ? row.Length : space + 1;
                Word(row[start..end], piece.Look);
                start = end;
            }
        }
    }

    /// <summary>A word with the space behind it, which may hang over the end of the line.</summary>
    private void Word(string word, PdfLook look)
    {
        if (_used > 0 && _used + Width(word.TrimEnd(' '), look) > width) End();
        if (_line.Count == 0 && string.IsNullOrWhiteSpace(word)) return;
        while (Width(word.TrimEnd(' '), look) > width)
        {
            var fits = Fitting(word, look);
            Put(word[..fits], look);
            End();
            word = word[fits..];
        }

        Put(word, look);
    }

    /// <summary>How many letters fit on an empty line, at least one.</summary>
    private int Fitting(string word, PdfLook look)
    {
        var (letters, used) = (0, 0.0);
        while (letters < word.Length && (used += Width(word[letters].ToString(), look)) <= width) letters++;
        return Math.Max(1, letters);
    }

    private void Put(string text, PdfLook look)
    {
        if (text.Length == 0) return;
        if (_line.Count > 0 && _line[^1].Look == look) _line[^1] = new PdfPiece(_line[^1].Text + text, look);
        else _line.Add(new PdfPiece(text, look));
        _used += Width(text, look);
    }

    private void End()
    {
        _lines.Add([.. _line]);
        _line.Clear();
        _used = 0;
    }

    private double Width(string text, PdfLook look) => faces.Width(text, look, look.Small ? size * PdfSheet.SmallSize : size);
}

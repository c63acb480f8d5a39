using System.Text;
using Participation.Domain.Uploads;
using UglyToad.PdfPig;

namespace Participation.Web.Uploads.Documents;

/// <summary>The words of a PDF in reading order as the file has them, for searching.</summary>
internal static class PdfText
{
    private const int MostPages = 500;

    /// <returns>Words and pages; no words when they cannot be read, because a file without text is a file all the same.</returns>
    public static (string Text, int Pages) Of(byte[] file)
    {
        using var document = PdfDocument.Open(file);
        var text = new StringBuilder();
        try
        {
            foreach (var page in document.GetPages().Take(MostPages))
            {
                text.AppendJoin(' ', page.GetWords().Select(word => word.Text)).Append('\n');
                if (text.Length > Document.TextMaxLength) break;
            }
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            // Fonts without a table of characters and the like: what was read so far counts.
        }

        return (Sound(text), document.NumberOfPages);
    }

    /// <summary>No database keeps half characters and zeros.</summary>
    private static string Sound(StringBuilder text)
    {
        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.ToString().EnumerateRunes())
            if (rune.Value != 0 && (!Rune.IsControl(rune) || rune.Value is '\n')) sound.Append(rune);
        return sound.ToString().Trim();
    }
}

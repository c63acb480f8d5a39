using Participation.Web.Accounts.Levels;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;

namespace Participation.Web.Proposals.Pdf;

/// <summary>How a piece of text looks.</summary>
/// <param name="Bold">Heavier.</param>
/// <param name="Italic">Slanted.</param>
/// <param name="Small">Smaller and raised, as the number of a footnote is.</param>
/// <param name="Link">Whole address that it leads to; null when to none.</param>
internal sealed record PdfLook(bool Bold = false, bool Italic = false, bool Small = false, string? Link = null);

/// <summary>The faces that the files embed: what they can show, and how wide it is.</summary>
internal sealed class PdfFaces
{
    private const string Family = "Fira Sans";
    private readonly Face _plain, _bold, _italic;

    public PdfFaces(LetterFonts fonts)
    {
        (_plain, _bold, _italic) = (new Face(fonts.Plain), new Face(fonts.Bold), new Face(fonts.Italic));
        SiteFonts.Install(fonts);
    }

    /// <summary>A font as the library draws with it.</summary>
    public XFont Font(PdfLook look, double size) => new(Family, size, (look.Bold ? XFontStyleEx.Bold : XFontStyleEx.Regular) | (look is { Italic: true, Bold: false } ? XFontStyleEx.Italic : XFontStyleEx.Regular));

    /// <summary>Text as every face can show it; see <see cref="PrintableText"/>.</summary>
    public string Printable(string text) => PrintableText.Of(text, letter => _plain.Knows(letter) && _bold.Knows(letter) && _italic.Knows(letter));

    /// <summary>Width in points of text that is printable.</summary>
    public double Width(string text, PdfLook look, double size)
    {
        var (face, width) = (look.Bold ? _bold : look.Italic ? _italic : _plain, 0.0);
        foreach (var letter in text) width += face.Advance(letter);
        return width * size;
    }

    /// <summary>The tables of a font file that say so, each letter asked for once.</summary>
    private sealed class Face(byte[] file)
    {
        private readonly TrueTypeFont _font = TrueTypeFontParser.Parse(new TrueTypeDataBytes(file));
        private readonly double?[] _advances = new double?[char.MaxValue + 1];

        public bool Knows(char letter) => Advance(letter) > 0;

        /// <summary>In parts of the size of the font; nothing for what the font lacks.</summary>
        public double Advance(char letter) => _advances[letter] ??= Read(letter);

        private double Read(char letter)
        {
            var tables = _font.TableRegister;
            return tables.CMapTable.TryGetGlyphIndex(letter, out var glyph) && glyph > 0 ? tables.HorizontalMetricsTable.GetAdvanceWidth(glyph) / (double)tables.HeaderTable.UnitsPerEm : 0;
        }
    }

    /// <summary>Where the library gets fonts from: one answer for the process, as it asks for.</summary>
    private sealed class SiteFonts(byte[] plain, byte[] bold, byte[] italic) : IFontResolver
    {
        private const string Bold = "FiraSans-SemiBold";
        private const string Italic = "FiraSans-Italic";
        private static readonly Lock Gate = new();

        public static void Install(LetterFonts fonts)
        {
            lock (Gate) GlobalFontSettings.FontResolver ??= new SiteFonts(fonts.Plain, fonts.Bold, fonts.Italic);
        }

        public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(isBold ? Bold : isItalic ? Italic : "FiraSans-Regular");

        public byte[] GetFont(string faceName) => faceName switch { Bold => bold, Italic => italic, _ => plain };
    }
}

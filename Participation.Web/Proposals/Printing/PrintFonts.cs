using Participation.Web.Accounts.Levels;
using PdfSharp.Fonts;

namespace Participation.Web.Proposals.Printing;

/// <summary>The site's own fonts for what is printed; the library asks for them by name, once for the whole process.</summary>
internal sealed class PrintFonts(LetterFonts fonts) : IFontResolver
{
    /// <summary>The one family.</summary>
    public const string Family = "Fira Sans";

    private const string Bold = "FiraSans-SemiBold";
    private const string Plain = "FiraSans-Regular";

    private static readonly Lock Once = new();

    /// <summary>Lets the library use these fonts, unless it does already.</summary>
    public static void Use(LetterFonts fonts)
    {
        lock (Once) GlobalFontSettings.FontResolver ??= new PrintFonts(fonts);
    }

    /// <summary>There is no italic face among the printed ones; it is slanted.</summary>
    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) => familyName == Family ? new FontResolverInfo(isBold ? Bold : Plain, false, isItalic) : null;

    public byte[]? GetFont(string faceName) => faceName switch { Bold => fonts.Bold, Plain => fonts.Plain, _ => null };
}

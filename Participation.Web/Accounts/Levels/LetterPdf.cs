using Microsoft.Extensions.Options;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Shared;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Participation.Web.Accounts.Levels;

/// <summary>The letters as A4 pages, one each; the address stands in the window of DIN 5008, form B.</summary>
public sealed class LetterPdf(LetterFonts fonts, CityClock clock, SiteAddress site, IOptions<CityOptions> city, IOptions<LevelsOptions> options)
{
    private const double Millimetre = 72 / 25.4;
    private const double Height = 297;

    /// <summary>Left edge of window and text, in millimetres.</summary>
    private const double Left = 25;

    /// <summary>What can be seen through the window, in millimetres; longer lines are set smaller.</summary>
    private const double Window = 78;

    public byte[] Write(IEnumerable<PrintedLetter> letters)
    {
        var builder = new PdfDocumentBuilder();
        var (plain, bold) = (builder.AddTrueTypeFont(fonts.Plain), builder.AddTrueTypeFont(fonts.Bold));
        var known = new Dictionary<char, bool>();
        foreach (var letter in letters) Write(new Sheet(builder.AddPage(PageSize.A4), plain, bold, known), letter);
        return builder.Build();
    }

    private void Write(Sheet sheet, PrintedLetter letter)
    {
        // DIN 5008 form B: the window begins 45 mm from the top; return address first, the recipient from 62.7 mm on.
        sheet.Line(options.Value.Sender, 59, 7, width: Window);
        foreach (var (line, index) in letter.Recipient.Lines.Select((line, index) => (line, index))) sheet.Line(line, 66.5 + (5 * index), 11, width: Window);
        sheet.Line(clock.Day(clock.Now), 98.5, 11, from: 140);
        sheet.Line(LevelsTexts.PrintSubject.With(Brand), 108.5, 12, bold: true);
        var y = sheet.Text(LevelsTexts.PrintHello.With($"{letter.Recipient.GivenNames} {letter.Recipient.FamilyName}"), 121);
        y = sheet.Text(LevelsTexts.PrintWhy.With(city.Value.Name), y + 4);
        sheet.Line(ReadableCode.Grouped(letter.Code), y + 9, 26, bold: true);
        y = sheet.Text(LevelsTexts.PrintHow1.With(site.Of(Links.Residence)), y + 23);
        y = sheet.Text(LevelsTexts.PrintHow2, y + 1);
        y = sheet.Text(LevelsTexts.PrintValid.With(clock.Day(clock.LastDay(letter.ExpiresAt))), y + 4);
        y = sheet.Text(LevelsTexts.PrintNotYou, y + 4);
        sheet.Text(LevelsTexts.PrintEnglish, y + 8, 9);
    }

    private string Brand => $"{city.Value.Brand} {city.Value.BrandPlace}";

    /// <summary>A page in millimetres from the top.</summary>
    private sealed class Sheet(PdfPageBuilder page, PdfDocumentBuilder.AddedFont plain, PdfDocumentBuilder.AddedFont bold, Dictionary<char, bool> known)
    {
        private const double Width = 165;
        private const double Leading = 5.5;

        public void Line(string text, double top, double size, bool bold = false, double from = Left, double width = Width)
        {
            var line = PrintableText.Of(text, IsKnown);
            if (!string.IsNullOrWhiteSpace(line)) page.AddText(line, Math.Min(size, size * width / WidthOf(line, size)), At(from, top), Font(bold));
        }

        /// <summary>Breaks a paragraph into lines and says where it ends.</summary>
        public double Text(string text, double top, double size = 11)
        {
            var line = "";
            foreach (var word in PrintableText.Of(text, IsKnown).Split(' '))
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (line.Length > 0 && WidthOf(longer, size) > Width)
                {
                    Line(line, top, size);
                    (line, top) = (word, top + Leading);
                }
                else
                {
                    line = longer;
                }
            }

            Line(line, top, size);
            return top + Leading;
        }

        private double WidthOf(string text, double size)
        {
            var letters = page.MeasureText(text, size, new PdfPoint(0, 0), plain);
            return letters.Count == 0 ? 0 : letters[^1].EndBaseLine.X / Millimetre;
        }

        /// <summary>The library tells what a font lacks by an exception only, so each letter is asked for once.</summary>
        private bool IsKnown(char letter)
        {
            if (known.TryGetValue(letter, out var before)) return before;
            try
            {
                return known[letter] = page.MeasureText(letter.ToString(), 11, new PdfPoint(0, 0), plain).Count > 0;
            }
            catch (InvalidOperationException)
            {
                return known[letter] = false;
            }
        }

        private PdfDocumentBuilder.AddedFont Font(bool isBold) => isBold ? bold : plain;

        private static PdfPoint At(double left, double top) => new(left * Millimetre, (Height - top) * Millimetre);
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.Extensions.Options;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.OwnData;

/// <summary>
/// The readable page of a copy: one file that opens without a network, without script, with everything that anyone wrote escaped.
/// It is no page of the site, so it is written here and not by Razor, whose pages need a request.
/// </summary>
public sealed class ExportPage(IOptions<CityOptions> city, CityClock clock)
{
    private const string Style = """
        body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1.5rem;color:#1a1a1a;background:#fff}
        h1{font-size:1.8rem;line-height:1.2}h2{font-size:1.35rem;margin-top:2.5rem;border-bottom:2px solid #767676;padding-bottom:.25rem}h3{font-size:1.05rem;margin-top:1.75rem}
        dl{margin:.5rem 0}dt{font-weight:600;margin-top:.5rem}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}a{color:#0b4a8f}
        .in{border-left:3px solid #767676;padding-left:1rem}
        @media (prefers-color-scheme:dark){body{color:#eee;background:#181818}a{color:#9cc7ff}}
        @media print{body{max-width:none}}
        """;

    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    private readonly HtmlEncoder _safe = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    public void Write(TextWriter to, IReadOnlyList<ExportSection> sections, DateTimeOffset now)
    {
        var title = Safe(string.Format(ExportTexts.Title, $"{city.Value.Brand} {city.Value.BrandPlace}"));
        to.Write($"<!doctype html>\n<html lang=\"{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        to.Write($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{StyleHash}'\"><title>{title}</title><style>{Style}</style></head>\n<body><main><h1>{title}</h1>\n");
        to.Write($"<p>{Safe(string.Format(ExportTexts.Lead, When(now)))}</p><p>{Safe(ExportTexts.NotStored)}</p>\n<nav aria-label=\"{Safe(ExportTexts.Contents)}\"><ul>");
        foreach (var section in sections) to.Write($"<li><a href=\"#{Safe(section.Key)}\">{Safe(Text("S_", section.Key))} ({section.Items.Count.ToString(CultureInfo.InvariantCulture)})</a></li>");
        to.Write("</ul></nav>\n");
        foreach (var section in sections) Write(to, section);
        to.Write("</main></body></html>\n");
    }

    private void Write(TextWriter to, ExportSection section)
    {
        to.Write($"<section aria-labelledby=\"{Safe(section.Key)}\"><h2 id=\"{Safe(section.Key)}\">{Safe(Text("S_", section.Key))}</h2>\n");
        if (section.Items.Count == 0) to.Write($"<p>{Safe(ExportTexts.Nothing)}</p>");
        for (var index = 0; index < section.Items.Count; index++)
        {
            if (section.Items.Count > 1) to.Write($"<h3>{Safe(Text("S_", section.Key))} {(index + 1).ToString(CultureInfo.InvariantCulture)}</h3>");
            Write(to, section.Items[index]);
        }

        to.Write("</section>\n");
    }

    private void Write(TextWriter to, ExportItem item)
    {
        to.Write("<dl>");
        foreach (var (key, value) in item.Fields.Where(field => field.Value is not (null or "")))
        {
            to.Write($"<dt>{Safe(Text("F_", key))}</dt>");
            if (value is not IReadOnlyList<ExportItem> items)
            {
                to.Write($"<dd>{Safe(Say(value))}</dd>");
                continue;
            }

            to.Write("<dd class=\"in\">");
            foreach (var inner in items) Write(to, inner);
            to.Write("</dd>");
        }

        to.Write("</dl>\n");
    }

    private string Say(object? value) => value switch
    {
        bool flag => flag ? ExportTexts.Yes : ExportTexts.No,
        DateTimeOffset instant => When(instant),
        Enum choice => Text($"V_{choice.GetType().Name}_", choice.ToString()),
        _ => Convert.ToString(value, CultureInfo.CurrentCulture) ?? "",
    };

    /// <summary>With the year, always: nobody knows when the file will be read.</summary>
    private string When(DateTimeOffset instant) => SharedTexts.DayAndTime.With(clock.Day(instant), clock.TimeOfDay(instant));

    /// <summary>A word of the page; what has none yet is named as programs name it, rather than left out.</summary>
    internal static string Text(string kind, string key) => ExportTexts.ResourceManager.GetString(kind + key, CultureInfo.CurrentUICulture) ?? key;

    private string Safe(string text) => _safe.Encode(text);
}

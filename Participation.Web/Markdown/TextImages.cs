using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Participation.Domain.Uploads;
using Participation.Web.Shared;

namespace Participation.Web.Markdown;

/// <summary>Uploaded images in texts: how they are written, found and taken out again.</summary>
public static partial class TextImages
{
    /// <summary>The images of a rendered text, in order.</summary>
    public static IReadOnlyList<TextImage> In(string? html)
    {
        if (html is null || !html.Contains("<img", StringComparison.Ordinal)) return [];
        return [.. new HtmlParser().ParseDocument(html).QuerySelectorAll("img").Select(image => (Id: IdOf(image.GetAttribute("src")), Alt: image.GetAttribute("alt") ?? ""))
            .Where(image => image.Id is not null).Select(image => new TextImage(image.Id ?? Guid.Empty, image.Alt))];
    }

    /// <summary>A rendered text whose images are there no more says in words what they showed.</summary>
    /// <param name="html">The rendered text.</param>
    /// <param name="isThere">Whether an image is still served.</param>
    /// <param name="words">What stands in the place of an image, with its description.</param>
    public static string InWords(string html, Func<Guid, bool> isThere, Func<string, string> words)
    {
        if (!html.Contains("<img", StringComparison.Ordinal)) return html;
        var parsed = new HtmlParser().ParseDocument(html);
        foreach (var image in parsed.QuerySelectorAll("img").Where(image => IdOf(image.GetAttribute("src")) is { } id && !isThere(id)).ToList())
        {
            var said = parsed.CreateElement("em");
            said.TextContent = words(image.GetAttribute("alt") ?? "");
            image.Parent?.ReplaceChild(said, image);
        }

        return parsed.Body?.InnerHtml ?? html;
    }

    /// <summary>An image as it stands in a text.</summary>
    public static string Markdown(Guid id, string alt) => $"![{Special().Replace(alt, "\\$0")}]({Links.Image(id, UploadFile.Large)})";

    /// <summary>A text without an image, wherever it stands.</summary>
    public static string Without(string markdown, Guid id)
    {
        var written = new Regex(string.Create(CultureInfo.InvariantCulture, $@"!\[(?:\\.|[^\]\\])*\]\(/bilder/{id:N}/[0-9]+\.webp[^)\n]*\)\n*"), RegexOptions.None, TimeSpan.FromSeconds(1));
        return written.Replace(markdown.ReplaceLineEndings("\n"), "").TrimEnd();
    }

    /// <summary>The image that an address names; null when it is anything but an uploaded image of this site.</summary>
    internal static Guid? IdOf(string? address) => address is not null && Address().Match(address) is { Success: true } match ? Guid.ParseExact(match.Groups["id"].Value, "N") : null;

    [GeneratedRegex(@"\A/bilder/(?<id>[0-9a-f]{32})/(480|1600)\.webp\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"[\\\[\]`*_<>&~!#@|]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Special();
}

/// <summary>An image in a text.</summary>
/// <param name="Id">The upload.</param>
/// <param name="Alt">What it shows.</param>
public sealed record TextImage(Guid Id, string Alt);

using AngleSharp.Html.Parser;
using CsCheck;
using Participation.Web.Markdown;

namespace Participation.Tests.Markdown;

/// <summary>Whatever a person types, only the allow-list comes out.</summary>
public sealed class XssTests
{
    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "a", "blockquote", "br", "code", "del", "em", "h2", "h3", "h4", "hr", "li", "ol", "p", "pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul", "span", "div",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal) { "href", "rel", "start", "class", "scope", "role", "aria-label", "tabindex" };

    private static readonly string[] Schemes =
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "java&#10;script:alert(1)", "&#106;avascript:alert(1)", "&#x6A;avascript:alert(1)", " javascript:alert(1)",
        "\u0001javascript:alert(1)", "vbscript:msgbox(1)", "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=", "javascript&colon;alert(1)", "file:///etc/passwd",
        "jar:https://x/!/", "view-source:javascript:alert(1)", "feed:javascript:alert(1)", "//evil.example/javascript:alert(1)", "javascript://%0aalert(1)",
    ];

    private static readonly string[] LinkForms =
    [
        "[x]({0})", "[x](<{0}>)", "[x]: {0}\n\n[x]", "![x]({0})", "<{0}>", "[x]({0} \"t\")", "> [x]({0})", "- [ ] [x]({0})", "| a |\n|---|\n| [x]({0}) |",
    ];

    private static readonly string[] Html =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<iframe src=javascript:alert(1)></iframe>", "<body onload=alert(1)>",
        "<details open ontoggle=alert(1)>", "<input autofocus onfocus=alert(1)>", "<math><mtext><script>alert(1)</script></mtext></math>", "<style>*{background:url(javascript:alert(1))}</style>",
        "<a href=\"javascript:alert(1)\">x</a>", "<form action=javascript:alert(1)><button>x</button></form>", "<object data=javascript:alert(1)>", "<embed src=javascript:alert(1)>", "<base href=//evil.example>",
        "<meta http-equiv=refresh content=0;url=javascript:alert(1)>", "<link rel=stylesheet href=//evil.example>", "<video><source onerror=alert(1)></video>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<!--><img src=x onerror=alert(1)>-->", "<![CDATA[<script>alert(1)</script>]]>", "<?xml version=1?><script>alert(1)</script>", "<template><script>alert(1)</script></template>", "<x onclick=alert(1)>x</x>",
        "<p style=\"background:url(javascript:alert(1))\">x</p>", "<marquee onstart=alert(1)>", "<isindex type=image src=1 onerror=alert(1)>", "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    ];

    private static readonly string[] HtmlForms = ["{0}", "Text {0} Text", "> {0}", "- {0}", "# {0}", "**{0}**", "[{0}](https://example.org)", "| {0} |\n|---|\n| {0} |", "`{0}`", "    {0}"];

    /// <summary>Every payload in every place: more than four hundred texts.</summary>
    internal static IReadOnlyList<string> Payloads =>
        [.. LinkForms.SelectMany(form => Schemes.Select(payload => form.Replace("{0}", payload, StringComparison.Ordinal))), .. HtmlForms.SelectMany(form => Html.Select(payload => form.Replace("{0}", payload, StringComparison.Ordinal)))];

    [Fact]
    public void No_payload_comes_out_as_anything_but_text()
    {
        Assert.True(Payloads.Count >= 400);
        var markdown = new MarkdownText();
        Assert.All(Payloads, payload => Assert.Null(Offence(markdown.Format(payload).Html)));
    }

    [Fact]
    public void Any_text_yields_only_what_is_allowed()
    {
        var markdown = new MarkdownText();
        string[] sharp = [.. Schemes, .. Html, "[", "](", ")", "<", ">", "\n", "\n\n", "- ", "# ", "> ", "|", "---", "`", "**", "\"", "&#"];
        var pieces = Gen.OneOf(Gen.String[0, 12], Gen.Int[0, sharp.Length - 1].Select(index => sharp[index]));
        pieces.Array[0, 12].Select(parts => string.Concat(parts)).Sample(text => Offence(markdown.Format(text).Html) is null, iter: 2_000);
    }

    [Fact]
    public void The_check_would_find_an_offence()
    {
        Assert.NotNull(Offence("<p onclick=\"x()\">x</p>"));
        Assert.NotNull(Offence("<a href=\"javascript:x()\">x</a>"));
        Assert.NotNull(Offence("<script>x</script>"));
    }

    [Fact]
    public void Deep_nesting_ends()
    {
        var markdown = new MarkdownText();
        Assert.NotEmpty(markdown.Format(new string('>', 5_000) + " x").Html);
        Assert.NotEmpty(markdown.Format(new string('[', 20_000)).Html);
    }

    private static string? Offence(string html)
    {
        foreach (var element in new HtmlParser().ParseDocument("<body>" + html).Body!.QuerySelectorAll("*"))
        {
            if (!Elements.Contains(element.LocalName)) return $"element {element.LocalName}";
            foreach (var attribute in element.Attributes)
            {
                if (!Attributes.Contains(attribute.Name)) return $"attribute {attribute.Name} on {element.LocalName}";
                if (attribute.Name == "href" && !IsSafe(attribute.Value)) return $"address {attribute.Value}";
            }
        }

        return null;
    }

    /// <summary>As a browser reads it: white space and control characters do not hide a scheme.</summary>
    private static bool IsSafe(string address)
    {
        var plain = string.Concat(address.Where(letter => letter > ' ')).ToLowerInvariant();
        var end = plain.IndexOfAny([':', '/', '?', '#']);
        return end < 0 || plain[end] != ':' || plain[..end] is "http" or "https" or "mailto";
    }
}

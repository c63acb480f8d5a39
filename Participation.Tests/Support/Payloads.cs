namespace Participation.Tests.Support;

/// <summary>Our own collection of texts that would come alive on a careless site.</summary>
internal static class Payloads
{
    internal static readonly string[] Schemes =
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "java&#10;script:alert(1)", "&#106;avascript:alert(1)", "&#x6A;avascript:alert(1)", " javascript:alert(1)",
        "\u0001javascript:alert(1)", "vbscript:msgbox(1)", "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=", "javascript&colon;alert(1)", "file:///etc/passwd",
        "jar:https://x/!/", "view-source:javascript:alert(1)", "feed:javascript:alert(1)", "//evil.example/javascript:alert(1)", "javascript://%0aalert(1)",
    ];

    private static readonly string[] LinkForms =
    [
        "[x]({0})", "[x](<{0}>)", "[x]: {0}\n\n[x]", "![x]({0})", "<{0}>", "[x]({0} \"t\")", "> [x]({0})", "- [ ] [x]({0})", "| a |\n|---|\n| [x]({0}) |",
    ];

    internal static readonly string[] Html =
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
    internal static IReadOnlyList<string> All { get; } =
        [.. LinkForms.SelectMany(form => Schemes.Select(payload => form.Replace("{0}", payload, StringComparison.Ordinal))), .. HtmlForms.SelectMany(form => Html.Select(payload => form.Replace("{0}", payload, StringComparison.Ordinal)))];

    /// <summary>Half of the collection: one payload in two, from the first or from the second on.</summary>
    internal static IReadOnlyList<string> Half(int first) => [.. All.Where((_, index) => index % 2 == first)];

    /// <summary>As one line of at most so many characters, for titles, places and names.</summary>
    internal static string Line(string payload, int length)
    {
        var line = payload.ReplaceLineEndings(" ");
        return line.Length <= length ? line : line[..length];
    }
}

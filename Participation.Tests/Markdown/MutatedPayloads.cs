using System.Globalization;
using Participation.Tests.Support;

namespace Participation.Tests.Markdown;

/// <summary>The payloads once more: in the constructs that came later, and changed as somebody changes them who looks for a gap.</summary>
internal static class MutatedPayloads
{
    private static readonly string[] Forms =
    [
        "Text[^1]\n\n[^1]: {0}", "Text[^{0}]\n\n[^{0}]: x", "[^a][^a]\n\n[^a]: > - {0}", "Text[^1]\n\n[^1]: [a]: {0}\n\n[a]", "@\"{0}\"", "@„{0}“", "@{0}", "@\"[x]({0})\"",
        "#17{0}", "[#17]({0})", "[@x]({0})", "[x #17](/ \"{0}\")", "~~{0}~~", "- [x] {0}", "| a[^1] |\n|---|\n| {0} |\n\n[^1]: x", "[[x]({0})]({0})", "![{0}]({0})", "[![x]({0})]({0})",
        "https://example.org/{0}", "www.example.org/{0}", "***[~~x~~]({0})***", "> > > [x]({0}", "[x][{0}]\n\n[{0}]: {0}",
    ];

    private static readonly Func<string, string>[] Changes =
    [
        text => text,
        text => string.Concat(text.Select(letter => string.Create(CultureInfo.InvariantCulture, $"&#{(int)letter};"))),
        text => string.Concat(text.Select(letter => string.Create(CultureInfo.InvariantCulture, $"&#x{(int)letter:X};"))),
        Uri.EscapeDataString,
        text => text.Replace("<", "<<", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal),
        text => text[..(text.Length / 2)],
        text => text.Insert(text.Length / 2, "\0"),
        text => text.Insert(text.Length / 2, "\n"),
        text => text.Insert(text.Length / 2, "\u200B"),
        text => text.Insert(text.Length / 2, "`"),
        text => string.Concat(text.Select(letter => letter is '<' or '>' or '(' or ')' or '[' or ']' or '"' ? $"\\{letter}" : $"{letter}")),
        text => text.ToUpperInvariant(),
    ];

    /// <summary>Several thousand texts.</summary>
    public static IEnumerable<string> All =>
        from form in Forms
        from payload in Payloads.Schemes.Concat(Payloads.Html)
        from change in Changes
        select form.Replace("{0}", change(payload), StringComparison.Ordinal);
}

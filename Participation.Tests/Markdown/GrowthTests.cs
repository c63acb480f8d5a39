using Participation.Web.Markdown;

namespace Participation.Tests.Markdown;

/// <summary>Texts made to cost memory or time.</summary>
public sealed class GrowthTests
{
    private static readonly MarkdownText Markdown = new();

    [Theory]
    [InlineData("[a]: /", 4_000, "[a] ", 1_400)]
    [InlineData("[a]: /", 2_000, "![a] ", 1_200)]
    [InlineData("[a]: /", 9_000, "[a] ", 200)]
    public void A_text_grows_by_no_more_than_twenty_times(string start, int length, string use, int times)
    {
        var source = $"{start}{new string('x', length)}\n\n{string.Concat(Enumerable.Repeat(use, times))}";
        Assert.InRange(Markdown.Format(source).Html.Length, 1, 4_000 + 21 * source.Length);
    }

    [Theory]
    [InlineData("#\n")]
    [InlineData("-\n")]
    [InlineData("[[a]")]
    [InlineData("~~a ")]
    [InlineData("> ")]
    [InlineData("[")]
    [InlineData("*a **b ")]
    public void A_repeated_construct_is_rendered_or_shown_as_typed(string construct) =>
        Assert.NotEmpty(Markdown.Format(string.Concat(Enumerable.Repeat(construct, 40_000 / construct.Length))).Html);

    [Fact]
    public void An_ordinary_long_text_is_rendered()
    {
        var source = string.Concat(Enumerable.Repeat("## Abschnitt\n\nEin Absatz mit [Link](https://example.org/) und **Fettem**.\n\n- eins\n- zwei\n\n", 100));
        Assert.Contains("<h2>Abschnitt</h2>", Markdown.Format(source).Html, StringComparison.Ordinal);
    }
}

using CsCheck;
using Participation.Web.Markdown;

namespace Participation.Tests.Texts;

/// <summary>A text is taken apart where people would say that a new paragraph begins.</summary>
public sealed class PassageSplitTests
{
    private static readonly MarkdownText Markdown = new();

    [Fact]
    public void Headings_paragraphs_lists_quotes_tables_and_code_stand_for_themselves()
    {
        var blocks = Blocks("# Eins\nZwei mit\nzwei Zeilen\n- drei\n- auch drei\n\n  noch drei\n\n> vier\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n    sechs\n\n### Sieben\n\nAcht\n====\n\nNeun");
        Assert.Equal(
            ["# Eins", "Zwei mit\nzwei Zeilen", "- drei\n- auch drei\n\n  noch drei", "> vier", "| a | b |\n|---|---|\n| 1 | 2 |", "    sechs", "### Sieben", "Acht\n====", "Neun"],
            blocks.Select(block => block.Markdown));
        Assert.Equal([1, 0, 0, 0, 0, 0, 3, 1, 0], blocks.Select(block => block.Level));
    }

    [Fact]
    public void A_deep_heading_is_of_the_deepest_level_that_there_is() => Assert.Equal(4, Assert.Single(Blocks("###### Tief")).Level);

    [Fact]
    public void A_rule_stays_with_what_stands_before_it() => Assert.Equal(["Eins\n\n---", "Zwei"], Blocks("Eins\n\n---\n\nZwei").Select(block => block.Markdown));

    [Fact]
    public void A_footnote_and_an_address_go_with_the_passages_that_use_them()
    {
        var blocks = Blocks("Eins[^n].\n\nZwei [hier][ort].\n\nDrei [dort][ort].\n\n[^n]: Die Anmerkung.\n\n[ort]: https://example.org");
        Assert.Equal(["Eins[^n].\n\n[^n]: Die Anmerkung.", "Zwei [hier][ort].\n\n[ort]: https://example.org", "Drei [dort][ort].\n\n[ort]: https://example.org"], blocks.Select(block => block.Markdown));
        Assert.Contains("https://example.org", Markdown.Format(blocks[2].Markdown).Html, StringComparison.Ordinal);
        Assert.Contains("Die Anmerkung.", Markdown.Format(blocks[0].Markdown).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_has_no_passages() => Assert.Empty(Blocks(" \n\n "));

    [Fact]
    public void What_nobody_writes_is_not_taken_apart() => Assert.Null(Markdown.Blocks(new string('>', 500)));

    [Fact]
    public void What_was_put_together_again_is_taken_apart_in_the_same_way()
    {
        var pieces = OneOf("# Titel", "## Zwei", "Ein Satz.", "Ein *anderer* Satz\nmit Zeile.", "- a\n- b", "* c\n* d", "1. e\n2. f", "> Zitat", "| a | b |\n|---|---|\n| 1 | 2 |", "---", "Mit[^1] Note.", "[^1]: Note.", "[x][y]", "[y]: https://example.org", "```\nzaun\n\nzaun\n```", "Setext\n---");
        Gen.Select(pieces.Array[0, 12], OneOf("\n\n", "\n\n\n")).Sample((parts, between) =>
        {
            var once = Blocks(string.Join(between, parts.Distinct()));
            return once.SequenceEqual(Blocks(MarkdownText.Whole(once.Select(block => block.Markdown))));
        });
    }

    [Fact]
    public void No_line_of_the_source_is_lost()
    {
        var pieces = OneOf("# Titel", "Ein Satz.", "- a", "> Zitat", "---", "Mit[^1] Note.", "[^1]: Note.", "[^2]: ohne Stelle", "[y]: https://example.org", "    code");
        pieces.Array[0, 12].Sample(parts =>
        {
            var blocks = Blocks(string.Join("\n\n", parts));
            return blocks.Count == 0 || parts.All(part => blocks.Any(block => block.Markdown.Contains(part, StringComparison.Ordinal)));
        });
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static IReadOnlyList<SourceBlock> Blocks(string source) => Markdown.Blocks(source)!;
}

using System.Diagnostics;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.News;
using Participation.Domain.Proposals.Writing;
using Participation.Web.Markdown;

namespace Participation.Tests.Markdown;

/// <summary>Texts made to cost memory or time. Time is measured against an ordinary text in the same run.</summary>
public sealed class GrowthTests
{
    /// <summary>What it may cost to refuse a text that is too long.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(200);

    /// <summary>How much slower than an ordinary text of the length of the preview any text may be: the worst is six times on a quiet machine, what grows with the square is hundreds.</summary>
    private const int MostTimesSlower = 20;

    /// <summary>How often what looks slow is measured again, side by side with the ordinary text: other tests run at the same time.</summary>
    private const int Repeats = 5;

    /// <summary>The entries: comments, ideas and answers, pages, the preview, sections of proposals.</summary>
    private static readonly int[] Lengths = [Comment.BodyMaxLength, IdeaText.BodyMaxLength, Page.BodyMaxLength, MarkdownSetup.PreviewMaxLength, SharedText.MaxLength];

    private static readonly MarkdownText Markdown = new();

    /// <summary>Patterns that are known to cost some pipeline the square of their length.</summary>
    private static readonly (string Name, Func<int, string> Make)[] Patterns =
    [
        ("nested quotes", length => new string('>', length - 2) + " x"), ("nested quotes with spaces", length => Repeat("> ", length)),
        ("brackets", length => new string('[', length)), ("closed brackets", length => new string('[', length / 2) + new string(']', length / 2)), ("bracket pairs", length => Repeat("[a](", length)),
        ("images", length => Repeat("![", length)), ("headings", length => Repeat("#\n", length)), ("lists", length => Repeat("-\n", length)), ("nested lists", length => Repeat("- ", length)),
        ("deeper lists", length => string.Concat(Enumerable.Range(0, (int)Math.Sqrt(length)).Select(level => new string(' ', level) + "* a\n"))),
        ("two signs", length => Repeat("*a _b ", length)), ("pairs of two signs", length => Repeat("**a** *b* ", length)), ("crossed emphasis", length => Repeat("*x** ", length)), ("table with emphasis", length => "|a|b|c|d|e|\n|-|-|-|-|-|\n" + Repeat("|**a**|*b*|c|d|e|\n", length)),
        ("form feeds", length => Repeat("*a_ \f\f", length)), ("short paragraphs", length => Repeat("*a_ \n\n", length)), ("long paragraphs", length => string.Concat(Enumerable.Repeat(Repeat("*a_ ", 4_000) + "\n\n", Math.Max(1, length / 4_000)))), ("hard breaks", length => Repeat("a\\\n", length)), ("image links", length => Repeat("![](x) ", length)), ("task items", length => Repeat("- [ ] a\n", length)),
        ("open strikes", length => Repeat("~~a ", length)), ("open emphasis", length => Repeat("*a **b ", length)), ("mixed emphasis", length => Repeat("*a_ ", length)), ("emphasis in words", length => Repeat("a**b", length)),
        ("backticks", length => string.Concat(Enumerable.Range(1, (int)Math.Sqrt(length * 2)).Select(ticks => "e" + new string('`', ticks)))), ("angles", length => Repeat("<", length)), ("comments", length => Repeat("<!--", length)),
        ("entities", length => Repeat("&", length)), ("backslashes", length => Repeat("\\", length)), ("table head", length => Repeat("|", length) + "\n" + Repeat("-|", length)), ("table rows", length => Repeat("|a|b|\n|-|-|\n", length)),
        ("pipes", length => Repeat("a|b ", length)), ("footnotes of one", length => "[^1]: x\n\n" + Repeat("[^1]", length)), ("footnotes open", length => Repeat("[^1", length)),
        ("many footnotes", length => string.Concat(Enumerable.Range(1, length / 24).Select(number => $"[^{number}]\n\n[^{number}]: x\n\n"))), ("footnote in footnote", length => Repeat("[^1]: [^1] ", length)),
        ("definitions", length => string.Concat(Enumerable.Range(1, length / 24).Select(number => $"[a{number}]: /x\n\n[a{number}] "))), ("one definition", length => "[a]: /x\n\n" + Repeat("[a] ", length)),
        ("mentions", length => Repeat("@a ", length)), ("open mentions", length => Repeat("@\"a ", length)), ("references", length => Repeat("#1 ", length)), ("marks", length => Repeat("@#!", length)),
        ("tasks", length => Repeat("- [ ] ", length)), ("addresses", length => Repeat("www.a.de ", length)), ("half addresses", length => Repeat("https://", length)), ("mails", length => Repeat("<a@", length)),
        ("spaces", length => "x" + new string(' ', length) + "x"), ("line breaks", length => Repeat("a\n", length)), ("quoted lines", length => Repeat("> a\n\n", length)), ("underlines", length => Repeat("a\n-\n", length)),
    ];

    [Theory]
    [InlineData("[a]: /", 4_000, "[a] ", 1_400)]
    [InlineData("[a]: /", 2_000, "![a] ", 1_200)]
    [InlineData("[a]: /", 9_000, "[a] ", 200)]
    public void A_text_grows_by_no_more_than_twenty_times(string start, int length, string use, int times)
    {
        var source = $"{start}{new string('x', length)}\n\n{string.Concat(Enumerable.Repeat(use, times))}";
        Assert.InRange(Markdown.Format(source).Html.Length, 1, 4_000 + 21 * source.Length);
    }

    [Fact]
    public void No_pattern_costs_much_more_than_an_ordinary_text_even_at_its_largest()
    {
        var ordinary = Ordinary(MarkdownSetup.PreviewMaxLength);
        Assert.NotNull(Rendered(ordinary));
        var floor = Best(() => Rendered(ordinary));
        var slow = new List<string>();
        TestContext.Current.TestOutputHelper?.WriteLine($"ordinary text of {ordinary.Length} characters: {floor.TotalMilliseconds:0.0} ms");
        foreach (var (name, make) in Patterns)
            foreach (var length in Lengths)
            {
                var source = Largest(make, length);
                var times = Math.Max(1, (double)source.Length / ordinary.Length) * MostTimesSlower;
                var (beside, cost) = (floor, Best(() => Rendered(source)));
                for (var again = 0; cost > beside * times && again < Repeats; again++)
                {
                    var now = Best(() => Rendered(ordinary));
                    var then = Best(() => Rendered(source));
                    if (then / now < cost / beside) (beside, cost) = (now, then);
                }

                TestContext.Current.TestOutputHelper?.WriteLine($"{name}, {source.Length} of {length}: {cost.TotalMilliseconds:0.0} ms, {(Rendered(source) is { } html ? $"{html.Length} characters" : "refused")}");
                if (cost > beside * times) slow.Add($"{name}, {source.Length} of {length}: {cost.TotalMilliseconds:0} ms, an ordinary text {beside.TotalMilliseconds:0} ms");
            }

        Assert.Empty(slow);
    }

    [Fact]
    public async Task Marks_that_nobody_writes_together_are_refused_wherever_a_text_can_be_as_long()
    {
        Assert.IsType<TextIsTooIntricate>((await Everywhere.Formatter(Markdown).FormatAsync(Repeat("*a_ ", IdeaText.BodyMaxLength), IdeaText.BodyMaxLength, default)).Refusal);
        Assert.IsType<TextIsTooIntricate>((await Everywhere.Formatter(Markdown).FormatAsync(Repeat("*a_ ", 20_000), MarkdownSetup.PreviewMaxLength, default)).Refusal);
        Assert.True((await Everywhere.Formatter(Markdown).FormatAsync(Repeat("*a_ ", Comment.BodyMaxLength), Comment.BodyMaxLength, default)).Done);
        var stored = Repeat("*a_ ", SharedText.MaxLength);
        Assert.Equal(MarkdownText.AsTyped(stored), (await Everywhere.Formatter(Markdown).AgainAsync(stored, default)).Html);
    }

    [Fact]
    public async Task A_long_table_and_a_long_list_are_not()
    {
        var table = "| Straße | Länge | Art |\n|---|--:|---|\n" + string.Concat(Enumerable.Range(1, 400).Select(row => $"| Weg {row} | {row} m | **neu** |\n"));
        var list = string.Concat(Enumerable.Range(1, 600).Select(item => $"- **Punkt {item}:** siehe [Seite {item}](https://example.org/{item})\n"));
        foreach (var text in new[] { table, list, table + "\n" + list }) Assert.True((await Everywhere.Formatter(Markdown).FormatAsync(text, MarkdownSetup.PreviewMaxLength, default)).Done);
    }

    [Theory]
    [InlineData("*a_ \f\f"), InlineData("*a_ \f\n\f\n"), InlineData("*a_ \u00A0\n\u00A0\n"), InlineData("*a_ \u2028\u2028"), InlineData("*a_ \u0085\u0085"), InlineData("*a_ \v\v")]
    public void What_looks_like_an_empty_line_and_is_none_ends_no_paragraph(string piece) => Assert.True(Effort.IsTooMuch(Repeat(piece, MarkdownSetup.PreviewMaxLength)));

    [Theory]
    [InlineData("a", 1_000_000), InlineData("> ", 20_000), InlineData("[", 50_000), InlineData("**a ", 1_000_000)]
    public async Task What_is_longer_than_any_form_takes_is_refused_before_it_is_read(string piece, int length)
    {
        var formatter = Everywhere.Formatter(Markdown);
        var source = Repeat(piece, length);
        var started = Stopwatch.GetTimestamp();
        var outcome = await formatter.FormatAsync(source, IdeaText.BodyMaxLength, default);
        var cost = Stopwatch.GetElapsedTime(started);
        Assert.Equal(new TextIsTooLong(IdeaText.BodyMaxLength), outcome.Refusal);
        Assert.True(cost < Deadline, $"{cost.TotalMilliseconds:0} ms");
    }

    [Theory]
    [InlineData(">", 10_000), InlineData("> ", 10_000), InlineData("- ", 10_000)]
    public async Task Nesting_that_nobody_writes_is_refused(string piece, int length) =>
        Assert.IsType<TextIsTooIntricate>((await Everywhere.Formatter(Markdown).FormatAsync(Repeat(piece, length - 2) + " x", length, default)).Refusal);

    [Fact]
    public async Task Growth_is_refused_and_nothing_is_cut()
    {
        var source = $"[a]: /{new string('x', 4_000)}\n\n{Repeat("[a] ", 5_600)}";
        Assert.IsType<TextIsTooIntricate>((await Everywhere.Formatter(Markdown).FormatAsync(source, IdeaText.BodyMaxLength, default)).Refusal);
        var whole = Ordinary(IdeaText.BodyMaxLength).PadRight(IdeaText.BodyMaxLength - 5, 'x') + " Ende";
        var kept = (await Everywhere.Formatter(Markdown).FormatAsync(whole, IdeaText.BodyMaxLength, default)).Value!;
        Assert.Equal(whole, kept.Markdown);
        Assert.Contains("Ende", kept.Html, StringComparison.Ordinal);
        Assert.Equal(new TextIsTooLong(IdeaText.BodyMaxLength), (await Everywhere.Formatter(Markdown).FormatAsync(whole + "!", IdeaText.BodyMaxLength, default)).Refusal);
    }

    [Fact]
    public void An_ordinary_long_text_is_rendered() => Assert.Contains("<h2>Abschnitt</h2>", Markdown.Format(Ordinary(Page.BodyMaxLength)).Html, StringComparison.Ordinal);

    private static string? Rendered(string source) => Markdown.Parse(MarkdownText.Source(source)) is { } text ? Markdown.Render(text, "abc123") : null;

    /// <summary>As much of a pattern as is taken in a text of a length; how far that is, is found by halving.</summary>
    private static string Largest(Func<int, string> make, int length)
    {
        var whole = Cut(make(length), length);
        if (!Effort.IsTooMuch(whole)) return whole;
        var (taken, refused) = (0, whole.Length);
        while (refused - taken > 1)
        {
            var middle = (taken + refused) / 2;
            if (Effort.IsTooMuch(whole[..middle])) refused = middle;
            else taken = middle;
        }

        return whole[..taken];
    }

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;

    private static string Ordinary(int length) => Repeat("## Abschnitt\n\nEin Absatz mit [Link](https://example.org/) und **Fettem**, zu #17, für @Kletterrose.\n\n- eins\n- zwei\n\n", length);

    private static string Repeat(string piece, int length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length));

    /// <summary>The best of three: the others waited for something else.</summary>
    private static TimeSpan Best(Action work)
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var started = Stopwatch.GetTimestamp();
            work();
            if (Stopwatch.GetElapsedTime(started) is var cost && cost < best) best = cost;
        }

        return best;
    }
}

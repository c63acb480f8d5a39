using System.Diagnostics;
using Participation.Domain.Ideas;
using Participation.Domain.News;
using Participation.Web.Markdown;

namespace Participation.Tests.Markdown;

/// <summary>Texts made to cost memory or time. Time is measured against an ordinary text of the same length in the same run.</summary>
public sealed class GrowthTests
{
    /// <summary>What every text may cost at least, however fast the floor is.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(200);

    /// <summary>How much slower than an ordinary text a text may be, where the machine is so slow that the deadline says nothing.</summary>
    private const int MostTimesSlower = 40;

    private static readonly MarkdownText Markdown = new();

    /// <summary>Patterns that are known to cost some pipeline the square of their length.</summary>
    private static readonly (string Name, Func<int, string> Make)[] Patterns =
    [
        ("nested quotes", length => new string('>', length - 2) + " x"), ("nested quotes with spaces", length => Repeat("> ", length)),
        ("brackets", length => new string('[', length)), ("closed brackets", length => new string('[', length / 2) + new string(']', length / 2)), ("bracket pairs", length => Repeat("[a](", length)),
        ("images", length => Repeat("![", length)), ("headings", length => Repeat("#\n", length)), ("lists", length => Repeat("-\n", length)), ("nested lists", length => Repeat("- ", length)),
        ("deeper lists", length => string.Concat(Enumerable.Range(0, (int)Math.Sqrt(length)).Select(level => new string(' ', level) + "* a\n"))),
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
    public void No_pattern_costs_much_more_than_an_ordinary_text_of_the_same_length()
    {
        const int length = IdeaText.BodyMaxLength;
        var ordinary = Ordinary(length);
        Assert.NotNull(Rendered(ordinary));
        var floor = Best(() => Rendered(ordinary));
        var limit = TimeSpan.FromTicks(Math.Max(Deadline.Ticks, floor.Ticks * MostTimesSlower));
        var slow = new List<string>();
        TestContext.Current.TestOutputHelper?.WriteLine($"ordinary text: {floor.TotalMilliseconds:0.0} ms");
        foreach (var (name, make) in Patterns)
        {
            var source = make(length) is var made && made.Length > length ? made[..length] : made;
            var cost = Best(() => Rendered(source));
            TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {cost.TotalMilliseconds:0.0} ms, {(Rendered(source) is { } html ? $"{html.Length} characters" : "refused")}");
            if (cost >= limit) slow.Add($"{name}: {cost.TotalMilliseconds:0} ms, an ordinary text {floor.TotalMilliseconds:0} ms");
        }

        Assert.Empty(slow);
    }

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

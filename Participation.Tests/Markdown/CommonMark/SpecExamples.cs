using System.Globalization;
using System.Text.RegularExpressions;

namespace Participation.Tests.Markdown.CommonMark;

/// <summary>One example of the specification.</summary>
/// <param name="Number">Its number there.</param>
/// <param name="Markdown">The source.</param>
/// <param name="Html">What the specification makes of it.</param>
internal sealed record SpecExample(int Number, string Markdown, string Html);

/// <summary>What this site makes of an example instead.</summary>
/// <param name="Reasons">Why, by the words that <c>differences.txt</c> explains.</param>
/// <param name="Html">The result, when the reasons alone do not say it; else null.</param>
internal sealed record Difference(IReadOnlyList<string> Reasons, string? Html);

/// <summary>The specification's own examples, and the list of intended differences beside it.</summary>
internal static partial class SpecExamples
{
    public static IReadOnlyList<SpecExample> All { get; } =
        [.. Example().Matches(Read("spec.txt")).Select((match, index) => new SpecExample(index + 1, Tabs(match.Groups["markdown"].Value), Tabs(match.Groups["html"].Value)))];

    /// <summary>By number.</summary>
    public static IReadOnlyDictionary<int, Difference> Differences { get; } = Listed().Matches(Read("differences.txt")).ToDictionary(
        match => int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture),
        match => new Difference(match.Groups["reasons"].Value.Split(' '), match.Groups["html"].Value is { Length: > 0 } html ? html.TrimEnd('\n') : null));

    /// <summary>The words that explain a difference.</summary>
    public static IReadOnlySet<string> Reasons { get; } = Explained().Matches(Read("differences.txt")).Select(match => match.Groups["reason"].Value).ToHashSet(StringComparer.Ordinal);

    private static string Tabs(string text) => text.Replace('→', '\t');

    private static string Read(string name)
    {
        using var stream = typeof(SpecExamples).Assembly.GetManifestResourceStream($"CommonMark.{name}") ?? throw new InvalidOperationException(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex("^`{32} example\\n(?<markdown>[\\s\\S]*?)^\\.\\n(?<html>[\\s\\S]*?)^`{32}$", RegexOptions.Multiline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Example();

    [GeneratedRegex("^== (?<number>[0-9]+) (?<reasons>[a-z ]+)\\n(?<html>(?:(?!== ).*\\n)*)", RegexOptions.Multiline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Listed();

    [GeneratedRegex("^# (?<reason>[a-z]+): ", RegexOptions.Multiline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Explained();
}

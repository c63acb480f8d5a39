using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;
using Participation.Domain.Accounts;

namespace Participation.Web.Markdown;

/// <summary>Someone named in a text: <c>@Name</c>, or <c>@"Name mit Leerzeichen"</c>.</summary>
internal sealed class Mention(string source, string name) : LeafInline
{
    /// <summary>As it was typed.</summary>
    public string Source => source;

    /// <summary>The name alone.</summary>
    public string Name => name;

    /// <summary>The form in which names are compared.</summary>
    public string Key { get; } = Person.Normalize(name);

    /// <summary>The public name of the person who is meant; null when there is none that everybody may see, and then it stays a word.</summary>
    public string? Shown { get; set; }
}

/// <summary>Something named by its number: <c>#17</c> is an idea; <c>!3</c> is a proposal.</summary>
internal sealed class Reference(char mark, int number) : LeafInline
{
    /// <summary>What kind of thing.</summary>
    public char Mark => mark;

    /// <summary>Its public number.</summary>
    public int Number => number;

    /// <summary>Its address; null when there is none that everybody may read, and then it stays a word.</summary>
    public string? Address { get; set; }
}

/// <summary>Reads mentions and references, which begin like words and are not part of one.</summary>
internal sealed partial class PointerParser : InlineParser
{
    private const char At = '@';

    public PointerParser() => OpeningCharacters = [At, '#', '!'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (!Begins(slice.PeekCharExtra(-1))) return false;
        var match = (slice.CurrentChar == At ? MentionPattern() : ReferencePattern()).Match(slice.Text, slice.Start, slice.Length);
        if (!match.Success) return false;
        var name = match.Groups["quoted"] is { Success: true } quoted ? quoted.Value : match.Groups["plain"].Value;
        if (name.EnumerateRunes().Contains(Rune.ReplacementChar)) return false; // Half a character is in no name.
        processor.Inline = slice.CurrentChar == At
            ? new Mention(match.Value, name)
            : new Reference(slice.CurrentChar, int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture));
        slice.Start += match.Length;
        return true;
    }

    private static bool Begins(char before) => before == '\0' || char.IsWhiteSpace(before) || "([{\"'„“‚‘»«›‹*_~,;:–—".Contains(before, StringComparison.Ordinal);

    // The longest public name has 60 characters.
    [GeneratedRegex("\\G@(?:\"(?<quoted>[^\"\\n]{2,60})\"|„(?<quoted>[^“”\"\\n]{2,60})[“”\"]|(?<plain>[\\p{L}\\p{N}\\p{M}](?:[\\p{L}\\p{N}\\p{M}_.-]{0,58}[\\p{L}\\p{N}\\p{M}])?))", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MentionPattern();

    [GeneratedRegex("\\G[#!](?<number>[1-9][0-9]{0,8})(?![\\p{L}\\p{N}_])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReferencePattern();
}

/// <summary>Writes mentions without a link: people have no page. What is not resolved is written as it was typed.</summary>
internal sealed class MentionRenderer : HtmlObjectRenderer<Mention>
{
    protected override void Write(HtmlRenderer renderer, Mention mention)
    {
        if (mention.Shown is { } name) renderer.Write("<span class=\"mention\">@").WriteEscape(name).Write("</span>");
        else renderer.WriteEscape(mention.Source);
    }
}

/// <summary>Writes references. The number is all that is stored of the thing, so nothing of it stays behind when it is hidden later.</summary>
internal sealed class ReferenceRenderer : HtmlObjectRenderer<Reference>
{
    protected override void Write(HtmlRenderer renderer, Reference reference)
    {
        var number = reference.Number.ToString(CultureInfo.InvariantCulture);
        if (reference.Address is { } address) renderer.Write("<a class=\"reference\" href=\"").WriteEscapeUrl(address).Write("\">").Write(reference.Mark).Write(number).Write("</a>");
        else renderer.Write(reference.Mark).Write(number);
    }
}

/// <summary>Puts both into the pipeline.</summary>
internal sealed class PointerExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new PointerParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.AddIfNotAlready(new MentionRenderer());
        renderer.ObjectRenderers.AddIfNotAlready(new ReferenceRenderer());
    }
}

using Participation.Domain;
using Participation.Web.Shared;

namespace Participation.Web.Markdown;

/// <summary>
/// Formats what people send: refuses what is too long or would grow too much, and resolves mentions and references to what everybody may see.
/// The result is stored and knows no reader, so what only some may see stays a word.
/// </summary>
public sealed class TextFormatter(MarkdownText markdown, IPublicNames names, IEnumerable<IReferenceTargets> references, TimeProvider clock)
{
    /// <summary>Most different people that one text can name; further ones stay words.</summary>
    public const int MaxMentions = 20;

    /// <summary>Most different things of a kind that one text can point at; further ones stay words.</summary>
    public const int MaxReferences = 100;

    /// <summary>Letters and digits that set a text's ids apart.</summary>
    private const int ScopeLength = 12;

    /// <param name="text">What was typed.</param>
    /// <param name="limit">Longest source, in characters; the constant of the entity that keeps it.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The text with its rendering, or why it cannot be kept.</returns>
    public async Task<Outcome<FormattedText>> FormatAsync(string? text, int limit, CancellationToken cancel)
    {
        var source = MarkdownText.Source(text);
        if (source.Length > limit) return new TextIsTooLong(limit);
        if (source.Length == 0) return FormattedText.Empty;
        return await RenderAsync(source, cancel) is { } html ? new FormattedText(source, html, MarkdownText.PipelineVersion) : new TextIsTooIntricate();
    }

    /// <summary>Renders a stored text anew. Nobody is there to be refused: what cannot be rendered is shown as typed.</summary>
    internal async Task<FormattedText> AgainAsync(string source, CancellationToken cancel) =>
        new(source, await RenderAsync(source, cancel) ?? MarkdownText.AsTyped(source), MarkdownText.PipelineVersion);

    private async Task<string?> RenderAsync(string source, CancellationToken cancel)
    {
        if (markdown.Parse(source) is not { } parsed) return null;
        if (parsed.Mentions.Count > 0)
        {
            var people = await names.FindAsync(parsed.Names, cancel);
            foreach (var mention in parsed.Mentions) mention.Shown = people.GetValueOrDefault(mention.Key)?.Name;
        }

        foreach (var kind in references) await ResolveAsync(parsed.References, kind, cancel);
        return markdown.Render(parsed, SubmissionKey.New(clock.GetUtcNow())[^ScopeLength..]);
    }

    private static async Task ResolveAsync(IReadOnlyList<Reference> all, IReferenceTargets kind, CancellationToken cancel)
    {
        var pointing = all.Where(reference => reference.Mark == kind.Mark).ToList();
        if (pointing.Count == 0) return;
        int[] wanted = [.. pointing.Select(reference => reference.Number).Distinct().Take(MaxReferences)];
        var found = await kind.FindAsync(wanted, cancel);
        foreach (var reference in pointing) reference.Address = found.GetValueOrDefault(reference.Number);
    }
}

/// <summary>The text has more characters than fit.</summary>
/// <param name="Limit">How many fit.</param>
public sealed record TextIsTooLong(int Limit) : Refusal;

/// <summary>The text is nested, or would grow or cost, as no person writes it.</summary>
public sealed record TextIsTooIntricate : Refusal;

/// <summary>Where a form says what is wrong with a text.</summary>
public static class TextRefusals
{
    /// <summary>The field, when it is to blame; else the top of the form.</summary>
    public static string Under(this Refusal refusal, string field) => refusal is TextIsTooLong or TextIsTooIntricate ? field : "";
}

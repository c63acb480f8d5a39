using Participation.Web.Markdown;

namespace Participation.Tests.Markdown;

/// <summary>Renders as what is resolved comes out, as if everyone and everything existed.</summary>
internal static class Everywhere
{
    /// <summary>The HTML of a text in which every mention and every reference leads somewhere; as typed when it is refused.</summary>
    public static string Render(this MarkdownText markdown, string source)
    {
        if (markdown.Parse(MarkdownText.Source(source)) is not { } text) return MarkdownText.AsTyped(source);
        foreach (var mention in text.Mentions) mention.Shown = mention.Name;
        foreach (var reference in text.References) reference.Address = $"/ideen/{reference.Number}";
        return markdown.Render(text, "abc123") ?? MarkdownText.AsTyped(source);
    }

    /// <summary>A formatter for tests in memory, in which nobody and nothing exists.</summary>
    public static TextFormatter Formatter(MarkdownText markdown) => new(markdown, new Nobody(), [], TimeProvider.System);

    private sealed class Nobody : IPublicNames
    {
        public Task<IReadOnlyDictionary<string, PublicPerson>> FindAsync(IReadOnlyCollection<string> names, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyDictionary<string, PublicPerson>>(new Dictionary<string, PublicPerson>());
    }
}

namespace Participation.Web.Markdown;

/// <summary>Whom a stored text names, for telling them.</summary>
public sealed class MentionedPeople(MarkdownText markdown, IPublicNames names)
{
    /// <summary>Those that everybody may see, in the order of the text, each once.</summary>
    public async Task<IReadOnlyList<PublicPerson>> FindAsync(string source, CancellationToken cancel)
    {
        if (markdown.Parse(source) is not { Mentions.Count: > 0 } text) return [];
        var found = await names.FindAsync(text.Names, cancel);
        return [.. text.Names.Where(found.ContainsKey).Select(name => found[name])];
    }
}

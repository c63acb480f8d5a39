namespace Participation.Web.Markdown;

/// <summary>Lets texts that name someone be rendered anew, so that a name that nobody has any more is not marked as a person.</summary>
public sealed class ForgetMentions(MarkdownText markdown, IEnumerable<IStoredTexts> stores)
{
    /// <summary>Part of the transaction in which the name goes. What others wrote stays as they wrote it.</summary>
    public async Task ExecuteAsync(string name, CancellationToken cancel)
    {
        foreach (var store in stores) await store.OutdateAsync(markdown.MentionOf(name), cancel);
    }
}

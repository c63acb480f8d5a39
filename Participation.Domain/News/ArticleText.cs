namespace Participation.Domain.News;

/// <summary>Everything about an article that its editors write.</summary>
/// <param name="Title">Title.</param>
/// <param name="Teaser">What lists show; may be missing in a draft.</param>
/// <param name="Body">The text; may be missing in a draft.</param>
/// <param name="Keywords">Keywords, each once.</param>
/// <param name="SourceName">Who reported it, or null.</param>
/// <param name="SourceUrl">Where that is read, or null.</param>
/// <param name="TopicKey">Topic, or null.</param>
/// <param name="DistrictKey">District, or null.</param>
public sealed record ArticleText(
    string Title, string Teaser, FormattedText Body, IReadOnlyList<Keyword> Keywords, string? SourceName = null, string? SourceUrl = null, string? TopicKey = null, string? DistrictKey = null)
{
    /// <summary>Whether everybody may read it: a title alone is a note to oneself.</summary>
    public bool IsComplete => !string.IsNullOrWhiteSpace(Title) && !string.IsNullOrWhiteSpace(Teaser) && Body.Markdown.Length > 0;

    /// <summary>Says what contradicts itself, or null.</summary>
    public Refusal? Check()
    {
        if (Keywords.Count > Keyword.Most) return new TooManyKeywords(Keyword.Most);
        if (SourceUrl is null) return null;
        if (string.IsNullOrWhiteSpace(SourceName)) return new SourceNeedsName();
        return Uri.TryCreate(SourceUrl, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.Host.Length > 0 ? null : new SourceAddressIsUnusable();
    }
}

/// <summary>Somebody wants to publish an article without teaser or text.</summary>
public sealed record ArticleIsIncomplete : Refusal;

/// <summary>A link to a source that has no name.</summary>
public sealed record SourceNeedsName : Refusal;

/// <summary>The address of the source is none of the web.</summary>
public sealed record SourceAddressIsUnusable : Refusal;

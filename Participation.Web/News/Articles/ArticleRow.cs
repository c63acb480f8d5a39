using Participation.Domain.Editing;

namespace Participation.Web.News.Articles;

/// <summary>An article as lists show it.</summary>
public sealed record ArticleRow(int Number, string Title, string Teaser, DateTimeOffset At, DateTimeOffset ChangedAt, string? Topic, string? District, string? SourceName, IReadOnlyList<KeywordView> Keywords);

/// <summary>A keyword with the address of its page.</summary>
public sealed record KeywordView(string Slug, string Name);

/// <summary>A keyword and how many public articles carry it.</summary>
public sealed record KeywordCount(string Slug, string Name, int Count);

/// <summary>Everything about one article that its page and its preview show, apart from its documents.</summary>
public sealed record ArticleView(
    Guid Id, int Number, string Title, string Teaser, string Html, Publication Publication, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, string? Topic, string? District, string? SourceName, string? SourceUrl,
    IReadOnlyList<KeywordView> Keywords)
{
    /// <summary>Whether its text was changed after it had appeared.</summary>
    public bool WasChanged => Publication.From is { } from && ChangedAt > from;
}

/// <summary>What a list of articles is narrowed down to.</summary>
public sealed record ArticleFilter(string? Keyword = null, string? Topic = null, string? District = null)
{
    /// <summary>Whether anything is narrowed down.</summary>
    public bool IsActive => Keyword is not null || Topic is not null || District is not null;
}

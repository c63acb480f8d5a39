using Participation.Domain.Editing;

namespace Participation.Domain.News;

/// <summary>A piece of news, from draft to withdrawal.</summary>
public sealed class Article : IPublished
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaxLength = 120;

    /// <summary>Longest teaser, in characters.</summary>
    public const int TeaserMaxLength = 400;

    /// <summary>Longest text, in characters.</summary>
    public const int BodyMaxLength = 20_000;

    /// <summary>Longest name of a source, in characters.</summary>
    public const int SourceNameMaxLength = 80;

    /// <summary>Longest address of a source, in characters.</summary>
    public const int SourceUrlMaxLength = 500;

    /// <summary>Longest key of a form, in characters.</summary>
    public const int SubmissionKeyMaxLength = 64;

    private readonly List<ArticleKeyword> _keywords = [];

    private Article() { }

    /// <summary>Internal identity.</summary>
    public ArticleId Id { get; private set; }

    /// <summary>Public number.</summary>
    public int Number { get; private set; }

    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What lists and feeds show.</summary>
    public string Teaser { get; private set; } = "";

    /// <summary>The text.</summary>
    public FormattedText Body { get; private set; } = FormattedText.Empty;

    /// <summary>Who reported it, if not the city.</summary>
    public string? SourceName { get; private set; }

    /// <summary>Where the source is read.</summary>
    public string? SourceUrl { get; private set; }

    /// <summary>Topic, or null.</summary>
    public string? TopicKey { get; private set; }

    /// <summary>District, or null.</summary>
    public string? DistrictKey { get; private set; }

    /// <inheritdoc/>
    public Publication Publication { get; private set; } = Publication.Draft;

    /// <summary>When it was begun.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When its text was last changed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Everything that is searched, folded as <see cref="Slug.Fold"/> does, with a space around each word.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Made by the form; two submissions with the same key are one article.</summary>
    public string? SubmissionKey { get; private set; }

    /// <summary>Optimistic concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Its keywords, in order.</summary>
    public IReadOnlyList<ArticleKeyword> Keywords => _keywords;

    /// <summary>Begins an article as a draft.</summary>
    public static Article Write(ArticleId id, int number, ArticleText text, string? submissionKey, DateTimeOffset now)
    {
        var article = new Article { Id = id, Number = number, SubmissionKey = submissionKey, CreatedAt = now };
        article.Apply(text, now);
        return article;
    }

    /// <summary>Changes the text and takes a step of its publication; either both or, when one is refused, none.</summary>
    public Refusal? Change(ArticleText text, PublicationChange step, int expectedVersion, DateTimeOffset now)
    {
        if (expectedVersion != Version) return new ChangedMeanwhile();
        if (text.Check() is { } contradiction) return contradiction;
        if (Publication.Take(step, now, out var next) is { } refusal) return refusal;
        if (next.StateAt(now) is PublicationState.Published or PublicationState.Scheduled && !text.IsComplete) return new ArticleIsIncomplete();
        Publication = next;
        Apply(text, now);
        Version++;
        return null;
    }

    /// <summary>Whether it says this.</summary>
    public bool Is(ArticleText text) => (Title, Teaser, Body.Markdown, SourceName, SourceUrl, TopicKey, DistrictKey) == (text.Title, text.Teaser, text.Body.Markdown, text.SourceName, text.SourceUrl, text.TopicKey, text.DistrictKey)
        && _keywords.Select(keyword => keyword.Name).SequenceEqual(text.Keywords.Select(keyword => keyword.Name));

    private void Apply(ArticleText text, DateTimeOffset now)
    {
        if ((Title, Teaser, Body.Markdown) != (text.Title, text.Teaser, text.Body.Markdown)) ChangedAt = now;
        (Title, Teaser, Body) = (text.Title, text.Teaser, text.Body);
        (SourceName, SourceUrl, TopicKey, DistrictKey) = (text.SourceName, text.SourceUrl, text.TopicKey, text.DistrictKey);
        for (var order = 0; order < text.Keywords.Count; order++)
        {
            if (order == _keywords.Count) _keywords.Add(new ArticleKeyword(order, text.Keywords[order]));
            else _keywords[order].Become(text.Keywords[order]);
        }

        _keywords.RemoveRange(text.Keywords.Count, _keywords.Count - text.Keywords.Count);
        Words = SearchableWords.Of([Title, Teaser, .. text.Keywords.Select(keyword => keyword.Name), SourceName, Body.Markdown]);
    }
}

using Participation.Domain.Editing;

namespace Participation.Web.News.TextPages;

/// <summary>Everything about one page that is shown of it.</summary>
public sealed record PageView(Guid Id, string Slug, string Title, string Html, string? Section, string? Summary, Publication Publication, DateTimeOffset ChangedAt)
{
    /// <summary>Since when the text is as it is: it appeared later than it was written, or was changed since.</summary>
    public DateTimeOffset Since => Publication.From is { } from && from > ChangedAt ? from : ChangedAt;
}

/// <summary>A page as the knowledge area lists it.</summary>
public sealed record KnowledgeRow(string Slug, string Title, string Section, string? Summary);

/// <summary>Pages under one heading.</summary>
/// <param name="Anchor">Where it stands on the page.</param>
/// <param name="Name">The heading.</param>
/// <param name="Pages">Its pages.</param>
public sealed record KnowledgeSection(string Anchor, string Name, IReadOnlyList<KnowledgeRow> Pages);

using Participation.Domain.Ideas;

namespace Participation.Web.Ideas;

/// <summary>An idea as lists show it; knows no viewer.</summary>
public sealed record IdeaRow(
    int Number, string Title, string Summary, IdeaStatus Status, string? Topic, string? District, string Author, string? Organisation,
    DateTimeOffset? PublishedAt, DateTimeOffset ActiveAt, int For, int Neutral, int Against, int Contention, int CommentCount, DateOnly? NextDate,
    AnswerOutcome? LatestAnswer, bool SupportOnly)
{
    /// <summary>Counts of all stances.</summary>
    public StanceCounts Counts => new(For, Neutral, Against);

    /// <summary>Whether staff wrote it down for someone.</summary>
    public bool IsAssisted { get; init; }

    /// <summary>Address of the organisation.</summary>
    public string? OrganisationSlug { get; init; }
}

/// <summary>An official answer as the start page shows it.</summary>
public sealed record AnswerTeaser(int Number, string Title, IdeaStatus Status, string Text, string? Organisation, DateTimeOffset AnsweredAt)
{
    /// <summary>Address of the organisation.</summary>
    public string? OrganisationSlug { get; init; }
}

/// <summary>How a list of ideas is sorted; each is explained in a sentence (Digital Services Act, Art. 27).</summary>
public enum IdeaSort
{
    /// <summary>Last text, comment, status or answer first.</summary>
    Active,

    /// <summary>Last published first.</summary>
    Newest,

    /// <summary>Most people for it first.</summary>
    Supported,

    /// <summary>Largest smaller camp first.</summary>
    Contested,
}

/// <summary>What a list of ideas is narrowed down to.</summary>
public sealed record IdeaFilter(string? Topic = null, string? District = null, IdeaStatus? Status = null, string? Process = null, string? Text = null)
{
    /// <summary>Only what an organisation wrote.</summary>
    public Domain.Accounts.OrganisationId? Organisation { get; init; }

    /// <summary>Longest search text, in characters.</summary>
    public const int TextMaxLength = 100;

    /// <summary>Whether anything is narrowed down.</summary>
    public bool IsActive => Topic is not null || District is not null || Status is not null || Process is not null || Text is not null;
}

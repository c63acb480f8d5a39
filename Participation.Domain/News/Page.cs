namespace Participation.Domain.News;

/// <summary>A text page such as the imprint, in one language.</summary>
public sealed class Page
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaxLength = 120;

    /// <summary>Longest text, in characters.</summary>
    public const int BodyMaxLength = 40_000;

    private Page() { }

    /// <summary>Part of the public address.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The text.</summary>
    public FormattedText Body { get; private set; } = FormattedText.Empty;

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Writes a page.</summary>
    public static Page Write(string slug, string title, FormattedText body, DateTimeOffset now) =>
        new() { Slug = slug, Title = title, Body = body, ChangedAt = now };
}

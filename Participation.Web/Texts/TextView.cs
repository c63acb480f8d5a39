using Participation.Domain.Editing;
using Participation.Domain.Processes;
using Participation.Domain.Texts;
using Participation.Web.Markdown;

namespace Participation.Web.Texts;

/// <summary>A passage as pages show it.</summary>
/// <param name="Number">Its public number; 0 for a new one in a preview.</param>
/// <param name="Position">Which paragraph it is; 0 for a heading.</param>
/// <param name="Level">Level of a heading; 0 for a block of text.</param>
/// <param name="Html">What it says.</param>
/// <param name="ChangedAt">When its words were last changed.</param>
/// <param name="StruckAt">When it was struck.</param>
/// <param name="CommentCount">How many comments everyone sees.</param>
public sealed record PassageRow(int Number, int Position, int Level, string Html, DateTimeOffset? ChangedAt, DateTimeOffset? StruckAt, int CommentCount)
{
    /// <summary>Whether it is a heading.</summary>
    public bool IsHeading => Level > 0;

    /// <summary>The passages of a plan as they would stand.</summary>
    public static IReadOnlyList<PassageRow> Of(TextPlan plan)
    {
        var position = 0;
        return [.. plan.Passages.Select(passage => new PassageRow(passage.Number ?? 0, passage.Level > 0 ? 0 : ++position, passage.Level, passage.Body.Html, null, null, 0))];
    }
}

/// <summary>Something that a text belongs to.</summary>
public sealed record TextHome(int Number, string Name);

/// <summary>All that the page of a text shows.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Lead">Its introduction, as HTML.</param>
/// <param name="Publication">How far it has come.</param>
/// <param name="ChangedAt">When it was last changed.</param>
/// <param name="Process">The process in which it is discussed.</param>
/// <param name="Strategy">Title of its strategy, when that is public.</param>
/// <param name="Paper">The paper it was taken from.</param>
/// <param name="All">All passages, struck ones too.</param>
public sealed record TextView(int Number, string Title, string Lead, Publication Publication, DateTimeOffset ChangedAt, Process Process, string? Strategy, TextHome? Paper, IReadOnlyList<PassageRow> All)
{
    /// <summary>From how many headings on a table of contents helps.</summary>
    private const int LongFrom = 3;

    /// <summary>What stands in the text.</summary>
    public IReadOnlyList<PassageRow> Passages => [.. All.Where(passage => passage.StruckAt is null)];

    /// <summary>What was struck after it had been discussed.</summary>
    public IReadOnlyList<PassageRow> Struck => [.. All.Where(passage => passage.StruckAt is not null)];

    /// <summary>Headings to jump to; none in a short text.</summary>
    public IReadOnlyList<PassageRow> Contents => All.Where(passage => passage is { IsHeading: true, StruckAt: null }).ToList() is { Count: >= LongFrom } headings ? headings : [];

    /// <summary>How many paragraphs there are to be discussed.</summary>
    public int Paragraphs => All.Count(passage => passage is { IsHeading: false, StruckAt: null });

    /// <summary>How many comments everyone sees.</summary>
    public int Comments => All.Sum(passage => passage.CommentCount);

    /// <summary>Whether its words were changed after it had appeared.</summary>
    public bool WasChanged => Publication.From is { } from && ChangedAt > from;

    /// <summary>The beginning in words, for machines.</summary>
    public string Summary => PlainText.Teaser(Lead, 200);
}

/// <summary>A text as lists show it.</summary>
public sealed record TextRow(int Number, string Title, string Summary, Process Process, int Paragraphs, int Comments);

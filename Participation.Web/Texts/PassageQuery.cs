using Microsoft.EntityFrameworkCore;
using Participation.Domain.Editing;
using Participation.Domain.Processes;
using Participation.Web.Data;

namespace Participation.Web.Texts;

/// <summary>Reads a passage with what stands around it: two queries.</summary>
public sealed class PassageQuery(ParticipationDbContext db)
{
    /// <summary>The passage, or null; of a heading there is none.</summary>
    public async Task<PassageView?> FindAsync(int number, CancellationToken cancel)
    {
        var found = await db.TextPassages.AsNoTracking().Where(passage => passage.Number == number && passage.Level == 0)
            .Select(passage => new
            {
                passage.TextId, passage.Order, passage.Position, passage.Body.Html, passage.ChangedAt, passage.StruckAt,
                Text = passage.Text.Number, passage.Text.Title, passage.Text.Publication, passage.Text.ProcessId,
            }).SingleOrDefaultAsync(cancel);
        if (found is null) return null;
        var around = await db.TextPassages.AsNoTracking().Where(passage => passage.TextId == found.TextId && passage.StruckAt == null && passage.Order != found.Order)
            .OrderBy(passage => passage.Order).Select(passage => new { passage.Number, passage.Order, passage.Position, passage.Level, Heading = passage.Level > 0 ? passage.Body.Html : "" }).ToListAsync(cancel);
        var before = around.Where(passage => passage.Order < found.Order).ToList();
        return new PassageView(number, found.Position, found.Html, found.Text, found.Title, found.Publication, found.ProcessId)
        {
            ChangedAt = found.ChangedAt, StruckAt = found.StruckAt,
            Heading = before.FindLast(passage => passage.Level > 0) is { } heading ? Markdown.PlainText.Of(heading.Heading) : null,
            Previous = before.FindLast(passage => passage.Level == 0)?.Number, Next = around.Find(passage => passage.Order > found.Order && passage.Level == 0)?.Number,
        };
    }
}

/// <summary>A passage as its page shows it.</summary>
/// <param name="Number">Public number.</param>
/// <param name="Position">Which paragraph of the text it is.</param>
/// <param name="Html">What it says.</param>
/// <param name="Text">Number of the text.</param>
/// <param name="Title">Title of the text.</param>
/// <param name="Publication">Whether everyone may read the text.</param>
/// <param name="ProcessId">Whose rules hold.</param>
public sealed record PassageView(int Number, int Position, string Html, int Text, string Title, Publication Publication, ProcessId ProcessId)
{
    /// <summary>When its words were last changed.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>When it was struck from the text.</summary>
    public DateTimeOffset? StruckAt { get; init; }

    /// <summary>The heading above it.</summary>
    public string? Heading { get; init; }

    /// <summary>Number of the passage before it.</summary>
    public int? Previous { get; init; }

    /// <summary>Number of the passage after it.</summary>
    public int? Next { get; init; }
}

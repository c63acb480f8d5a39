using Microsoft.EntityFrameworkCore;
using Participation.Domain.Processes;
using Participation.Domain.Strategy;
using Participation.Domain.Texts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;

namespace Participation.Web.Texts;

/// <summary>Reads texts: the same number of queries however many passages and comments they have.</summary>
public sealed class TextQueries(ParticipationDbContext db, CityClock clock)
{
    /// <summary>Most texts that are listed; a city discusses a few a year.</summary>
    public const int Most = 200;

    private const int TeaserLength = 240;

    /// <summary>Public texts, newest first: two queries.</summary>
    public Task<IReadOnlyList<TextRow>> ListAsync(CancellationToken cancel) => RowsAsync(db.DiscussedTexts.ThatArePublic(clock.Now), cancel);

    /// <summary>Public texts of a process.</summary>
    public Task<IReadOnlyList<TextRow>> OfProcessAsync(ProcessId process, CancellationToken cancel) => RowsAsync(db.DiscussedTexts.ThatArePublic(clock.Now).Where(text => text.ProcessId == process), cancel);

    /// <summary>Public texts of a strategy.</summary>
    public Task<IReadOnlyList<TextRow>> OfStrategyAsync(StrategyPaperId strategy, CancellationToken cancel) => RowsAsync(db.DiscussedTexts.ThatArePublic(clock.Now).Where(text => text.StrategyId == strategy), cancel);

    /// <summary>One text, whoever may read it; null when there is none: three queries.</summary>
    public async Task<TextView?> FindAsync(int number, CancellationToken cancel)
    {
        var now = clock.Now;
        var text = await db.DiscussedTexts.AsNoTracking().Where(candidate => candidate.Number == number).Select(candidate => new
        {
            candidate.Id, candidate.Title, candidate.Lead.Html, candidate.Publication, candidate.ChangedAt, candidate.ProcessId,
            Strategy = db.Strategies.ThatArePublic(now).Where(paper => paper.Id == candidate.StrategyId).Select(paper => paper.Title).FirstOrDefault(),
            Paper = db.Papers.ThatArePublic(now).Where(paper => paper.Id == candidate.PaperId && paper.DeletedAt == null).Select(paper => new TextHome(paper.Number, paper.Name)).FirstOrDefault(),
        }).SingleOrDefaultAsync(cancel);
        if (text is null) return null;
        var process = await db.Processes.AsNoTracking().SingleAsync(candidate => candidate.Id == text.ProcessId, cancel);
        var passages = await db.TextPassages.AsNoTracking().Where(passage => passage.TextId == text.Id).OrderBy(passage => passage.Order).ThenBy(passage => passage.Number)
            .Select(passage => new PassageRow(passage.Number, passage.Position, passage.Level, passage.Body.Html, passage.ChangedAt, passage.StruckAt, passage.CommentCount)).ToListAsync(cancel);
        return new TextView(number, text.Title, text.Html, text.Publication, text.ChangedAt, process, text.Strategy, text.Paper, passages);
    }

    private async Task<IReadOnlyList<TextRow>> RowsAsync(IQueryable<DiscussedText> texts, CancellationToken cancel)
    {
        var rows = await texts.OrderByDescending(text => text.Publication.From).ThenByDescending(text => text.Number).Take(Most).Select(text => new
        {
            text.Number, text.Title, text.Lead.Html, text.ProcessId, Paragraphs = text.Passages.Count(passage => passage.Level == 0 && passage.StruckAt == null), Comments = text.Passages.Sum(passage => passage.CommentCount),
        }).ToListAsync(cancel);
        var homes = rows.Select(row => row.ProcessId).Distinct().ToList();
        var processes = await db.Processes.AsNoTracking().Where(process => homes.Contains(process.Id)).ToDictionaryAsync(process => process.Id, cancel);
        return rows.ConvertAll(row => new TextRow(row.Number, row.Title, PlainText.Teaser(row.Html, TeaserLength), processes[row.ProcessId], row.Paragraphs, row.Comments));
    }
}

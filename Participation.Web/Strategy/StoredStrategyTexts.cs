using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Realtime;
using Participation.Domain.Strategy;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;

namespace Participation.Web.Strategy;

/// <summary>Summaries of strategies, rendered anew after an upgrade.</summary>
internal sealed class StoredSummaries(ParticipationDbContext db) : IStoredTexts
{
    public async Task<IReadOnlyList<StoredText>> OlderThanAsync(int version, int most, CancellationToken cancel) =>
        (await db.Strategies.AsNoTracking().Where(paper => paper.Summary.PipelineVersion < version && paper.Summary.Markdown != "")
            .OrderBy(paper => paper.Id).Take(most).Select(paper => new { paper.Id, paper.Summary.Markdown }).ToListAsync(cancel))
        .ConvertAll(paper => new StoredText(paper.Id, paper.Markdown, Channel.Strategy, [CacheTags.Strategy]));

    public Task<int> ReplaceAsync(StoredText text, FormattedText rendered, CancellationToken cancel)
    {
        var id = (StrategyPaperId)text.Key;
        return db.Strategies.Where(paper => paper.Id == id && paper.Summary.Markdown == text.Source && paper.Summary.PipelineVersion < rendered.PipelineVersion)
            .ExecuteUpdateAsync(set => set.SetProperty(paper => paper.Summary.Html, rendered.Html).SetProperty(paper => paper.Summary.PipelineVersion, rendered.PipelineVersion), cancel);
    }

    public Task<int> OutdateAsync(string piece, CancellationToken cancel) => db.Strategies.Where(paper => paper.Summary.Html.Contains(piece))
        .ExecuteUpdateAsync(set => set.SetProperty(paper => paper.Summary.PipelineVersion, 0), cancel);
}

/// <summary>Descriptions of measures, rendered anew after an upgrade.</summary>
internal sealed class StoredDescriptions(ParticipationDbContext db) : IStoredTexts
{
    public async Task<IReadOnlyList<StoredText>> OlderThanAsync(int version, int most, CancellationToken cancel) =>
        (await db.Measures.AsNoTracking().Where(measure => measure.Description.PipelineVersion < version && measure.Description.Markdown != "")
            .OrderBy(measure => measure.Id).Take(most).Select(measure => new { measure.Id, measure.Description.Markdown }).ToListAsync(cancel))
        .ConvertAll(measure => new StoredText(measure.Id, measure.Markdown, Channel.Strategy, [CacheTags.Strategy]));

    public Task<int> ReplaceAsync(StoredText text, FormattedText rendered, CancellationToken cancel)
    {
        var id = (MeasureId)text.Key;
        return db.Measures.Where(measure => measure.Id == id && measure.Description.Markdown == text.Source && measure.Description.PipelineVersion < rendered.PipelineVersion)
            .ExecuteUpdateAsync(set => set.SetProperty(measure => measure.Description.Html, rendered.Html).SetProperty(measure => measure.Description.PipelineVersion, rendered.PipelineVersion), cancel);
    }

    public Task<int> OutdateAsync(string piece, CancellationToken cancel) => db.Measures.Where(measure => measure.Description.Html.Contains(piece))
        .ExecuteUpdateAsync(set => set.SetProperty(measure => measure.Description.PipelineVersion, 0), cancel);
}

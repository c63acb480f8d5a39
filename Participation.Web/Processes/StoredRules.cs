using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Processes;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;

namespace Participation.Web.Processes;

/// <summary>The rules of processes, rendered anew after an upgrade.</summary>
internal sealed class StoredRules(ParticipationDbContext db) : IStoredTexts
{
    public async Task<IReadOnlyList<StoredText>> OlderThanAsync(int version, int most, CancellationToken cancel) =>
        (await db.Processes.AsNoTracking().Where(process => process.Rules.PipelineVersion < version && process.Rules.Markdown != "")
            .OrderBy(process => process.Id).Take(most).Select(process => new { process.Id, process.Rules.Markdown }).ToListAsync(cancel))
        .ConvertAll(process => new StoredText(process.Id, process.Markdown, Channel.Ideas, [CacheTags.Processes]));

    public Task<int> ReplaceAsync(StoredText text, FormattedText rendered, CancellationToken cancel)
    {
        var id = (ProcessId)text.Key;
        return db.Processes.Where(process => process.Id == id && process.Rules.Markdown == text.Source && process.Rules.PipelineVersion < rendered.PipelineVersion)
            .ExecuteUpdateAsync(set => set.SetProperty(process => process.Rules.Html, rendered.Html).SetProperty(process => process.Rules.PipelineVersion, rendered.PipelineVersion), cancel);
    }

    public Task<int> OutdateAsync(string piece, CancellationToken cancel) => db.Processes.Where(process => process.Rules.Html.Contains(piece))
        .ExecuteUpdateAsync(set => set.SetProperty(process => process.Rules.PipelineVersion, 0), cancel);
}

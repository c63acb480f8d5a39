using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;

namespace Participation.Web.Accounts.Organisations;

/// <summary>What organisations say about themselves, rendered anew after an upgrade.</summary>
internal sealed class StoredProfiles(ParticipationDbContext db) : IStoredTexts
{
    public async Task<IReadOnlyList<StoredText>> OlderThanAsync(int version, int most, CancellationToken cancel) =>
        (await db.Organisations.AsNoTracking().Where(organisation => organisation.About.PipelineVersion < version && organisation.About.Markdown != "")
            .OrderBy(organisation => organisation.Id).Take(most).Select(organisation => new { organisation.Id, organisation.About.Markdown }).ToListAsync(cancel))
        .ConvertAll(organisation => new StoredText(organisation.Id, organisation.Markdown, Channel.Organisation(organisation.Id), [CacheTags.Organisations]));

    public Task<int> ReplaceAsync(StoredText text, FormattedText rendered, CancellationToken cancel)
    {
        var id = (OrganisationId)text.Key;
        return db.Organisations.Where(organisation => organisation.Id == id && organisation.About.Markdown == text.Source && organisation.About.PipelineVersion < rendered.PipelineVersion)
            .ExecuteUpdateAsync(set => set.SetProperty(organisation => organisation.About.Html, rendered.Html).SetProperty(organisation => organisation.About.PipelineVersion, rendered.PipelineVersion), cancel);
    }

    public Task<int> OutdateAsync(string piece, CancellationToken cancel) => db.Organisations.Where(organisation => organisation.About.Html.Contains(piece))
        .ExecuteUpdateAsync(set => set.SetProperty(organisation => organisation.About.PipelineVersion, 0), cancel);
}

using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Domain.Texts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;

namespace Participation.Web.Texts;

/// <summary>Introductions of texts, rendered anew after an upgrade.</summary>
internal sealed class StoredLeads(ParticipationDbContext db) : IStoredTexts
{
    public async Task<IReadOnlyList<StoredText>> OlderThanAsync(int version, int most, CancellationToken cancel) =>
        (await db.DiscussedTexts.AsNoTracking().Where(text => text.Lead.PipelineVersion < version && text.Lead.Markdown != "")
            .OrderBy(text => text.Number).Take(most).Select(text => new { text.Id, text.Number, text.Lead.Markdown }).ToListAsync(cancel))
        .ConvertAll(text => new StoredText(text.Id, text.Markdown, Channel.Texts, [CacheTags.Text(text.Number)]));

    public Task<int> ReplaceAsync(StoredText text, FormattedText rendered, CancellationToken cancel)
    {
        var id = (DiscussedTextId)text.Key;
        return db.DiscussedTexts.Where(lead => lead.Id == id && lead.Lead.Markdown == text.Source && lead.Lead.PipelineVersion < rendered.PipelineVersion)
            .ExecuteUpdateAsync(set => set.SetProperty(lead => lead.Lead.Html, rendered.Html).SetProperty(lead => lead.Lead.PipelineVersion, rendered.PipelineVersion), cancel);
    }

    public Task<int> OutdateAsync(string piece, CancellationToken cancel) => db.DiscussedTexts.Where(text => text.Lead.Html.Contains(piece))
        .ExecuteUpdateAsync(set => set.SetProperty(text => text.Lead.PipelineVersion, 0), cancel);
}

/// <summary>Passages, rendered anew after an upgrade.</summary>
internal sealed class StoredPassages(ParticipationDbContext db) : IStoredTexts
{
    public async Task<IReadOnlyList<StoredText>> OlderThanAsync(int version, int most, CancellationToken cancel) =>
        (await db.TextPassages.AsNoTracking().Where(passage => passage.Body.PipelineVersion < version && passage.Body.Markdown != "")
            .OrderBy(passage => passage.Number).Take(most).Select(passage => new { passage.Id, passage.Number, Text = passage.Text.Number, passage.Body.Markdown }).ToListAsync(cancel))
        .ConvertAll(passage => new StoredText(passage.Id, passage.Markdown, Channel.Texts, [CacheTags.Text(passage.Text), CacheTags.Page(DiscussionKey.OfPassage(passage.Number))]));

    public Task<int> ReplaceAsync(StoredText text, FormattedText rendered, CancellationToken cancel)
    {
        var id = (TextPassageId)text.Key;
        return db.TextPassages.Where(passage => passage.Id == id && passage.Body.Markdown == text.Source && passage.Body.PipelineVersion < rendered.PipelineVersion)
            .ExecuteUpdateAsync(set => set.SetProperty(passage => passage.Body.Html, rendered.Html).SetProperty(passage => passage.Body.PipelineVersion, rendered.PipelineVersion), cancel);
    }

    public Task<int> OutdateAsync(string piece, CancellationToken cancel) => db.TextPassages.Where(passage => passage.Body.Html.Contains(piece))
        .ExecuteUpdateAsync(set => set.SetProperty(passage => passage.Body.PipelineVersion, 0), cancel);
}

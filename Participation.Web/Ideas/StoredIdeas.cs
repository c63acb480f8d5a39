using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Ideas;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;

namespace Participation.Web.Ideas;

/// <summary>Descriptions of ideas and drafts, rendered anew after an upgrade.</summary>
internal sealed class StoredIdeas(ParticipationDbContext db) : IStoredTexts
{
    public async Task<IReadOnlyList<StoredText>> OlderThanAsync(int version, int most, CancellationToken cancel) =>
        (await db.Ideas.AsNoTracking().Where(idea => idea.Body.PipelineVersion < version && idea.Body.Markdown != "")
            .OrderBy(idea => idea.Id).Take(most).Select(idea => new { idea.Id, idea.Number, idea.AuthorId, idea.Body.Markdown }).ToListAsync(cancel))
        .ConvertAll(idea => idea.Number is { } number
            ? new StoredText(idea.Id, idea.Markdown, Channel.Idea(number), [CacheTags.Idea(number), CacheTags.Ideas])
            : new StoredText(idea.Id, idea.Markdown, Channel.Drafts(idea.AuthorId), []));

    public Task<int> ReplaceAsync(StoredText text, FormattedText rendered, CancellationToken cancel)
    {
        var id = (IdeaId)text.Key;
        return db.Ideas.Where(idea => idea.Id == id && idea.Body.Markdown == text.Source && idea.Body.PipelineVersion < rendered.PipelineVersion)
            .ExecuteUpdateAsync(set => set.SetProperty(idea => idea.Body.Html, rendered.Html).SetProperty(idea => idea.Body.PipelineVersion, rendered.PipelineVersion), cancel);
    }

    public Task<int> OutdateAsync(string piece, CancellationToken cancel) => db.Ideas.Where(idea => idea.Body.Html.Contains(piece))
        .ExecuteUpdateAsync(set => set.SetProperty(idea => idea.Body.PipelineVersion, 0), cancel);
}

/// <summary>Official answers, rendered anew after an upgrade.</summary>
internal sealed class StoredAnswers(ParticipationDbContext db) : IStoredTexts
{
    public async Task<IReadOnlyList<StoredText>> OlderThanAsync(int version, int most, CancellationToken cancel) =>
        (await db.Set<OfficialAnswer>().AsNoTracking().Where(answer => answer.Text.PipelineVersion < version && answer.Text.Markdown != "")
            .OrderBy(answer => answer.Id).Take(most)
            .Join(db.Ideas, answer => answer.IdeaId, idea => idea.Id, (answer, idea) => new { answer.Id, answer.Text.Markdown, Number = idea.Number ?? 0 }).ToListAsync(cancel))
        .ConvertAll(answer => new StoredText(answer.Id, answer.Markdown, Channel.Idea(answer.Number), [CacheTags.Idea(answer.Number), CacheTags.Ideas]));

    public Task<int> ReplaceAsync(StoredText text, FormattedText rendered, CancellationToken cancel)
    {
        var id = (OfficialAnswerId)text.Key;
        return db.Set<OfficialAnswer>().Where(answer => answer.Id == id && answer.Text.Markdown == text.Source && answer.Text.PipelineVersion < rendered.PipelineVersion)
            .ExecuteUpdateAsync(set => set.SetProperty(answer => answer.Text.Html, rendered.Html).SetProperty(answer => answer.Text.PipelineVersion, rendered.PipelineVersion), cancel);
    }

    public Task<int> OutdateAsync(string piece, CancellationToken cancel) => db.Set<OfficialAnswer>().Where(answer => answer.Text.Html.Contains(piece))
        .ExecuteUpdateAsync(set => set.SetProperty(answer => answer.Text.PipelineVersion, 0), cancel);
}

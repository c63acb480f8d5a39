using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary>Drafts for the form: open, keep, and what sounds like them.</summary>
public sealed class IdeaDrafts(ParticipationDbContext db, SaveDraft saveDraft, IdeaQueries queries)
{
    /// <summary>Shortest title for which similar ideas are looked up, in characters.</summary>
    public const int SimilarFrom = 10;

    private const int SimilarCount = 5;

    /// <summary>One's own draft as form input; someone else's is forbidden.</summary>
    public async Task<IdeaFormInput> OpenAsync(Guid id, Actor? actor, CancellationToken cancel)
    {
        var wanted = IdeaId.From(id);
        var idea = await db.Ideas.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == wanted && candidate.Status == IdeaStatus.Draft, cancel) ?? throw new NotFoundException();
        if (actor?.Person != idea.AuthorId) throw new ForbiddenException();
        var process = await db.Processes.Where(candidate => candidate.Id == idea.ProcessId).Select(candidate => candidate.Slug).SingleAsync(cancel);
        return new IdeaFormInput
        {
            Process = process, Title = idea.Title, Summary = idea.Summary, Body = idea.Body.Markdown, Topic = idea.TopicKey, District = idea.DistrictKey,
            Place = idea.Place, SubmissionKey = idea.SubmissionKey,
        };
    }

    /// <summary>Keeps a draft.</summary>
    public Task<Outcome<IdeaId>> KeepAsync(IdeaInput input, string key, Actor actor, CancellationToken cancel) => saveDraft.ExecuteAsync(input, key, actor, cancel);

    /// <summary>Public ideas that sound like a title.</summary>
    public async Task<IReadOnlyList<IdeaRow>> SimilarAsync(string title, CancellationToken cancel) =>
        title.Trim().Length < SimilarFrom ? [] : await queries.SimilarAsync(title, SimilarCount, cancel);
}

using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Realtime;
using Participation.Web.Shared;
using Participation.Web.Uploads;

namespace Participation.Web.Ideas;

/// <summary>Keeps a draft on the server: one per author and form, however often it is saved.</summary>
public sealed class SaveDraft(ParticipationDbContext db, Changes changes, TextFormatter texts, UploadUses uploads)
{
    /// <summary>Most drafts one person may keep.</summary>
    public const int MaxDrafts = 30;

    /// <param name="input">What is in the form now; anything may be missing.</param>
    /// <param name="submissionKey">The form's own key.</param>
    /// <param name="actor">Whose draft.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The draft's id, or why it was not kept.</returns>
    public async Task<Outcome<IdeaId>> ExecuteAsync(IdeaInput input, string submissionKey, Actor actor, CancellationToken cancel)
    {
        var text = await input.ToTextAsync(texts, cancel);
        if (!text.Done) return text.Refusal;
        await using var change = await changes.BeginAsync([Channel.Drafts(actor.Person)], cancel);
        var process = await db.Processes.SingleOrDefaultAsync(candidate => candidate.Slug == input.ProcessSlug, cancel)
            ?? throw new NotFoundException(input.ProcessSlug);
        var organisation = await Speaking.ForAsync(db, actor, input.Organisation, cancel);
        if (organisation.Refusal is { } notAllowed) return notAllowed;
        var idea = await db.Ideas.SingleOrDefaultAsync(candidate => candidate.AuthorId == actor.Person && candidate.SubmissionKey == submissionKey, cancel);
        if (idea is null)
        {
            if (await db.Ideas.CountAsync(candidate => candidate.AuthorId == actor.Person && candidate.Status == IdeaStatus.Draft, cancel) >= MaxDrafts)
                return new TooManyDrafts(MaxDrafts);
            idea = Idea.Draft(IdeaId.New(change.Now), process.Id, actor.Person, organisation.Value, text.Value, submissionKey, change.Now);
            db.Ideas.Add(idea);
        }
        else if (idea.EditDraft(text.Value, process.Id, organisation.Value, change.Now) is { } refusal)
        {
            return refusal;
        }

        if (await uploads.SetAsync(Subject.Of(idea.Id), text.Value.Body, actor.Person, isNew: false, change.Now, cancel) is { } notUsable) return notUsable;
        await change.CommitAsync(cancel);
        return idea.Id;
    }
}

/// <summary>More drafts than anyone finishes.</summary>
public sealed record TooManyDrafts(int Limit) : Refusal;

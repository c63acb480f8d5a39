using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation.Guards;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Moderation.Guards;
using Participation.Web.Realtime;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary>Hands an idea in. The same form handed in twice is one idea: the second call answers like the first.</summary>
public sealed class SubmitIdea(ParticipationDbContext db, Changes changes, SaveDraft saveDraft, WritingGuard guard)
{
    /// <param name="input">The whole idea.</param>
    /// <param name="submissionKey">The form's own key; a retry sends the same.</param>
    /// <param name="actor">Its author.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>What it became, or why not. A refused idea stays as a draft.</returns>
    public async Task<Outcome<SubmittedIdea>> ExecuteAsync(IdeaInput input, string submissionKey, Actor actor, CancellationToken cancel)
    {
        var existing = await FindAsync(submissionKey, actor, cancel);
        if (existing is { Number: not null }) return Result(existing);
        if (!input.SharesPersonalData && PersonalData.In(input.Prose) is { } found) return new ContainsPersonalData(found);
        var saved = await saveDraft.ExecuteAsync(input, submissionKey, actor, cancel);
        if (saved.Refusal is StepNotPossible && await FindAsync(submissionKey, actor, cancel) is { Number: not null } other) return Result(other);
        if (!saved.Done) return saved.Refusal;

        db.ChangeTracker.Clear();
        await using var change = await changes.BeginAsync([Channel.Drafts(actor.Person), Channel.Ideas, Channel.Moderation], cancel);
        var idea = await db.Ideas.SingleAsync(candidate => candidate.Id == saved.Value, cancel);
        if (idea.Number is not null) return Result(idea);
        var process = await db.Processes.SingleOrDefaultAsync(candidate => candidate.Id == idea.ProcessId, cancel) ?? throw new NotFoundException(input.ProcessSlug);
        var author = await db.People.SingleAsync(person => person.Id == actor.Person, cancel);
        // What is published is what lies in the draft now; another request may have saved it once more in between.
        var prose = $"{idea.Title}\n\n{idea.Summary}\n\n{idea.Body.Markdown}";
        if (!input.SharesPersonalData && PersonalData.In(prose) is { } inDraft) return new ContainsPersonalData(inDraft);
        var guarded = await guard.CheckAsync(GuardedIdeas.Of(idea), author, idea.OrganisationId, change.Now, cancel);
        if (!guarded.Done) return guarded.Refusal;
        var number = await db.NextNumberAsync(Counter.Ideas, cancel);
        if (idea.Submit(number, process, author, change.Now, guarded.Value.Holds) is { } refusal) return refusal;
        guard.Note(guarded.Value, Subject.Of(idea.Id), idea.TextVersion);
        if (idea.IsPublic)
        {
            change.Append(Channel.Ideas, ChannelEventKind.IdeaAppeared, number);
            change.Evict(CacheTags.Ideas);
        }

        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, number);
        change.Audit("idea.submit", Subject.Of(idea.Id), actor);
        await change.CommitAsync(cancel);
        return Result(idea) with { HeldFor = guarded.Value.Holds ? guarded.Value.Found : [] };
    }

    private Task<Idea?> FindAsync(string key, Actor actor, CancellationToken cancel) =>
        db.Ideas.AsNoTracking().SingleOrDefaultAsync(idea => idea.AuthorId == actor.Person && idea.SubmissionKey == key, cancel);

    private static SubmittedIdea Result(Idea idea) => new(idea.Number ?? 0, idea.Title, idea.Status);
}

/// <summary>An idea that was handed in.</summary>
public sealed record SubmittedIdea(int Number, string Title, IdeaStatus Status)
{
    /// <summary>Why it waits, if that is not the process's rule.</summary>
    public IReadOnlyList<Found> HeldFor { get; init; } = [];
}

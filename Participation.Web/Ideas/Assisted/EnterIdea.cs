using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Realtime;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Realtime;
using Participation.Web.Shared;

namespace Participation.Web.Ideas.Assisted;

/// <summary>
/// Staff hands in an idea for someone without an account: under a name they choose, or none. It belongs to a person of its own, whose name is
/// nobody else's; no address is kept. The process's rule decides whether it waits, and whoever wrote it down cannot publish it.
/// </summary>
public sealed class EnterIdea(ParticipationDbContext db, Changes changes, CreatePerson people, ClaimCodes codes, TextFormatter texts)
{
    /// <param name="input">The idea.</param>
    /// <param name="pseudonym">The name that the person chose; empty for none.</param>
    /// <param name="submissionKey">The form's own key; a retry sends the same.</param>
    /// <param name="actor">Who writes it down.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Outcome<SubmittedIdea>> ExecuteAsync(IdeaInput input, string? pseudonym, string submissionKey, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsModerator) return new NotAllowed();
        var name = string.IsNullOrWhiteSpace(pseudonym) ? null : pseudonym.Trim();
        if (name is not null && !NewPerson.IsName(name)) return new NameIsUnusable();
        var text = await input.ToTextAsync(texts, cancel);
        if (!text.Done) return text.Refusal;
        var secret = codes.New();
        await using var change = await changes.BeginAsync([Channel.Drafts(actor.Person), Channel.Ideas, Channel.Moderation], cancel);
        if (await db.Ideas.AsNoTracking().SingleOrDefaultAsync(idea => idea.AssistedBy == actor.Person && idea.SubmissionKey == submissionKey, cancel) is { } existing) return Result(existing);
        if (name is not null && await people.IsTakenAsync(name, cancel)) return new NameIsTaken();
        var process = await db.Processes.SingleOrDefaultAsync(candidate => candidate.Slug == input.ProcessSlug, cancel) ?? throw new NotFoundException(input.ProcessSlug);
        var author = Person.WithoutAccount(PersonId.New(change.Now), name, change.Now);
        var entered = Idea.Assist(IdeaId.New(change.Now), process.Id, author.Id, text.Value, submissionKey, actor.Person, change.Now);
        var number = await db.NextNumberAsync(Counter.Ideas, cancel);
        if (entered.Submit(number, process, author, change.Now) is { } refusal) return refusal;
        db.People.Add(author);
        db.Ideas.Add(entered);
        db.Add(IdeaClaim.Of(entered.Id, secret));
        if (entered.IsPublic)
        {
            change.Append(Channel.Ideas, ChannelEventKind.IdeaAppeared, number);
            change.Evict(CacheTags.Ideas);
        }

        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, number);
        change.Audit("idea.assist", Subject.Of(entered.Id), actor);
        try
        {
            await change.CommitAsync(cancel);
        }
        catch (DbUpdateException failure) when (db.IsUniqueViolation(failure))
        {
            return new NameIsTaken(); // Somebody registered it in this moment.
        }

        return Result(entered);
    }

    private static SubmittedIdea Result(Idea idea) => new(idea.Number ?? 0, idea.Title, idea.Status);
}

/// <summary>A name that cannot be shown: too short, too long, or with characters that nobody sees.</summary>
public sealed record NameIsUnusable : Refusal;

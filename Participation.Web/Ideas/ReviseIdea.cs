using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation.Guards;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Moderation.Guards;
using Participation.Web.Notifications;
using Participation.Web.Realtime;
using Participation.Web.Uploads;

namespace Participation.Web.Ideas;

/// <summary>Changes an idea's text as a new version; everyone who took a stance on it is told and can change it.</summary>
public sealed class ReviseIdea(ParticipationDbContext db, Changes changes, TextFormatter texts, Notifier notifier, WritingGuard guard, HoldFound hold, UploadUses uploads)
{
    /// <param name="number">The idea.</param>
    /// <param name="input">The whole new text.</param>
    /// <param name="expectedTextVersion">The version the author started from; another one is a conflict.</param>
    /// <param name="actor">The author.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Refusal?> ExecuteAsync(int number, IdeaInput input, int expectedTextVersion, Actor actor, CancellationToken cancel)
    {
        var text = await input.ToTextAsync(texts, cancel);
        if (!text.Done) return text.Refusal;
        await using var change = await changes.BeginAsync([Channel.Drafts(actor.Person), Channel.Idea(number), Channel.Ideas, Channel.Moderation], cancel);
        var idea = await db.Ideas.SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) ?? throw new NotFoundException();
        if (idea.AuthorId != actor.Person) return new NotAllowed();
        if (await Speaking.StillForAsync(db, actor, idea.OrganisationId, cancel) is { } silenced) return silenced;
        var process = await db.Processes.SingleAsync(candidate => candidate.Id == idea.ProcessId, cancel);
        var author = await db.People.SingleAsync(person => person.Id == actor.Person, cancel);
        if (author.CheckWriting(process.RequiredVerification, change.Now) is { } barred) return barred;
        if (idea.TextVersion != expectedTextVersion) return new ChangedMeanwhile();
        var before = $"{idea.Title}\n\n{idea.Summary}\n\n{idea.Body.Markdown}\n\n{idea.Place}";
        if (!input.SharesPersonalData && PersonalData.In(input.Prose, before) is { } found) return new ContainsPersonalData(found);
        var guarded = await guard.CheckAsync(GuardedIdeas.Of(idea, text.Value), author, idea.OrganisationId, change.Now, cancel);
        if (!guarded.Done) return guarded.Refusal;
        if (idea.Revise(text.Value, actor.Person, change.Now) is { } refusal) return refusal;
        if (await uploads.SetAsync(Subject.Of(idea.Id), text.Value.Body, actor.Person, isNew: false, change.Now, cancel) is { } notUsable) return notUsable;
        guard.Note(guarded.Value, Subject.Of(idea.Id), idea.TextVersion);
        var held = await hold.ConsiderAsync(change, idea, guarded.Value, cancel);
        var happening = new Happening(NotificationKind.IdeaRevised, number, idea.Title, $"idea-{number}-revised-{idea.TextVersion}");
        if (!held) await notifier.TellInvolvedAsync(idea, happening, actor.Person, change.Now, cancel);
        if (idea.IsPublic)
        {
            change.Append(Channel.Idea(number), ChannelEventKind.IdeaChanged, number);
            change.Append(Channel.Ideas, ChannelEventKind.IdeaChanged, number);
        }

        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, number);
        change.Audit("idea.revise", Subject.Of(idea.Id), actor);
        change.Evict(CacheTags.Ideas);
        change.Evict(CacheTags.Idea(number));
        await change.CommitAsync(cancel);
        return null;
    }
}

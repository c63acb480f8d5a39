using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Suggestions;
using Participation.Domain.Proposals.Writing;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Proposals.Writing;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>
/// Those who write take a suggestion over or decline it. Taking over is a change like any other, in the transaction of the decision and under the lock of the text: it
/// happens once, and only while the passage says what was quoted.
/// </summary>
public sealed class DecideSuggestion(ParticipationDbContext db, TextCase proposals, LockTexts locks, FollowPassages follow, TakingPart part, SuggestionNews news)
{
    public async Task<Refusal?> AcceptAsync(int number, int suggestion, Actor actor, CancellationToken cancel)
    {
        LockedTexts texts;
        await using (var open = await proposals.OpenAsync(number, actor, cancel, Channel.Moderation))
        {
            if (open.Writer is not { } writer) return open.Barred;
            var made = await FindAsync(open.Proposal, suggestion, cancel);
            if (made.Status is not SuggestionStatus.Open) return new SuggestionIsClosed();
            texts = await locks.OfAsync(open.Proposal.Id, cancel);
            var passage = (await follow.ToAsync(texts.All, [made.Passage], cancel))[0];
            if (passage.IsGone) return new PassageIsGone();
            var text = texts[passage.Section];
            if (!passage.StandsIn(text.Text)) return new PassageHasChanged();
            var changes = ChangeSet.Of(text.Text.Length, new TextEdit(passage.From, passage.To, made.Replacement));
            if (await texts.WriteAsync(passage.Section, changes, writer, open.Change.Now, cancel) is { } refusal) return refusal;
            made.Move(passage);
            if (made.Accept(texts[passage.Section].Version, writer.Person, writer.Organisation, open.Change.Now) is { } closed) return closed;
            await news.TellAuthorAsync(open, made.AuthorId, NotificationKind.SuggestionAccepted, made.Number, null, actor, cancel);
            open.Change.Audit("proposal.accept-suggestion", Subject.Of(made.Id), actor);
            open.Change.Evict(CacheTags.Proposals);
            open.Change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, number);
            await open.Change.CommitAsync(cancel);
        }

        await texts.AnnounceAsync();
        return null;
    }

    /// <summary>The text is published and stays; the change is kept for its deliberation.</summary>
    public Task<Refusal?> NoteAsync(int number, int suggestion, Actor actor, CancellationToken cancel) => CloseAsync(number, suggestion, actor, "proposal.note-suggestion", NotificationKind.SuggestionNoted,
        (open, made, organisation) => open.Proposal.Status is ProposalStatus.Published ? made.Note(actor.Person, organisation, open.Change.Now) : new SuggestionIsClosed(), cancel);

    /// <summary>It does not become part of the text; its author reads why.</summary>
    public Task<Refusal?> DeclineAsync(int number, int suggestion, string reason, Actor actor, CancellationToken cancel) => CloseAsync(number, suggestion, actor, "proposal.decline-suggestion", NotificationKind.SuggestionDeclined,
        (open, made, organisation) => made.Decline(reason, actor.Person, organisation, open.Change.Now), cancel);

    private async Task<Refusal?> CloseAsync(int number, int suggestion, Actor actor, string action, NotificationKind kind, Func<OpenedProposal, Suggestion, OrganisationId, Refusal?> rule, CancellationToken cancel)
    {
        await using var open = await proposals.OpenAsync(number, actor, cancel, Channel.Moderation);
        if (open.Organisation is not { } organisation) return new NotAllowed();
        if (await part.CheckBarredAsync(open, actor, cancel) is { } barred) return barred;
        var made = await FindAsync(open.Proposal, suggestion, cancel);
        if (rule(open, made, organisation) is { } refusal) return refusal;
        await news.TellAuthorAsync(open, made.AuthorId, kind, made.Number, made.Answer.Length == 0 ? null : made.Answer, actor, cancel);
        open.Change.Audit(action, Subject.Of(made.Id), actor);
        open.Change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, number);
        open.Change.Evict(CacheTags.Proposals);
        await open.Change.CommitAsync(cancel);
        return null;
    }

    private async Task<Suggestion> FindAsync(Proposal proposal, int number, CancellationToken cancel) =>
        await db.Suggestions.SingleOrDefaultAsync(made => made.ProposalId == proposal.Id && made.Number == number, cancel) ?? throw new NotFoundException();
}

/// <summary>Its author takes a suggestion back; whoever writes shows one that waited, never their own.</summary>
public sealed class SettleSuggestion(ParticipationDbContext db, TextCase proposals, TakingPart part)
{
    public Task<Refusal?> WithdrawAsync(int number, int suggestion, Actor actor, CancellationToken cancel) =>
        TakeAsync(number, suggestion, actor, "proposal.withdraw-suggestion", (open, made) => Task.FromResult(made.AuthorId == actor.Person ? made.Withdraw(open.Change.Now) : new NotAllowed()), cancel);

    /// <summary>Whoever writes lets through what waits, never their own; moderators do so at the desk.</summary>
    public Task<Refusal?> ShowAsync(int number, int suggestion, Actor actor, CancellationToken cancel) => TakeAsync(number, suggestion, actor, "proposal.show-suggestion", async (open, made) =>
    {
        if (!open.Speaks || made.AuthorId == actor.Person) return new NotAllowed();
        return await part.CheckBarredAsync(open, actor, cancel) ?? made.Show();
    }, cancel);

    private async Task<Refusal?> TakeAsync(int number, int suggestion, Actor actor, string action, Func<OpenedProposal, Suggestion, Task<Refusal?>> rule, CancellationToken cancel)
    {
        await using var open = await proposals.OpenAsync(number, actor, cancel, Channel.Moderation);
        var made = await db.Suggestions.SingleOrDefaultAsync(candidate => candidate.ProposalId == open.Proposal.Id && candidate.Number == suggestion, cancel) ?? throw new NotFoundException();
        if (await rule(open, made) is { } refusal) return refusal;
        open.Change.Audit(action, Subject.Of(made.Id), actor);
        open.Change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, number);
        await open.Change.CommitAsync(cancel);
        return null;
    }
}

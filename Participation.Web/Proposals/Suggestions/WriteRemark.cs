using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals.Suggestions;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Proposals.Revisions;
using Participation.Web.Proposals.Writing;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>Somebody remarks something on a passage, or replies to a remark. The same form sent twice is one.</summary>
public sealed class WriteRemark(ParticipationDbContext db, TextCase proposals, TakingPart part, ReadTexts texts, FindPassage find, SuggestionNews news)
{
    /// <returns>The remark's number and whether it waits until somebody looked at it, or why not.</returns>
    public async Task<Outcome<Suggested>> ExecuteAsync(int number, PassageAddress address, RemarkInput input, Actor actor, CancellationToken cancel)
    {
        await using var open = await proposals.OpenAsync(number, actor, cancel, Channel.Drafts(actor.Person));
        if (await AgainAsync(open, input, actor, cancel) is { } again) return again;
        var passage = await find.ExecuteAsync(await texts.OfAsync(open.Proposal.Id, cancel), address, cancel);
        if (!passage.Done) return passage.Refusal;
        var written = await AddAsync(open, null, passage.Value, input, actor, cancel);
        if (!written.Done) return written.Refusal;
        await news.TellWritersAsync(open, NotificationKind.RemarkMade, actor, cancel);
        await open.Change.CommitAsync(cancel);
        return new Suggested(written.Value.Number, written.Value.IsHeld);
    }

    /// <returns>The reply's number and whether it waits until somebody looked at it, or why not.</returns>
    public async Task<Outcome<Suggested>> ReplyAsync(int number, int remark, RemarkInput input, Actor actor, CancellationToken cancel)
    {
        await using var open = await proposals.OpenAsync(number, actor, cancel, Channel.Drafts(actor.Person));
        if (await AgainAsync(open, input, actor, cancel) is { } again) return again;
        var parent = await db.PassageComments.SingleOrDefaultAsync(candidate => candidate.ProposalId == open.Proposal.Id && candidate.Number == remark, cancel) ?? throw new NotFoundException();
        if (parent.ParentId is not null || !parent.IsVisible) return new RemarkIsClosed();
        var written = await AddAsync(open, parent, parent.Passage, input, actor, cancel);
        if (!written.Done) return written.Refusal;
        if (!written.Value.IsHeld) await news.TellAuthorAsync(open, parent.AuthorId, NotificationKind.RemarkReplied, written.Value.Number, null, actor, cancel);
        await open.Change.CommitAsync(cancel);
        return new Suggested(written.Value.Number, written.Value.IsHeld);
    }

    private async Task<Outcome<PassageComment>> AddAsync(OpenedProposal open, PassageComment? parent, Passage passage, RemarkInput input, Actor actor, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(input.Body)) return new CommentNeedsText();
        var all = db.PassageComments.Where(known => known.ProposalId == open.Proposal.Id);
        if (await all.CountAsync(known => known.AuthorId == actor.Person, cancel) >= PassageComment.MostOfPerson) return new TooManyRemarks(PassageComment.MostOfPerson);
        if (await all.CountAsync(cancel) >= PassageComment.Most) return new RemarksAreFull(PassageComment.Most);
        var taken = await part.CheckAsync(open, actor, input.Organisation, input.Body, cancel);
        if (!taken.Done) return taken.Refusal;
        var remark = PassageComment.Write(PassageCommentId.New(open.Change.Now), open.Proposal.Id, 1 + (await all.MaxAsync(known => (int?)known.Number, cancel) ?? 0), parent, passage, SaveSection.Clean(input.Body), actor.Person, taken.Value.Organisation, taken.Value.IsHeld, input.Key, open.Change.Now);
        db.PassageComments.Add(remark);
        return remark;
    }

    private async Task<Outcome<Suggested>?> AgainAsync(OpenedProposal open, RemarkInput input, Actor actor, CancellationToken cancel)
    {
        var again = await db.PassageComments.AsNoTracking().Where(known => known.AuthorId == actor.Person && known.SubmissionKey == input.Key).Select(known => new { known.ProposalId, known.Number, known.IsHeld }).SingleOrDefaultAsync(cancel);
        return again is null ? null : again.ProposalId == open.Proposal.Id ? new Suggested(again.Number, again.IsHeld) : new KeyWasUsed();
    }
}

/// <summary>What somebody remarks.</summary>
/// <param name="Body">The text.</param>
/// <param name="Key">Made by the form.</param>
/// <param name="Organisation">In whose name.</param>
public sealed record RemarkInput(string Body, string Key, Guid? Organisation = null);

/// <summary>Settles remarks, opens them again, removes them.</summary>
public sealed class SettleRemark(ParticipationDbContext db, TextCase proposals, SuggestionNews news)
{
    /// <summary>Whoever wrote it, or speaks for one of the organisations, says that it is settled.</summary>
    public Task<Refusal?> ResolveAsync(int number, int remark, Actor actor, CancellationToken cancel) => TakeAsync(number, remark, actor, "proposal.settle-remark",
        (open, found) => Task.FromResult(open.Speaks || found.AuthorId == actor.Person ? found.Resolve(actor.Person, open.Change.Now) : new NotAllowed()), cancel);

    /// <summary>The same people open it again.</summary>
    public Task<Refusal?> ReopenAsync(int number, int remark, Actor actor, CancellationToken cancel) => TakeAsync(number, remark, actor, "proposal.reopen-remark",
        (open, found) => Task.FromResult(open.Speaks || found.AuthorId == actor.Person ? found.Reopen() : new NotAllowed()), cancel);

    /// <summary>Its author deletes it.</summary>
    public Task<Refusal?> DeleteAsync(int number, int remark, Actor actor, CancellationToken cancel) => TakeAsync(number, remark, actor, "proposal.delete-remark", (open, found) =>
    {
        if (found.AuthorId != actor.Person) return Task.FromResult<Refusal?>(new NotAllowed());
        found.Erase(open.Change.Now);
        return Task.FromResult<Refusal?>(null);
    }, cancel);

    /// <summary>A moderator hides it.</summary>
    public Task<Refusal?> HideAsync(int number, int remark, string reason, Actor actor, CancellationToken cancel) => TakeAsync(number, remark, actor, "proposal.hide-remark", async (open, found) =>
    {
        if (!actor.IsModerator) return new NotAllowed();
        if (found.Hide(reason, open.Change.Now) is { } refusal) return refusal;
        await news.TellAuthorAsync(open, found.AuthorId, NotificationKind.RemarkHidden, found.Number, found.RemovalReason, actor, cancel);
        return null;
    }, cancel);

    /// <summary>Whoever speaks for one of the organisations, or a moderator, shows one that waited.</summary>
    public Task<Refusal?> ShowAsync(int number, int remark, Actor actor, CancellationToken cancel) => TakeAsync(number, remark, actor, "proposal.show-remark", (open, found) =>
    {
        if (!open.Speaks && !actor.IsModerator) return Task.FromResult<Refusal?>(new NotAllowed());
        found.Show();
        return Task.FromResult<Refusal?>(null);
    }, cancel);

    private async Task<Refusal?> TakeAsync(int number, int remark, Actor actor, string action, Func<OpenedProposal, PassageComment, Task<Refusal?>> rule, CancellationToken cancel)
    {
        await using var open = await proposals.OpenAsync(number, actor, cancel);
        var found = await db.PassageComments.SingleOrDefaultAsync(candidate => candidate.ProposalId == open.Proposal.Id && candidate.Number == remark, cancel) ?? throw new NotFoundException();
        var before = found.Version;
        if (await rule(open, found) is { } refusal) return refusal;
        if (found.Version != before) open.Change.Audit(action, Subject.Of(open.Proposal.Id), actor, $"{found.Number}");
        await open.Change.CommitAsync(cancel);
        return null;
    }
}

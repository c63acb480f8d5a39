using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals.Suggestions;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Proposals.Writing;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>Somebody who takes part for an organisation remarks something on a passage, or replies to a remark. The same form sent twice is one.</summary>
public sealed class WriteRemark(ParticipationDbContext db, TextCase proposals, TakingPart part, ReadTexts texts, FindPassage find, SuggestionNews news)
{
    /// <returns>The remark's number, or why not.</returns>
    public async Task<Outcome<int>> ExecuteAsync(int number, PassageAddress address, RemarkInput input, Actor actor, CancellationToken cancel)
    {
        await using var open = await proposals.OpenAsync(number, actor, cancel, Channel.Drafts(actor.Person));
        if (await AgainAsync(open, input, actor, cancel) is { } again) return again;
        var passage = await find.ExecuteAsync(await texts.OfAsync(open.Proposal.Id, cancel), address, cancel);
        if (!passage.Done) return passage.Refusal;
        var written = await AddAsync(open, null, passage.Value, input, actor, cancel);
        if (!written.Done) return written.Refusal;
        await news.TellWritersAsync(open, NotificationKind.RemarkMade, actor, cancel);
        await open.Change.CommitAsync(cancel);
        return written.Value.Number;
    }

    /// <returns>The reply's number, or why not.</returns>
    public async Task<Outcome<int>> ReplyAsync(int number, int remark, RemarkInput input, Actor actor, CancellationToken cancel)
    {
        await using var open = await proposals.OpenAsync(number, actor, cancel, Channel.Drafts(actor.Person));
        if (await AgainAsync(open, input, actor, cancel) is { } again) return again;
        var parent = await db.PassageComments.SingleOrDefaultAsync(candidate => candidate.ProposalId == open.Proposal.Id && candidate.Number == remark, cancel) ?? throw new NotFoundException();
        if (parent.ParentId is not null || !parent.IsVisible) return new RemarkIsClosed();
        var written = await AddAsync(open, parent, parent.Passage, input, actor, cancel);
        if (!written.Done) return written.Refusal;
        await news.TellAuthorAsync(open, parent.AuthorId, NotificationKind.RemarkReplied, written.Value.Number, null, actor, cancel);
        await open.Change.CommitAsync(cancel);
        return written.Value.Number;
    }

    private async Task<Outcome<PassageComment>> AddAsync(OpenedProposal open, PassageComment? parent, Passage passage, RemarkInput input, Actor actor, CancellationToken cancel)
    {
        if (open.Part is not { } organisation) return new NotAllowed();
        if (!TakingPart.IsDiscussed(open.Proposal)) return new SuggestionsAreClosed();
        if (await part.CheckBarredAsync(open, actor, cancel) is { } barred) return barred;
        if (string.IsNullOrWhiteSpace(input.Body)) return new CommentNeedsText();
        var all = db.PassageComments.Where(known => known.ProposalId == open.Proposal.Id);
        if (await all.CountAsync(known => known.AuthorId == actor.Person, cancel) >= PassageComment.MostOfPerson) return new TooManyRemarks(PassageComment.MostOfPerson);
        if (await all.CountAsync(cancel) >= PassageComment.Most) return new RemarksAreFull(PassageComment.Most);
        var remark = PassageComment.Write(PassageCommentId.New(open.Change.Now), open.Proposal.Id, 1 + (await all.MaxAsync(known => (int?)known.Number, cancel) ?? 0), parent, passage, SaveSection.Clean(input.Body), actor.Person, organisation, input.Key, open.Change.Now);
        db.PassageComments.Add(remark);
        return remark;
    }

    private async Task<Outcome<int>?> AgainAsync(OpenedProposal open, RemarkInput input, Actor actor, CancellationToken cancel)
    {
        var again = await db.PassageComments.AsNoTracking().Where(known => known.AuthorId == actor.Person && known.SubmissionKey == input.Key).Select(known => new { known.ProposalId, known.Number }).SingleOrDefaultAsync(cancel);
        return again is null ? null : again.ProposalId == open.Proposal.Id ? again.Number : new KeyWasUsed();
    }
}

/// <summary>What somebody remarks.</summary>
/// <param name="Body">The text.</param>
/// <param name="Key">Made by the form.</param>
public sealed record RemarkInput(string Body, string Key);

/// <summary>Settles remarks, opens them again, removes them.</summary>
public sealed class SettleRemark(ParticipationDbContext db, TextCase proposals, TakingPart part)
{
    /// <summary>Whoever wrote it, or speaks for one of the organisations, says that it is settled.</summary>
    public Task<Refusal?> ResolveAsync(int number, int remark, Actor actor, CancellationToken cancel) => TakeAsync(number, remark, actor, "proposal.settle-remark",
        async (open, found) => await CheckAsync(open, found, actor, cancel) ?? found.Resolve(actor.Person, open.Change.Now), cancel);

    /// <summary>The same people open it again.</summary>
    public Task<Refusal?> ReopenAsync(int number, int remark, Actor actor, CancellationToken cancel) => TakeAsync(number, remark, actor, "proposal.reopen-remark",
        async (open, found) => await CheckAsync(open, found, actor, cancel) ?? found.Reopen(), cancel);

    /// <summary>Its author deletes it.</summary>
    public Task<Refusal?> DeleteAsync(int number, int remark, Actor actor, CancellationToken cancel) => TakeAsync(number, remark, actor, "proposal.delete-remark", (open, found) =>
    {
        if (found.AuthorId != actor.Person) return Task.FromResult<Refusal?>(new NotAllowed());
        found.Erase(open.Change.Now);
        return Task.FromResult<Refusal?>(null);
    }, cancel);

    private async Task<Refusal?> CheckAsync(OpenedProposal open, PassageComment found, Actor actor, CancellationToken cancel) =>
        open.Speaks || (open.Part is not null && found.AuthorId == actor.Person) ? await part.CheckBarredAsync(open, actor, cancel) : new NotAllowed();

    private async Task<Refusal?> TakeAsync(int number, int remark, Actor actor, string action, Func<OpenedProposal, PassageComment, Task<Refusal?>> rule, CancellationToken cancel)
    {
        await using var open = await proposals.OpenAsync(number, actor, cancel);
        if (!open.Viewer.SeesInside) throw new NotFoundException();
        var found = await db.PassageComments.SingleOrDefaultAsync(candidate => candidate.ProposalId == open.Proposal.Id && candidate.Number == remark, cancel) ?? throw new NotFoundException();
        var before = found.Version;
        if (await rule(open, found) is { } refusal) return refusal;
        if (found.Version != before) open.Change.Audit(action, Subject.Of(found.Id), actor);
        await open.Change.CommitAsync(cancel);
        return null;
    }
}

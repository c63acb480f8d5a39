using Microsoft.EntityFrameworkCore;
using Participation.Domain.Council.Live;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Suggestions;
using Participation.Web.Data;
using Participation.Web.Discussions;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Moderation;

/// <summary>Where the contributions stand that decisions and notices are about: an idea, a comment under one or under a passage, what is about a proposal, or a question to a meeting.</summary>
public sealed class Contributions(ParticipationDbContext db)
{
    /// <summary>Those of many subjects, by their id: two queries, and one for each other kind that is among them.</summary>
    public async Task<Dictionary<Guid, Contribution>> FindAsync(IReadOnlyCollection<Subject> subjects, CancellationToken cancel)
    {
        List<CommentId> ids = [.. Of(subjects, SubjectKind.Comment).Select(CommentId.From)];
        var comments = await db.Comments.AsNoTracking().Where(comment => ids.Contains(comment.Id)).Select(comment => new { comment.Id, comment.SubjectId, comment.Number, comment.PostedAt }).ToDictionaryAsync(comment => comment.Id.Value, cancel);
        var homes = await db.DiscussionHomesAsync([.. Of(subjects, SubjectKind.Idea), .. comments.Values.Select(comment => comment.SubjectId)], cancel);
        var found = new Dictionary<Guid, Contribution>();
        foreach (var id in Of(subjects, SubjectKind.Idea))
            if (homes.TryGetValue(id, out var home)) found[id] = new Contribution(CaseRef.OfIdea(home.Key.Number), home.Title, home.Process, home.IsHidden, home.WrittenAt);
        foreach (var (id, comment) in comments)
            if (homes.TryGetValue(comment.SubjectId, out var home)) found[id] = new Contribution(CaseRef.OfComment(home.Key, comment.Number), home.Title, home.Process, home.IsHidden, comment.PostedAt);
        foreach (var (id, contribution) in await OfProposalsAsync(subjects, cancel)) found[id] = contribution;
        foreach (var (id, contribution) in await OfMeetingsAsync(subjects, cancel)) found[id] = contribution;
        return found;
    }

    private async Task<List<(Guid Id, Contribution Contribution)>> OfProposalsAsync(IReadOnlyCollection<Subject> subjects, CancellationToken cancel)
    {
        List<ProposalId> proposals = [.. Of(subjects, SubjectKind.Proposal).Select(ProposalId.From)];
        List<SuggestionId> suggestions = [.. Of(subjects, SubjectKind.Suggestion).Select(SuggestionId.From)];
        List<PassageCommentId> remarks = [.. Of(subjects, SubjectKind.PassageComment).Select(PassageCommentId.From)];
        List<(Guid, Contribution)> found = [];
        if (proposals.Count > 0)
            found.AddRange((await db.Proposals.AsNoTracking().Where(proposal => proposals.Contains(proposal.Id)).Select(proposal => new { proposal.Id, proposal.Number, proposal.Title, IsPublic = db.Proposals.ThatArePublic().Any(open => open.Id == proposal.Id), proposal.StartedAt }).ToListAsync(cancel))
                .Select(row => (row.Id.Value, new Contribution(CaseRef.OfProposal(row.Number), row.Title, "", !row.IsPublic, row.StartedAt))));
        if (suggestions.Count > 0)
            found.AddRange((await db.Suggestions.AsNoTracking().Where(made => suggestions.Contains(made.Id)).Join(db.Proposals, made => made.ProposalId, proposal => proposal.Id, (made, proposal) => new { made.Id, Proposal = proposal.Number, made.Number, proposal.Title, IsPublic = db.Proposals.ThatArePublic().Any(open => open.Id == proposal.Id), made.At }).ToListAsync(cancel))
                .Select(row => (row.Id.Value, new Contribution(CaseRef.OfSuggestion(row.Proposal, row.Number), row.Title, "", !row.IsPublic, row.At))));
        if (remarks.Count > 0)
            found.AddRange((await db.PassageComments.AsNoTracking().Where(remark => remarks.Contains(remark.Id)).Join(db.Proposals, remark => remark.ProposalId, proposal => proposal.Id, (remark, proposal) => new { remark.Id, Proposal = proposal.Number, remark.Number, proposal.Title, IsPublic = db.Proposals.ThatArePublic().Any(open => open.Id == proposal.Id), remark.At }).ToListAsync(cancel))
                .Select(row => (row.Id.Value, new Contribution(CaseRef.OfRemark(row.Proposal, row.Number), row.Title, "", !row.IsPublic, row.At))));
        return found;
    }

    private async Task<IReadOnlyList<(Guid Id, Contribution Contribution)>> OfMeetingsAsync(IReadOnlyCollection<Subject> subjects, CancellationToken cancel)
    {
        List<MeetingQuestionId> questions = [.. Of(subjects, SubjectKind.MeetingQuestion).Select(MeetingQuestionId.From)];
        if (questions.Count == 0) return [];
        return [.. (await db.MeetingQuestions.AsNoTracking().Where(question => questions.Contains(question.Id)).Join(db.Meetings, question => question.MeetingId, meeting => meeting.Id, (question, meeting) => new { question.Id, Meeting = meeting.Number, question.Number, meeting.Name, question.At }).ToListAsync(cancel))
            .Select(row => (row.Id.Value, new Contribution(CaseRef.OfQuestion(row.Meeting, row.Number), row.Name, "", IsHomeHidden: false, row.At)))];
    }

    /// <summary>What many of them say, without marks, by their id: two queries, and one for each other kind that is among them. What its author removed says so.</summary>
    public async Task<Dictionary<Guid, string>> TextsAsync(IReadOnlyCollection<Subject> subjects, CancellationToken cancel)
    {
        List<CommentId> comments = [.. Of(subjects, SubjectKind.Comment).Select(CommentId.From)];
        List<IdeaId> ideas = [.. Of(subjects, SubjectKind.Idea).Select(IdeaId.From)];
        var bodies = await db.Comments.AsNoTracking().Where(comment => comments.Contains(comment.Id)).Select(comment => new { comment.Id, comment.Body.Html, IsGone = comment.Status == CommentStatus.Deleted }).ToListAsync(cancel);
        var texts = await db.Ideas.AsNoTracking().Where(idea => ideas.Contains(idea.Id)).Select(idea => new { idea.Id, idea.Summary }).ToDictionaryAsync(idea => idea.Id.Value, idea => idea.Summary, cancel);
        foreach (var body in bodies) texts[body.Id.Value] = body.IsGone ? DiscussionsTexts.DeletedStub : PlainText.Of(body.Html);
        List<ProposalId> proposals = [.. Of(subjects, SubjectKind.Proposal).Select(ProposalId.From)];
        List<SuggestionId> suggestions = [.. Of(subjects, SubjectKind.Suggestion).Select(SuggestionId.From)];
        List<PassageCommentId> remarks = [.. Of(subjects, SubjectKind.PassageComment).Select(PassageCommentId.From)];
        if (proposals.Count > 0)
            foreach (var proposal in await db.Proposals.AsNoTracking().Where(proposal => proposals.Contains(proposal.Id)).Select(proposal => new { proposal.Id, proposal.Summary }).ToListAsync(cancel)) texts[proposal.Id.Value] = proposal.Summary;
        if (suggestions.Count > 0)
            foreach (var made in await db.Suggestions.AsNoTracking().Where(made => suggestions.Contains(made.Id)).ToListAsync(cancel)) texts[made.Id.Value] = made.IsGone ? DiscussionsTexts.DeletedStub : made.Words;
        if (remarks.Count > 0)
            foreach (var remark in await db.PassageComments.AsNoTracking().Where(remark => remarks.Contains(remark.Id)).Select(remark => new { remark.Id, remark.Body, remark.RemovedAt }).ToListAsync(cancel)) texts[remark.Id.Value] = remark.RemovedAt is null ? remark.Body : DiscussionsTexts.DeletedStub;
        List<MeetingQuestionId> questions = [.. Of(subjects, SubjectKind.MeetingQuestion).Select(MeetingQuestionId.From)];
        if (questions.Count > 0)
            foreach (var question in await db.MeetingQuestions.AsNoTracking().Where(question => questions.Contains(question.Id)).Select(question => new { question.Id, question.Text, question.RemovedAt }).ToListAsync(cancel)) texts[question.Id.Value] = question.RemovedAt is null ? question.Text : DiscussionsTexts.DeletedStub;
        return texts;
    }

    private static IEnumerable<Guid> Of(IReadOnlyCollection<Subject> subjects, SubjectKind kind) => subjects.Where(subject => subject.Kind == kind).Select(subject => subject.Id).Distinct();

    /// <summary>That of one subject, which must be one.</summary>
    public async Task<Contribution> OneAsync(Subject subject, CancellationToken cancel) => (await FindAsync([subject], cancel))[subject.Id];
}

/// <summary>Where a contribution stands.</summary>
/// <param name="At">The same in numbers.</param>
/// <param name="Title">Title of the idea or the proposal.</param>
/// <param name="Process">Title of its process; none of a proposal.</param>
/// <param name="IsHomeHidden">Whether the idea is hidden, or the proposal not public, and its title with it.</param>
/// <param name="WrittenAt">When it was written.</param>
public sealed record Contribution(CaseRef At, string Title, string Process, bool IsHomeHidden, DateTimeOffset WrittenAt)
{
    /// <summary>Where others read it.</summary>
    public string Address => Links.Contribution(At);

    /// <summary>Where moderators decide on it.</summary>
    public string Case => Links.Case(At);
}

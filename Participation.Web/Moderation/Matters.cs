using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council.Live;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Suggestions;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Moderation;

/// <summary>Finds the contribution that a step of a moderator is about: one query.</summary>
public sealed class Matters(ParticipationDbContext db)
{
    /// <exception cref="NotFoundException">There is no such contribution, or it is still a draft.</exception>
    public async Task<Matter> FindAsync(CaseRef at, CancellationToken cancel) => await (at.Kind switch
    {
        SubjectKind.Comment when at.Home is SubjectKind.TextPassage => PassageComments(db.Comments.Where(comment => comment.Number == at.Part && db.TextPassages.Any(passage => (Guid)(object)passage.Id == comment.SubjectId && passage.Number == at.Number))),
        SubjectKind.Comment => Comments(db.Comments.Where(comment => comment.Number == at.Part && db.Ideas.Any(idea => (Guid)(object)idea.Id == comment.SubjectId && idea.Number == at.Number))),
        SubjectKind.Proposal => Proposals(db.Proposals.Where(proposal => proposal.Number == at.Number)),
        SubjectKind.Suggestion => Suggestions(db.Suggestions.Where(made => made.Number == at.Part && db.Proposals.Any(proposal => proposal.Id == made.ProposalId && proposal.Number == at.Number))),
        SubjectKind.PassageComment => Remarks(db.PassageComments.Where(remark => remark.Number == at.Part && db.Proposals.Any(proposal => proposal.Id == remark.ProposalId && proposal.Number == at.Number))),
        SubjectKind.MeetingQuestion => Questions(db.MeetingQuestions.Where(question => question.Number == at.Part && db.Meetings.Any(meeting => meeting.Id == question.MeetingId && meeting.Number == at.Number))),
        _ => Ideas(db.Ideas.Where(idea => idea.Number == at.Number)),
    }).SingleOrDefaultAsync(cancel) ?? throw new NotFoundException();

    /// <summary>The contribution that a decision is about.</summary>
    public async Task<Matter> OfAsync(Decision decision, CancellationToken cancel)
    {
        var id = decision.SubjectId;
        if (decision.SubjectKind is SubjectKind.Comment)
            return await Comments(db.Comments.Where(comment => comment.Id == CommentId.From(id))).SingleOrDefaultAsync(cancel) ?? await PassageComments(db.Comments.Where(comment => comment.Id == CommentId.From(id))).SingleAsync(cancel);
        return await (decision.SubjectKind switch
        {
            SubjectKind.Proposal => Proposals(db.Proposals.Where(proposal => proposal.Id == ProposalId.From(id))),
            SubjectKind.Suggestion => Suggestions(db.Suggestions.Where(made => made.Id == SuggestionId.From(id))),
            SubjectKind.PassageComment => Remarks(db.PassageComments.Where(remark => remark.Id == PassageCommentId.From(id))),
            SubjectKind.MeetingQuestion => Questions(db.MeetingQuestions.Where(question => question.Id == MeetingQuestionId.From(id))),
            _ => Ideas(db.Ideas.Where(idea => idea.Id == IdeaId.From(id))),
        }).SingleAsync(cancel);
    }

    private static IQueryable<Matter> Ideas(IQueryable<Idea> ideas) => ideas.AsNoTracking().Where(idea => idea.Status != IdeaStatus.Draft)
        .Select(idea => new Matter(CaseRef.OfIdea(idea.Number ?? 0), Subject.Of(idea.Id), idea.AuthorId, idea.Title) { IsGone = idea.ErasedAt != null });

    private IQueryable<Matter> Comments(IQueryable<Comment> comments) =>
        from comment in comments.AsNoTracking()
        from idea in db.Ideas
        where (Guid)(object)idea.Id == comment.SubjectId && comment.SubjectKind == SubjectKind.Idea
        select new Matter(CaseRef.OfComment(idea.Number ?? 0, comment.Number), Subject.Of(comment.Id), comment.AuthorId, idea.Title) { IsGone = comment.Status == CommentStatus.Deleted };

    private IQueryable<Matter> PassageComments(IQueryable<Comment> comments) =>
        from comment in comments.AsNoTracking()
        from passage in db.TextPassages
        where (Guid)(object)passage.Id == comment.SubjectId && comment.SubjectKind == SubjectKind.TextPassage
        select new Matter(CaseRef.OfComment(DiscussionKey.OfPassage(passage.Number), comment.Number), Subject.Of(comment.Id), comment.AuthorId, passage.Text.Title) { IsGone = comment.Status == CommentStatus.Deleted };

    /// <summary>Whoever owns the organisation that leads is told, and answers for it; when nobody does, who began it.</summary>
    private IQueryable<Matter> Proposals(IQueryable<Proposal> proposals) => proposals.AsNoTracking().Select(proposal => new Matter(CaseRef.OfProposal(proposal.Number), Subject.Of(proposal.Id),
        db.Memberships.Where(membership => membership.Role == MembershipRole.Owner && proposal.Authors.Any(author => author.Role == AuthorRole.Lead && author.OrganisationId == membership.OrganisationId))
            .OrderBy(membership => membership.PersonId).Select(membership => (PersonId?)membership.PersonId).FirstOrDefault() ?? proposal.StartedBy, proposal.Title)
    { IsGone = proposal.Status == ProposalStatus.Withdrawn });

    private IQueryable<Matter> Suggestions(IQueryable<Suggestion> suggestions) =>
        from made in suggestions.AsNoTracking()
        join proposal in db.Proposals on made.ProposalId equals proposal.Id
        select new Matter(CaseRef.OfSuggestion(proposal.Number, made.Number), Subject.Of(made.Id), made.AuthorId, proposal.Title) { IsGone = made.Status == SuggestionStatus.Withdrawn || (made.Replacement == "" && made.Reason == "") };

    private IQueryable<Matter> Remarks(IQueryable<PassageComment> remarks) =>
        from remark in remarks.AsNoTracking()
        join proposal in db.Proposals on remark.ProposalId equals proposal.Id
        select new Matter(CaseRef.OfRemark(proposal.Number, remark.Number), Subject.Of(remark.Id), remark.AuthorId, proposal.Title) { IsGone = remark.RemovedAt != null };

    private IQueryable<Matter> Questions(IQueryable<MeetingQuestion> questions) =>
        from question in questions.AsNoTracking()
        join meeting in db.Meetings on question.MeetingId equals meeting.Id
        select new Matter(CaseRef.OfQuestion(meeting.Number, question.Number), Subject.Of(question.Id), question.AuthorId, meeting.Name) { IsGone = question.RemovedAt != null };
}

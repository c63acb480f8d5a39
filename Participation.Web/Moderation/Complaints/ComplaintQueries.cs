using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Web.Data;
using Participation.Web.Markdown;

namespace Participation.Web.Moderation.Complaints;

/// <summary>Complaints as moderators read them.</summary>
public sealed class ComplaintQueries(ParticipationDbContext db)
{
    private const int ExcerptLength = 240;

    /// <summary>How many wait.</summary>
    public Task<int> CountAsync(CancellationToken cancel) => db.Complaints.CountAsync(complaint => complaint.Outcome == ComplaintOutcome.Open, cancel);

    /// <summary>Those that wait, oldest first.</summary>
    public async Task<IReadOnlyList<ComplaintRow>> OpenAsync(CancellationToken cancel) => await (
        from complaint in db.Complaints.AsNoTracking()
        join decision in db.Decisions on complaint.DecisionId equals decision.Id
        where complaint.Outcome == ComplaintOutcome.Open
        orderby complaint.Number
        select new ComplaintRow(complaint.Number, decision.Number, decision.Measure, complaint.Text, complaint.FiledAt, complaint.NoticeId != null, decision.DecidedBy)).Take(QueueQueries.Most).ToListAsync(cancel);

    /// <summary>One complaint with the decision and the contribution it is about, or null.</summary>
    public async Task<ComplaintCase?> FindAsync(int number, CancellationToken cancel)
    {
        if (await db.Complaints.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) is not { } complaint) return null;
        var decision = await db.Decisions.AsNoTracking().SingleAsync(candidate => candidate.Id == complaint.DecisionId, cancel);
        var comment = decision.SubjectKind is SubjectKind.Comment ? await db.Comments.AsNoTracking().SingleAsync(candidate => candidate.Id == CommentId.From(decision.SubjectId), cancel) : null;
        var home = IdeaId.From(comment?.SubjectId ?? decision.SubjectId);
        var idea = await db.Ideas.AsNoTracking().SingleAsync(candidate => candidate.Id == home, cancel);
        var people = new[] { decision.DecidedBy, complaint.DecidedBy }.OfType<PersonId>().ToList();
        var names = await db.People.AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancel);
        return new ComplaintCase(complaint, decision, idea.Number ?? 0, idea.Title, comment?.Number, comment?.Version ?? idea.Version,
            comment is null ? idea.Summary : PlainText.Teaser(comment.Body.Html, ExcerptLength), decision.DecidedBy is { } by ? names[by] : null, complaint.DecidedBy is { } judge ? names[judge] : null,
            comment is null ? Reversal(idea, decision) : Reversal(comment, decision));
    }

    private static CaseStep? Reversal(Idea idea, Decision decision) => decision.Measure switch
    {
        Measure.Hide or Measure.Hold when idea.HiddenAt is not null && idea.PublishedAt is not null => CaseStep.Restore,
        Measure.Decline when idea is { Status: IdeaStatus.Declined, HiddenAt: null } => CaseStep.Publish,
        Measure.Keep or Measure.Restore or Measure.Publish when idea.IsPublic => CaseStep.Hide,
        _ => null,
    };

    private static CaseStep? Reversal(Comment comment, Decision decision) => (decision.Measure, comment.Status) switch
    {
        (Measure.Hide or Measure.Hold, CommentStatus.Hidden) => CaseStep.Restore,
        (Measure.Decline, CommentStatus.Declined) => CaseStep.Publish,
        (Measure.Keep or Measure.Restore or Measure.Publish, CommentStatus.Published) => CaseStep.Hide,
        _ => null,
    };
}

/// <summary>A complaint in the queue.</summary>
public sealed record ComplaintRow(int Number, int Decision, Measure Measure, string Text, DateTimeOffset Since, bool ByNotifier, PersonId? DecidedBy);

/// <summary>A complaint as it is decided on.</summary>
/// <param name="Complaint">The complaint.</param>
/// <param name="Decision">The decision it is about.</param>
/// <param name="Idea">Number of the idea.</param>
/// <param name="Title">Title of the idea.</param>
/// <param name="Comment">Number of the comment, if it is about one.</param>
/// <param name="Version">Version of the contribution.</param>
/// <param name="Excerpt">The contribution, in short.</param>
/// <param name="Decider">Who made the decision; null for an automatic one.</param>
/// <param name="Judge">Who decided on the complaint.</param>
/// <param name="Reversal">The step that reverses the decision as things stand; null when nothing is left to reverse.</param>
public sealed record ComplaintCase(Complaint Complaint, Decision Decision, int Idea, string Title, int? Comment, int Version, string Excerpt, string? Decider, string? Judge, CaseStep? Reversal)
{
    /// <summary>Public number of the complaint.</summary>
    public int Number => Complaint.Number;
}

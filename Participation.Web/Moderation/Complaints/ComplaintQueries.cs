using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Web.Data;
using Participation.Web.Markdown;
using Participation.Web.Moderation.Proposals;
using Participation.Web.Moderation.Questions;

namespace Participation.Web.Moderation.Complaints;

/// <summary>Complaints as moderators read them.</summary>
public sealed class ComplaintQueries(ParticipationDbContext db, Contributions contributions, Matters matters, Parties parties, ProposalItems items, QuestionCases questions)
{
    private const int ExcerptLength = 240;

    /// <summary>Those that wait.</summary>
    internal IQueryable<Complaint> Open() => db.Complaints.AsNoTracking().Where(complaint => complaint.Outcome == ComplaintOutcome.Open);

    /// <summary>Those that wait, oldest first.</summary>
    public async Task<IReadOnlyList<ComplaintRow>> OpenAsync(CancellationToken cancel)
    {
        var rows = await (
            from complaint in db.Complaints.AsNoTracking()
            join decision in db.Decisions on complaint.DecisionId equals decision.Id
            where complaint.Outcome == ComplaintOutcome.Open
            orderby complaint.Number
            select new { complaint.Number, decision.Measure, complaint.Text, complaint.FiledAt, ByNotifier = complaint.NoticeId != null, decision.DecidedBy, decision.SubjectKind, decision.SubjectId }).Take(QueueQueries.Most).ToListAsync(cancel);
        var about = await contributions.FindAsync([.. rows.Select(row => new Subject(row.SubjectKind, row.SubjectId))], cancel);
        return [.. rows.Select(row => new ComplaintRow(row.Number, row.Measure, row.Text, row.FiledAt, row.ByNotifier, row.DecidedBy, about[row.SubjectId].Title, about[row.SubjectId].At))];
    }

    /// <summary>One complaint with the decision and the contribution it is about, or null.</summary>
    public async Task<ComplaintCase?> FindAsync(int number, CancellationToken cancel)
    {
        if (await db.Complaints.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) is not { } complaint) return null;
        var decisions = await db.Decisions.SinceAsync(complaint.DecisionId, cancel);
        var decision = decisions[0];
        var people = new[] { decision.DecidedBy, complaint.DecidedBy }.OfType<PersonId>().ToList();
        var names = await db.People.AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancel);
        var now = await NowAsync(decision, cancel);
        List<PersonId> barred = [.. await db.Notices.NotifiersAsync(now.Matter.Subject, cancel), .. await parties.OfAsync(now.Matter, cancel)];
        var reversal = !decision.CanBeRevoked ? now.Reversal : await db.Decisions.AnyAsync(later => later.RevokesId == decision.Id, cancel) ? null : CaseStep.Revoke;
        return new ComplaintCase(complaint, decisions, barred, now with { Reversal = reversal }, decision.DecidedBy is { } by ? names[by] : null, complaint.DecidedBy is { } judge ? names[judge] : null);
    }

    /// <summary>The contribution as things stand.</summary>
    private async Task<ComplainedAbout> NowAsync(Decision decision, CancellationToken cancel)
    {
        var matter = await matters.OfAsync(decision, cancel);
        if (matter.At.IsOfProposal)
        {
            var item = await items.FindAsync(matter.At, cancel);
            db.ChangeTracker.Clear();
            var texts = await contributions.TextsAsync([matter.Subject], cancel);
            return new ComplainedAbout(matter, item.What.Version, PlainText.Cut(texts[matter.Subject.Id], ExcerptLength)) { Reversal = item.Reversal(decision.Measure) };
        }

        if (matter.At.Kind is SubjectKind.MeetingQuestion)
        {
            var found = await questions.FindAsync(matter.At, cancel);
            db.ChangeTracker.Clear();
            return new ComplainedAbout(matter, found.Question.Version, PlainText.Cut(found.Question.Text, ExcerptLength)) { Reversal = found.Reversal(decision.Measure) };
        }

        if (matter.At.Kind is SubjectKind.Comment)
        {
            var comment = await db.Comments.AsNoTracking().SingleAsync(candidate => candidate.Id == CommentId.From(decision.SubjectId), cancel);
            return new ComplainedAbout(matter, comment.Version, PlainText.Teaser(comment.Body.Html, ExcerptLength)) { Reversal = Reversal(comment, decision) };
        }

        var idea = await db.Ideas.AsNoTracking().SingleAsync(candidate => candidate.Id == IdeaId.From(decision.SubjectId), cancel);
        return new ComplainedAbout(matter, idea.Version, idea.Summary) { Reversal = Reversal(idea, decision) };
    }

    private static CaseStep? Reversal(Idea idea, Decision decision) => decision.Measure switch
    {
        Measure.Lock when idea.LockReason is not null => CaseStep.Unlock,
        Measure.Hide or Measure.Hold when idea.HiddenAt is not null && idea.PublishedAt is not null => CaseStep.Restore,
        Measure.Decline when idea is { Status: IdeaStatus.Declined, HiddenAt: null } => CaseStep.Publish,
        Measure.Keep or Measure.Restore or Measure.Publish when idea.IsReadable => CaseStep.Hide,
        _ => null,
    };

    private static CaseStep? Reversal(Comment comment, Decision decision) => (decision.Measure, comment.Status) switch
    {
        (Measure.Hide or Measure.Hold, CommentStatus.Hidden) => CaseStep.Restore,
        (Measure.Lock, CommentStatus.Published) when comment.LockReason is not null => CaseStep.Unlock,
        (Measure.Decline, CommentStatus.Declined) => CaseStep.Publish,
        (Measure.Keep or Measure.Restore or Measure.Publish, CommentStatus.Published) => CaseStep.Hide,
        _ => null,
    };
}

/// <summary>A complaint in the queue.</summary>
public sealed record ComplaintRow(int Number, Measure Measure, string Text, DateTimeOffset FiledAt, bool ByNotifier, PersonId? DecidedBy, string Title, CaseRef At);

/// <summary>A complaint as it is decided on.</summary>
/// <param name="Complaint">The complaint.</param>
/// <param name="Decisions">The decision it is about, and all later ones about the same contribution.</param>
/// <param name="Barred">Who reported the contribution, or whose it is.</param>
/// <param name="About">The contribution as things stand.</param>
/// <param name="Decider">Who made the decision; null for an automatic one.</param>
/// <param name="Judge">Who decided on the complaint.</param>
public sealed record ComplaintCase(Complaint Complaint, IReadOnlyList<Decision> Decisions, IReadOnlyCollection<PersonId> Barred, ComplainedAbout About, string? Decider, string? Judge)
{
    /// <summary>The decision it is about.</summary>
    public Decision Decision => Decisions[0];

    /// <summary>Public number of the complaint.</summary>
    public int Number => Complaint.Number;
}

/// <summary>A contribution about which somebody complains, as things stand.</summary>
/// <param name="Matter">The contribution.</param>
/// <param name="Version">Its version.</param>
/// <param name="Excerpt">What it says, in short.</param>
public sealed record ComplainedAbout(Matter Matter, int Version, string Excerpt)
{
    /// <summary>The step that reverses the decision; null when nothing is left to reverse.</summary>
    public CaseStep? Reversal { get; init; }

    /// <summary>Where it is.</summary>
    public CaseRef At => Matter.At;
}

/// <summary>Reads decisions in their order.</summary>
internal static class DecisionOrder
{
    /// <summary>A decision, and all later ones about the same contribution.</summary>
    public static Task<List<Decision>> SinceAsync(this IQueryable<Decision> decisions, DecisionId first, CancellationToken cancel) => (
        from about in decisions.AsNoTracking()
        where about.Id == first
        from decision in decisions
        where decision.SubjectKind == about.SubjectKind && decision.SubjectId == about.SubjectId && decision.Number >= about.Number
        orderby decision.Number
        select decision).ToListAsync(cancel);
}

using Microsoft.EntityFrameworkCore;
using Participation.Domain.Moderation;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Moderation.Transparency;

/// <summary>
/// Computes the figures of a half-year of the city's calendar. Everything counts in the half-year in which it happened, so that the figures of one
/// that is over never change: a notice that arrives in June and is decided in July is received in the first half and decided in the second.
/// </summary>
public sealed class ReportFigures(ParticipationDbContext db, CityClock clock)
{
    /// <summary>Nine queries, however much happened.</summary>
    public async Task<TransparencyReport> ComputeAsync(HalfYear half, CancellationToken cancel)
    {
        var (begin, until) = (clock.StartOf(half.First), clock.StartOf(half.Next.First));
        var decisions = await DecisionsAsync(begin, until, cancel);
        return new TransparencyReport(
            TransparencyReport.CurrentVersion, half.ToString(), half.First, half.Last, clock.Now >= until, await NoticesAsync(begin, until, cancel), decisions,
            await ComplaintsAsync(begin, until, cancel), await AutomationAsync(decisions, begin, until, cancel), await ActiveAsync(half, cancel));
    }

    private async Task<NoticeFigures> NoticesAsync(DateTimeOffset begin, DateTimeOffset until, CancellationToken cancel)
    {
        var received = await db.Notices.Where(notice => notice.ReceivedAt >= begin && notice.ReceivedAt < until)
            .GroupBy(notice => notice.Reason).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        var decided = await (
            from notice in db.Notices
            join decision in db.Decisions on notice.DecisionId equals (DecisionId?)decision.Id
            where notice.DecidedAt >= begin && notice.DecidedAt < until
            select new { notice.Reason, notice.Outcome, notice.ReceivedAt, notice.DecidedAt, decision.Ground }).ToListAsync(cancel);
        var acted = decided.FindAll(notice => notice.Outcome is NoticeOutcome.ActedOn);
        var answered = decided.CountBy(notice => (notice.Reason, notice.Outcome)).ToDictionary();
        var open = await db.Notices.CountAsync(notice => notice.ReceivedAt < until && (notice.DecidedAt == null || notice.DecidedAt >= until), cancel);
        return new NoticeFigures(
            [.. Enum.GetValues<NoticeReason>().Where(reason => reason is not NoticeReason.None).Select(reason => new NoticeFigure(
                reason, received.GetValueOrDefault(reason), answered.GetValueOrDefault((reason, NoticeOutcome.ActedOn)), answered.GetValueOrDefault((reason, NoticeOutcome.NotActedOn)),
                answered.GetValueOrDefault((reason, NoticeOutcome.Removed))))],
            acted.Count(notice => notice.Ground is Ground.Law), acted.Count(notice => notice.Ground is not Ground.Law), open, DecisionTimes.Of(decided.Select(notice => notice.DecidedAt!.Value - notice.ReceivedAt)));
    }

    private async Task<IReadOnlyList<DecisionFigure>> DecisionsAsync(DateTimeOffset begin, DateTimeOffset until, CancellationToken cancel)
    {
        var groups = await db.Decisions.Where(decision => decision.DecidedAt >= begin && decision.DecidedAt < until)
            .GroupBy(decision => new { decision.Measure, decision.Ground, decision.Source, decision.Automated })
            .Select(group => new { group.Key.Measure, group.Key.Ground, group.Key.Source, group.Key.Automated, Count = group.Count() }).ToListAsync(cancel);
        return [.. groups.Select(group => new DecisionFigure(group.Measure, group.Ground, group.Source, group.Automated, group.Count))
            .OrderBy(figure => figure.Measure).ThenBy(figure => figure.Ground).ThenBy(figure => figure.Source).ThenBy(figure => figure.Automated)];
    }

    private async Task<ComplaintFigures> ComplaintsAsync(DateTimeOffset begin, DateTimeOffset until, CancellationToken cancel)
    {
        var filed = await db.Complaints.Where(complaint => complaint.FiledAt >= begin && complaint.FiledAt < until)
            .GroupBy(complaint => complaint.NoticeId != null).Select(group => new { OfNotifiers = group.Key, Count = group.Count() }).ToListAsync(cancel);
        var decided = await db.Complaints.Where(complaint => complaint.DecidedAt >= begin && complaint.DecidedAt < until)
            .Select(complaint => new { complaint.Outcome, complaint.FiledAt, complaint.DecidedAt }).ToListAsync(cancel);
        var open = await db.Complaints.CountAsync(complaint => complaint.FiledAt < until && (complaint.DecidedAt == null || complaint.DecidedAt >= until), cancel);
        return new ComplaintFigures(
            filed.Where(group => !group.OfNotifiers).Sum(group => group.Count), filed.Where(group => group.OfNotifiers).Sum(group => group.Count),
            decided.Count(complaint => complaint.Outcome is ComplaintOutcome.Confirmed), decided.Count(complaint => complaint.Outcome is ComplaintOutcome.Reversed), open,
            DecisionTimes.Of(decided.Select(complaint => complaint.DecidedAt!.Value - complaint.FiledAt)));
    }

    /// <summary>How often people took back what a machine had done: the next decision about whether the same contribution is seen is what they thought of it.</summary>
    private async Task<AutomationFigures> AutomationAsync(IReadOnlyList<DecisionFigure> decisions, DateTimeOffset begin, DateTimeOffset until, CancellationToken cancel)
    {
        var seen = await (
            from decision in db.Decisions
            where decision.DecidedAt >= begin && decision.DecidedAt < until && !decision.Automated
                && (decision.Measure == Measure.Publish || decision.Measure == Measure.Decline || decision.Measure == Measure.Hide || decision.Measure == Measure.Restore)
                && db.Decisions.Where(before => before.SubjectKind == decision.SubjectKind && before.SubjectId == decision.SubjectId && before.Number < decision.Number
                        && (before.Measure == Measure.Publish || before.Measure == Measure.Decline || before.Measure == Measure.Hide || before.Measure == Measure.Restore || before.Measure == Measure.Hold))
                    .OrderByDescending(before => before.Number).Select(before => before.Automated).FirstOrDefault()
            group decision by decision.Measure into measures
            select new { Measure = measures.Key, Count = measures.Count() }).ToListAsync(cancel);
        return new AutomationFigures(
            decisions.Sum(figure => figure.Count), decisions.Where(figure => figure.Automated).Sum(figure => figure.Count),
            seen.Sum(measure => measure.Count), seen.Where(measure => !Decision.Restricts(measure.Measure)).Sum(measure => measure.Count));
    }

    private async Task<ActivePeople> ActiveAsync(HalfYear half, CancellationToken cancel)
    {
        var (first, last) = (half.First, half.Last);
        var months = await db.ActiveMonths.Where(month => month.Month >= first && month.Month <= last).Select(month => month.People).ToListAsync(cancel);
        return new ActivePeople(months.Count, months.Count == 0 ? null : (int)Math.Round(months.Average(), MidpointRounding.AwayFromZero));
    }
}

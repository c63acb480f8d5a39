using Microsoft.AspNetCore.Mvc.RazorPages;
using Participation.Domain;
using Participation.Domain.Ideas;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Moderation;

/// <summary>Two moderators on one case: the slower one is told who decided what, and goes on from there.</summary>
internal static class CaseConflict
{
    /// <summary>The case's page with the refusal; a conflict names the decision that was faster.</summary>
    public static PageResult ConflictPage(this PageModel page, Refusal refusal, IReadOnlyList<DecisionRow> decisions, CityClock clock)
    {
        if (refusal is not (ChangedMeanwhile or StepNotPossible or Domain.Discussions.CommentIsClosed) || decisions.Count == 0) return page.RefusedPage(refusal);
        var last = decisions[0];
        return page.RefusedPage(refusal, ModerationTexts.DecidedMeanwhile.With(last.DecidedBy ?? ModerationTexts.Automatic, CaseTexts.Of(last.Measure), clock.Time(last.At)));
    }
}

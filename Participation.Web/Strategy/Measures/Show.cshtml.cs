using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Domain.Editing;
using Participation.Domain.Strategy.Measures;
using Participation.Web.Accounts;
using Participation.Web.Council;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Measures;

/// <summary>The page of a measure: where it is, its milestones, where it comes from, what changed.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Strategy, CacheTags.Organisations, CacheTags.Ideas, CacheTags.Proposals, CacheTags.Council])]
public sealed class ShowModel(MeasureQueries queries, PaperQueries papers, CityClock clock) : PageModel
{
    public MeasureView View { get; private set; } = null!;

    /// <summary>The papers it rests on, with what bodies resolved on them.</summary>
    public IReadOnlyList<ResolvedPaper> Papers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int number, string? slug, CancellationToken cancel)
    {
        View = await queries.FindAsync(number, cancel) ?? throw new NotFoundException();
        if (!View.Publication.IsPublicAt(clock.Now) && User.ActorOrNull()?.IsModerator != true)
            throw View.Publication.StateAt(clock.Now) is PublicationState.Withdrawn ? new GoneException(View.Publication.Reason ?? "") : new NotFoundException();
        if (slug != Links.Ending(View.Row.Title)) return RedirectPermanent(Links.Measure(number, View.Row.Title));
        Papers = await papers.OfMeasureAsync(number, cancel);
        return Page();
    }

    /// <summary>When a milestone is due, or when it was done and how much later than promised.</summary>
    public string When(MilestoneView milestone)
    {
        if (milestone.DoneOn is not { } done) return MeasuresTexts.DueOn.With(clock.Day(milestone.DueOn));
        var late = done.DayNumber - milestone.DueOn.DayNumber;
        return late > 0 ? MeasuresTexts.DoneLate.With(clock.Day(done), Counted.Of(late, MeasuresTexts.LateOne, MeasuresTexts.LateMany)) : MeasuresTexts.DoneOn.With(clock.Day(done));
    }

    /// <summary>The day for which a milestone was promised first, if it was moved.</summary>
    public DateOnly? FirstPromise(MilestoneView milestone)
    {
        // The history tells the newest first and names a milestone as it was called then.
        var (title, first) = (milestone.Title, (string?)null);
        foreach (var change in View.History.Where(change => change.Milestone == title))
        {
            if (change.Kind is MeasureChangeKind.MilestoneMoved) first = change.Before;
            if (change.Kind is MeasureChangeKind.MilestoneRenamed && change.Before is { } before) title = before;
        }

        return DateOnly.TryParseExact(first, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day != milestone.DueOn ? day : null;
    }
}

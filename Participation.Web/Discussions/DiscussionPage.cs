using Participation.Domain.Accounts;
using Participation.Domain.Processes;
using Participation.Web.Accounts.Levels;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Ideas;
using Participation.Web.Processes;
using Participation.Web.Shared;

namespace Participation.Web.Discussions;

/// <summary>Puts together what the partial <c>_Discussion</c> shows under what is discussed.</summary>
public sealed class DiscussionPage(DiscussionQueries queries, ParticipationDbContext db, ResidenceQueries residences, CityClock clock)
{
    /// <param name="about">The idea, or the passage.</param>
    /// <param name="process">Its process.</param>
    /// <param name="request">Sorting and page, as the address says.</param>
    /// <param name="viewer">Who looks, or null.</param>
    /// <param name="viewerName">The viewer's public name.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<DiscussionView> LoadAsync(DiscussionRef about, Process process, DiscussionRequest request, Actor? viewer, string? viewerName, CancellationToken cancel)
    {
        var pages = await queries.PagesAsync(about, cancel);
        var page = Math.Clamp(request.Seite ?? 1, 1, pages);
        var threads = await queries.ThreadsAsync(about, request.Sort, page, cancel);
        var waiting = viewer is null ? [] : await queries.WaitingAsync(about, viewer.Person, cancel);
        var open = process.IsOpen(ActivityKind.Discuss, clock.Now) && about is { IsPublic: true, IsStruck: false };
        return new DiscussionView(about.Key, about.Address, open, request.Sort, page, pages, about.Comments, threads, waiting,
            new CommentViewer(viewerName, viewer?.IsModerator == true), await FormAsync(about, process, viewer, viewerName, null, cancel), ProcessWords.Of(process.RequiredVerification))
        { LockReason = about.LockReason };
    }

    /// <summary>An empty form for a comment or a reply.</summary>
    public async Task<CommentFormModel> FormAsync(DiscussionRef about, Process process, Actor? viewer, string? viewerName, CommentView? replyTo, CancellationToken cancel) => new(
        about.Key, replyTo?.Number, replyTo?.Author, Domain.Discussions.CommentLabel.None, "", SubmissionKey.New(clock.Now), process.HoldsComments && viewer?.IsModerator != true,
        viewer is null ? [] : await Speaking.OrganisationsAsync(db, viewer, cancel), viewerName,
        process.RequiredVerification, await residences.ForAsync(viewer, process.RequiredVerification, cancel))
    {
        Barred = await Speaking.BarredAsync(db, viewer, clock.Now, cancel),
    };
}

/// <summary>Sorting and page of a discussion, as its address says.</summary>
public sealed record DiscussionRequest(string? Reihenfolge, int? Seite)
{
    /// <summary>The sorting; an unknown word is the default.</summary>
    public DiscussionSort Sort => Reihenfolge switch { "neu" => DiscussionSort.Newest, "alt" => DiscussionSort.Oldest, _ => DiscussionSort.Active };

    /// <summary>The word of a sorting in addresses.</summary>
    public static string Word(DiscussionSort sort) => sort switch { DiscussionSort.Newest => "neu", DiscussionSort.Oldest => "alt", _ => "aktiv" };
}

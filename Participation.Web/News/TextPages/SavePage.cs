using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.News;
using Participation.Domain.Processes;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Realtime;
using Participation.Web.Shared;
using Participation.Web.Uploads;

namespace Participation.Web.News.TextPages;

/// <summary>A moderator writes a page or changes one. Every text that everybody reads is kept as a version, in the same transaction.</summary>
public sealed class SavePage(ParticipationDbContext db, Changes changes, Versions versions, UploadUses uses)
{
    /// <summary>The address of the form; no page can have it.</summary>
    public const string ReservedSlug = "neu";

    /// <param name="slug">The address, already in the form of <see cref="Domain.Slug"/>.</param>
    /// <param name="isNew">Whether the page is written anew.</param>
    /// <param name="order">What shall become of it.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>State of the page, or why not.</returns>
    public async Task<Outcome<SavedPage>> ExecuteAsync(string slug, bool isNew, PageOrder order, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsModerator) return new NotAllowed();
        await using var change = await changes.BeginAsync([Channel.Pages], cancel);
        var page = await db.Pages.SingleOrDefaultAsync(candidate => candidate.Slug == slug, cancel);
        if (isNew && (slug is ReservedSlug or "-" || page is not null)) return IsSame(page, order, change.Now) ? new SavedPage(slug, page.Publication.StateAt(change.Now)) : new AddressIsTaken(slug);
        if (!isNew && page is null) throw new NotFoundException();
        if (page is null) db.Pages.Add(page = Page.Write(PageId.New(change.Now), slug, order.Text, change.Now));
        var before = page.Publication.StateAt(change.Now);
        if (page.Change(order.Text, order.Step, order.Note, isNew ? 0 : order.ExpectedVersion, change.Now) is { } refusal) return refusal;
        if (await uses.SetAsync(Subject.Of(page.Id), page.Body, actor.Person, isNew, change.Now, cancel) is { } image) return image;
        var after = page.Publication.StateAt(change.Now);
        // Drafts are nobody's business: only what was shown, or is about to be, is kept.
        if (after is PublicationState.Published or PublicationState.Scheduled)
            await versions.AddAsync(Subject.Of(page.Id), page.Title, page.Body.Markdown, order.Note, actor.Person, change.Now, cancel);
        change.Audit(TextSteps.Action("page", isNew, before, after), Subject.Of(page.Id), actor, page.Title);
        change.Evict(CacheTags.Pages);
        await change.CommitAsync(cancel);
        return new SavedPage(slug, after);
    }

    /// <summary>The form of a new page sent twice.</summary>
    private static bool IsSame([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] Page? page, PageOrder order, DateTimeOffset now) =>
        page is { Version: 1 } && (page.Title, page.Body.Markdown, page.Section, page.Summary) == (order.Text.Title, order.Text.Body.Markdown, order.Text.Section, order.Text.Summary)
        && page.Publication.IsNewBy(order.Step, now);
}

/// <summary>What shall become of a page.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Step">The step of its publication.</param>
/// <param name="Note">What was changed and why; everybody reads it.</param>
/// <param name="ExpectedVersion">The version that the editor saw.</param>
public sealed record PageOrder(PageText Text, PublicationChange Step, string? Note, int ExpectedVersion = 0);

/// <summary>A page that was saved.</summary>
/// <param name="Slug">Its address.</param>
/// <param name="State">Whether everybody reads it now.</param>
public sealed record SavedPage(string Slug, PublicationState State);

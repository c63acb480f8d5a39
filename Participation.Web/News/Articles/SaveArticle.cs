using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.News;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;
using Participation.Web.Shared;
using Participation.Web.Uploads;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.News.Articles;

/// <summary>A moderator writes an article or changes one: its text, its documents and whether everybody reads it, in one step. The form sent twice is one article.</summary>
public sealed class SaveArticle(ParticipationDbContext db, Changes changes, UploadUses uses, Attachments attachments)
{
    /// <param name="number">The article; null for a new one.</param>
    /// <param name="order">What shall become of it.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Number and state of the article, or why not.</returns>
    public async Task<Outcome<SavedText>> ExecuteAsync(int? number, ArticleOrder order, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsModerator) return new NotAllowed();
        if (order.Text.Check() is { } contradiction) return contradiction;
        await using var change = await changes.BeginAsync([Channel.News], cancel);
        if (await CheckAsync(order.Text, cancel) is { } unknown) return unknown;
        if (number is null && await SentBeforeAsync(order.SubmissionKey, cancel) is { } again)
        {
            return again.Is(order.Text) && again.Publication.IsNewBy(order.Step, change.Now) && await attachments.AreAsync(Subject.Of(again.Id), order.Documents, cancel)
                ? new SavedText(again.Number, again.Publication.StateAt(change.Now)) : new IsThereAlready(again.Title);
        }

        var article = number is null
            ? Article.Write(ArticleId.New(change.Now), await db.NextNumberAsync(Counter.Articles, cancel), order.Text, order.SubmissionKey, change.Now)
            : await db.Articles.SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) ?? throw new NotFoundException();
        if (number is null) db.Articles.Add(article);
        var before = article.Publication.StateAt(change.Now);
        if (article.Change(order.Text, order.Step, number is null ? 0 : order.ExpectedVersion, change.Now) is { } refusal) return refusal;
        if (await uses.SetAsync(Subject.Of(article.Id), article.Body, actor.Person, isNew: number is null, change.Now, cancel) is { } image) return image;
        if (await attachments.SetAsync(Subject.Of(article.Id), order.Documents, cancel) is { } missing) return missing;
        var after = article.Publication.StateAt(change.Now);
        change.Audit(TextSteps.Action("article", number is null, before, after), Subject.Of(article.Id), actor, article.Title);
        change.Evict(CacheTags.News);
        await change.CommitAsync(cancel);
        return new SavedText(article.Number, after);
    }

    private async Task<Article?> SentBeforeAsync(string? key, CancellationToken cancel) =>
        key is null ? null : await db.Articles.AsNoTracking().SingleOrDefaultAsync(article => article.SubmissionKey == key, cancel);

    /// <summary>Only topics and districts that the city has.</summary>
    private async Task<Refusal?> CheckAsync(ArticleText text, CancellationToken cancel)
    {
        if (text.TopicKey is { } topic && !await db.Topics.AnyAsync(candidate => candidate.Key == topic, cancel)) return new TopicIsNotThere();
        if (text.DistrictKey is { } district && !await db.Districts.AnyAsync(candidate => candidate.Key == district, cancel)) return new DistrictIsNotThere();
        return null;
    }
}

/// <summary>What shall become of an article.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Step">The step of its publication.</param>
/// <param name="Documents">Numbers of the documents beside it, in order.</param>
/// <param name="ExpectedVersion">The version that the editor saw.</param>
/// <param name="SubmissionKey">Made by the form of a new article.</param>
public sealed record ArticleOrder(ArticleText Text, PublicationChange Step, IReadOnlyList<int> Documents, int ExpectedVersion = 0, string? SubmissionKey = null);

/// <summary>An article or a page that was saved.</summary>
/// <param name="Number">Number of an article.</param>
/// <param name="State">Whether everybody reads it now.</param>
public sealed record SavedText(int Number, PublicationState State);

/// <summary>The city has no such topic.</summary>
public sealed record TopicIsNotThere : Refusal;

/// <summary>The city has no such district.</summary>
public sealed record DistrictIsNotThere : Refusal;

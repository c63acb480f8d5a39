using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Uploads;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Markdown;

namespace Participation.Web.Uploads;

/// <summary>
/// Notes which images a text uses, in the transaction that saves the text. Each statement asks and writes in one, so that an image cannot be tidied away
/// between the asking and the writing: of two at once one finds the row changed.
/// </summary>
public sealed class UploadUses(ParticipationDbContext db) : IDraftBelongings
{
    /// <param name="text">The text.</param>
    /// <param name="body">What it says now.</param>
    /// <param name="author">Whose text it is.</param>
    /// <param name="isNew">Whether the text was never saved before, so that there is nothing to let go.</param>
    /// <param name="now">The instant.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The refusal, or null when every image belongs to the text now; the caller commits.</returns>
    public async Task<Refusal?> SetAsync(Subject text, FormattedText body, PersonId author, bool isNew, DateTimeOffset now, CancellationToken cancel)
    {
        var images = TextImages.In(body.Html);
        var ids = images.Select(image => UploadId.From(image.Id)).Distinct().ToList();
        if (!isNew) await LetGoAsync(text, ids, now, cancel);
        if (ids.Count == 0) return null;
        if (images.Any(image => string.IsNullOrWhiteSpace(image.Alt))) return new AltTextIsMissing();
        var person = await db.People.AsNoTracking().SingleAsync(candidate => candidate.Id == author, cancel);
        if (Upload.CheckCount(ids.Count, person, now) is { } tooMany) return tooMany;
        var (kind, id) = ((SubjectKind?)text.Kind, (Guid?)text.Id);
        await db.Uploads.Where(upload => ids.Contains(upload.Id) && upload.OwnerId == author && upload.UsedById == null)
            .ExecuteUpdateAsync(set => set.SetProperty(upload => upload.UsedByKind, kind).SetProperty(upload => upload.UsedById, id).SetProperty(upload => upload.ChangedAt, now), cancel);
        var bound = await db.Uploads.CountAsync(upload => ids.Contains(upload.Id) && upload.UsedById == id && upload.UsedByKind == kind, cancel);
        return bound == ids.Count ? null : new ImageIsNotThere();
    }

    /// <summary>The text goes: its images are nobody's, and the documents beside it stand there no more.</summary>
    public async Task ReleaseAsync(Subject text, DateTimeOffset now, CancellationToken cancel)
    {
        await LetGoAsync(text, [], now, cancel);
        db.Attachments.RemoveRange(await db.Attachments.Where(attachment => attachment.SubjectKind == text.Kind && attachment.SubjectId == text.Id).ToListAsync(cancel));
    }

    /// <summary>A moderator shortened the text: images that went with it are let go, and what the others are said to show is shortened too.</summary>
    public async Task ShortenAsync(Subject text, FormattedText body, Redaction redaction, DateTimeOffset now, CancellationToken cancel)
    {
        await LetGoAsync(text, [.. TextImages.In(body.Html).Select(image => UploadId.From(image.Id)).Distinct()], now, cancel);
        foreach (var upload in await db.Uploads.Where(upload => upload.UsedById == text.Id && upload.UsedByKind == text.Kind).Take(Upload.MostPerText).ToListAsync(cancel)) upload.Shorten(redaction);
    }

    private Task<int> LetGoAsync(Subject text, List<UploadId> kept, DateTimeOffset now, CancellationToken cancel) => db.Uploads
        .Where(upload => upload.UsedById == text.Id && upload.UsedByKind == text.Kind && !kept.Contains(upload.Id))
        .ExecuteUpdateAsync(set => set.SetProperty(upload => upload.UsedByKind, (SubjectKind?)null).SetProperty(upload => upload.UsedById, (Guid?)null).SetProperty(upload => upload.ChangedAt, now), cancel);
}

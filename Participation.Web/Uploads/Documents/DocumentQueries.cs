using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Web.Uploads.Documents;

/// <summary>Reads documents: the newest for the staff, a file for everyone.</summary>
public sealed class DocumentQueries(ParticipationDbContext db, PublicDocuments documents)
{
    /// <summary>Most documents in the list.</summary>
    public const int Most = 200;

    /// <summary>The newest documents, and whether everybody may read them.</summary>
    public async Task<IReadOnlyList<DocumentRow>> NewestAsync(CancellationToken cancel)
    {
        var ids = documents.All().Select(document => document.Id);
        return await db.Documents.AsNoTracking().Where(document => document.RemovedAt == null && document.ExternalUrl == null).OrderByDescending(document => document.Number).Take(Most)
            .Select(document => new DocumentRow(document.Number, document.Title, document.Bytes, document.PublishedAt, ids.Contains(document.Id))).ToListAsync(cancel);
    }

    /// <summary>
    /// A document with its file; null when there is none, or none that may be read yet. The file is null when it was taken down, or when what it stood beside is not public any more.
    /// </summary>
    /// <param name="number">Its number.</param>
    /// <param name="isStaff">Whether somebody of the staff asks, who also reads what belongs to drafts.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<DocumentFile?> FileAsync(int number, bool isStaff, CancellationToken cancel)
    {
        var kept = db.Documents.AsNoTracking().Where(document => document.Number == number && document.ExternalUrl == null);
        if (isStaff) return await Files(kept).SingleOrDefaultAsync(cancel);
        var ids = documents.All().Where(document => document.Number == number).Select(document => document.Id);
        return await Files(kept.Where(document => ids.Contains(document.Id))).SingleOrDefaultAsync(cancel)
            ?? await kept.Where(document => document.ListedAt != null || document.RemovedAt != null).Select(document => new DocumentFile(document.Title, null, document.PublishedAt)).SingleOrDefaultAsync(cancel);
    }

    private static IQueryable<DocumentFile> Files(IQueryable<Domain.Uploads.Document> documents) =>
        documents.Select(document => new DocumentFile(document.Title, document.RemovedAt == null ? document.Content : null, document.PublishedAt));
}

/// <summary>A document in the list.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="PublishedAt">When it was uploaded.</param>
/// <param name="IsPublic">Whether everybody may read it; not while it stands only beside drafts.</param>
public sealed record DocumentRow(int Number, string Title, int Bytes, DateTimeOffset PublishedAt, bool IsPublic)
{
    /// <summary>Its size, as people read it.</summary>
    public string Size => FileSize.Of(Bytes);
}

/// <summary>A document to be handed out.</summary>
public sealed record DocumentFile(string Title, byte[]? Content, DateTimeOffset PublishedAt);

/// <summary>Sizes as people read them.</summary>
public static class FileSize
{
    private const int Kilobyte = 1024;
    private const int Megabyte = Kilobyte * Kilobyte;

    /// <summary>649 KB, 1,2 MB.</summary>
    public static string Of(int bytes) => bytes < Megabyte
        ? UploadsTexts.Kilobytes.With(Math.Max(1, (bytes + Kilobyte / 2) / Kilobyte))
        : UploadsTexts.Megabytes.With((bytes / (double)Megabyte).ToString("0.0", System.Globalization.CultureInfo.CurrentUICulture));
}

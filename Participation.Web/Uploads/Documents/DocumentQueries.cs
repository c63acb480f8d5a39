using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Web.Uploads.Documents;

/// <summary>Reads documents: the newest for the staff, a file for everyone.</summary>
public sealed class DocumentQueries(ParticipationDbContext db)
{
    /// <summary>Most documents in the list.</summary>
    public const int Most = 200;

    /// <summary>The newest documents.</summary>
    public async Task<IReadOnlyList<DocumentRow>> NewestAsync(CancellationToken cancel) => await db.Documents.AsNoTracking().Where(document => document.RemovedAt == null).OrderByDescending(document => document.Number).Take(Most)
        .Select(document => new DocumentRow(document.Number, document.Title, document.Bytes, document.PublishedAt)).ToListAsync(cancel);

    /// <summary>A document with its file, or null; the file is null when it was taken down.</summary>
    public Task<DocumentFile?> FileAsync(int number, CancellationToken cancel) => db.Documents.AsNoTracking().Where(document => document.Number == number)
        .Select(document => new DocumentFile(document.Title, document.RemovedAt == null ? document.Content : null, document.PublishedAt)).SingleOrDefaultAsync(cancel);
}

/// <summary>A document in the list.</summary>
public sealed record DocumentRow(int Number, string Title, int Bytes, DateTimeOffset PublishedAt)
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

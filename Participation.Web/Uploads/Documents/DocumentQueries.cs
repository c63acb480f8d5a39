using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;

namespace Participation.Web.Uploads.Documents;

/// <summary>Reads documents: the newest for the staff, a file for everyone.</summary>
public sealed class DocumentQueries(ParticipationDbContext db)
{
    /// <summary>Most documents in the list.</summary>
    public const int Most = 200;

    /// <summary>The newest documents.</summary>
    public async Task<IReadOnlyList<DocumentRow>> NewestAsync(CancellationToken cancel) => await db.Documents.AsNoTracking().OrderByDescending(document => document.Number).Take(Most)
        .Select(document => new DocumentRow(document.Number, document.Title, document.Bytes, document.PublishedAt)).ToListAsync(cancel);

    /// <summary>A document with its file, or null.</summary>
    public Task<DocumentFile?> FileAsync(int number, CancellationToken cancel) => db.Documents.AsNoTracking().Where(document => document.Number == number)
        .Select(document => new DocumentFile(document.Title, document.Content)).SingleOrDefaultAsync(cancel);
}

/// <summary>A document in the list.</summary>
public sealed record DocumentRow(int Number, string Title, int Bytes, DateTimeOffset PublishedAt)
{
    /// <summary>Its size in megabytes, as people read it.</summary>
    public double Megabytes => Bytes / 1024d / 1024d;
}

/// <summary>A document to be handed out.</summary>
public sealed record DocumentFile(string Title, byte[] Content);

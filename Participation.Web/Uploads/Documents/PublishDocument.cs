using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Domain.Uploads;
using Participation.Web.Data;
using Participation.Web.Realtime;
using Participation.Web.Shared;
using Participation.Web.Uploads.Scanning;

namespace Participation.Web.Uploads.Documents;

/// <summary>The staff publishes a PDF. The same file sent twice is one document.</summary>
public sealed class PublishDocument(ParticipationDbContext db, Changes changes, IVirusScanner scanner, UploadRoom room)
{
    /// <param name="file">The file.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="standalone">Whether it is public by itself, and not only beside something public.</param>
    /// <param name="actor">Who publishes it.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The document's number, or why not.</returns>
    public async Task<Outcome<int>> ExecuteAsync(byte[] file, string? title, bool standalone, Actor actor, CancellationToken cancel)
    {
        var name = (title ?? "").Replace('\0', ' ').Trim();
        if (Document.CheckTitle(name) is { } nameless) return nameless;
        if (file.Length == 0) return new FileIsMissing();
        if (file.Length > Document.MaxBytes) return new FileIsTooLarge(Document.MaxMegabytes);
        if (!file.AsSpan().StartsWith("%PDF-"u8)) return new FileIsNoPdf();
        if (await scanner.CheckAsync(file, cancel) is { } unsafeFile) return unsafeFile;
        if (PdfCheck.Check(file) is { } refused) return refused;
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        var (text, pages) = PdfText.Of(file);
        await using var change = await changes.BeginAsync([Channel.Uploads], cancel);
        if (await db.Documents.AsNoTracking().Where(document => document.Hash == hash && document.RemovedAt == null).Select(document => (int?)document.Number).FirstOrDefaultAsync(cancel) is { } again)
        {
            if (standalone) await db.Documents.Where(document => document.Number == again).ExecuteUpdateAsync(set => set.SetProperty(document => document.IsStandalone, true), cancel);
            await change.CommitAsync(cancel);
            return again;
        }

        if (await room.CheckAsync(file.Length, cancel) is { } full) return full;
        var document = Document.Publish(
            await db.NextNumberAsync(Counter.Documents, cancel), name, new DocumentContent(file, hash, Convert.ToHexStringLower(SHA512.HashData(file)), text, pages), actor.Person, change.Now, standalone);
        db.Documents.Add(document);
        change.Audit("document.publish", Subject.Of(actor.Person), actor, $"{document.Number}: {hash}");
        await change.CommitAsync(cancel);
        return document.Number;
    }
}

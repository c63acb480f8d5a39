using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Uploads;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Web.Uploads;

/// <summary>
/// A person's images. They go whatever becomes of the texts: who or what a picture shows, no name has to stand beside it. Only those in texts of an organisation or of the city stay
/// with them, and those in what was reported until nothing can come of it. Documents are the city's.
/// </summary>
internal sealed class UploadsOfPerson(ParticipationDbContext db) : IPersonalData
{
    private const int Batch = 100;

    /// <summary>Files of a copy together stay below its limit; later ones are only named.</summary>
    private const long MostBytes = DataExport.MaxSize / 2;

    public int Order => 65;

    public IReadOnlyCollection<Type> Entities { get; } = [typeof(Upload), typeof(UploadFile), typeof(Document), typeof(ReportedImage)];

    public async Task<IReadOnlyList<ExportSection>> ExportAsync(PersonId person, CancellationToken cancel)
    {
        var images = await db.Uploads.AsNoTracking().Where(upload => upload.OwnerId == person).OrderBy(upload => upload.CreatedAt).ToListAsync(cancel);
        var documents = await db.Documents.AsNoTracking().Where(document => document.PublishedBy == person).OrderBy(document => document.Number)
            .Select(document => new { document.Number, document.Title, document.PublishedAt }).ToListAsync(cancel);
        var files = await FilesAsync(images, cancel);
        return
        [
            new("images", [.. images.Select(image => new ExportItem(
                ("description", image.Alt), ("file", files.ContainsKey(image.Id) ? NameOf(image) : null), ("address", Links.Image(image.Id.Value, UploadFile.Large)), ("at", image.CreatedAt)))])
            {
                Files = [.. images.Where(image => files.ContainsKey(image.Id)).Select(image => new ExportAttachment(NameOf(image), files[image.Id]))],
            },
            new("documents", [.. documents.Select(document => new ExportItem(("number", document.Number), ("title", document.Title), ("at", document.PublishedAt)))]),
        ];
    }

    public async Task<bool> EraseSomeAsync(LeavingPerson who, CancellationToken cancel)
    {
        var leaving = db.Uploads.Where(upload => upload.OwnerId == who.Id && upload.UsedByKind != SubjectKind.Article && upload.UsedByKind != SubjectKind.Page && !db.Set<ReportedImage>().Any(image => image.UploadId == upload.Id)
            && !(upload.UsedByKind == SubjectKind.Idea && db.Ideas.Any(idea => (Guid)(object)idea.Id == upload.UsedById && idea.OrganisationId != null))
            && !(upload.UsedByKind == SubjectKind.Comment && db.Comments.Any(comment => (Guid)(object)comment.Id == upload.UsedById && comment.OrganisationId != null)));
        var ids = await leaving.OrderBy(upload => upload.CreatedAt).Select(upload => upload.Id).Take(Batch).ToListAsync(cancel);
        if (ids.Count == 0) return false;
        await using var transaction = await db.BeginWriteAsync(cancel);
        await db.Uploads.Where(upload => ids.Contains(upload.Id)).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private async Task<Dictionary<UploadId, byte[]>> FilesAsync(List<Upload> images, CancellationToken cancel)
    {
        var (files, room) = (new Dictionary<UploadId, byte[]>(), MostBytes);
        foreach (var image in images)
        {
            if ((room -= image.Bytes) < 0) break;
            files[image.Id] = await db.UploadFiles.AsNoTracking().Where(file => file.UploadId == image.Id && file.Width == UploadFile.Large).Select(file => file.Content).SingleAsync(cancel);
        }

        return files;
    }

    private static string NameOf(Upload image) => string.Create(CultureInfo.InvariantCulture, $"bilder/{image.Id.Value:N}.webp");
}

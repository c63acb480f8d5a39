using Microsoft.EntityFrameworkCore;
using Participation.Domain.Uploads;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Uploads.Documents;

/// <summary>Which documents everybody may read: those that the staff published by themselves, and those beside something public.</summary>
public sealed class PublicDocuments(ParticipationDbContext db, IEnumerable<IAttachmentHome> homes, CityClock clock)
{
    /// <summary>The documents themselves; for reading.</summary>
    public IQueryable<Document> All()
    {
        var now = clock.Now;
        var documents = db.Documents.AsNoTracking().Where(document => document.IsStandalone);
        foreach (var home in homes)
        {
            var (kind, ids) = (home.Kind, home.PublicIds(now));
            documents = documents.Union(db.Documents.AsNoTracking().Where(document => db.Attachments.Any(beside => beside.DocumentId == document.Id && beside.SubjectKind == kind && ids.Contains(beside.SubjectId))));
        }

        return documents;
    }

    /// <summary>Fails for a kind of thing whose room does not say what of it is public: its documents could never be read.</summary>
    public void EnsureHome(Domain.Discussions.SubjectKind kind)
    {
        if (!homes.Any(home => home.Kind == kind)) throw new InvalidOperationException($"Documents beside a {kind} need a class that implements {nameof(IAttachmentHome)}.");
    }
}

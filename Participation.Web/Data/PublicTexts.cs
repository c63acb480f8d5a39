using Microsoft.EntityFrameworkCore;
using Participation.Domain.Council;
using Participation.Domain.Editing;

namespace Participation.Web.Data;

/// <summary>What everybody may read of the committee's side, said once for all queries; <see cref="Publication.IsPublicAt"/> says it of one.</summary>
internal static class PublicTexts
{
    /// <summary>Those that are published at an instant; for reading.</summary>
    public static IQueryable<T> ThatArePublic<T>(this IQueryable<T> texts, DateTimeOffset now) where T : class, IPublished =>
        texts.AsNoTracking().Where(text => text.Publication.From != null && text.Publication.From <= now && text.Publication.WithdrawnAt == null);

    /// <summary>Records of the council that everybody could read once, also when they are withdrawn or deleted now; for reading. What was deleted before its time never was.</summary>
    public static IQueryable<T> ThatWerePublic<T>(this IQueryable<T> records, DateTimeOffset now) where T : CouncilRecord, IPublished =>
        records.AsNoTracking().Where(record => record.Publication.From != null && record.Publication.From <= now && (record.DeletedAt == null || record.Publication.From <= record.DeletedAt));

    /// <summary>Bodies that everybody sees.</summary>
    public static IQueryable<Body> PublicBodies(this ParticipationDbContext db, DateTimeOffset now) => db.Bodies.ThatArePublic(now).Where(body => body.DeletedAt == null);
}

using Microsoft.EntityFrameworkCore;
using Participation.Domain.Editing;

namespace Participation.Web.Data;

/// <summary>What everybody may read of the committee's side, said once for all queries; <see cref="Publication.IsPublicAt"/> says it of one.</summary>
internal static class PublicTexts
{
    /// <summary>Those that are published at an instant; for reading.</summary>
    public static IQueryable<T> ThatArePublic<T>(this IQueryable<T> texts, DateTimeOffset now) where T : class, IPublished =>
        texts.AsNoTracking().Where(text => text.Publication.From != null && text.Publication.From <= now && text.Publication.WithdrawnAt == null);
}

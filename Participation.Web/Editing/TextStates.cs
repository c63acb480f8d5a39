using System.Linq.Expressions;
using Participation.Domain.Editing;

namespace Participation.Web.Editing;

/// <summary>Texts by how far they have come, for lists of the staff.</summary>
internal static class TextStates
{
    /// <summary>Those in a state at an instant; all when none is asked for.</summary>
    public static IQueryable<T> In<T>(this IQueryable<T> texts, PublicationState? state, DateTimeOffset now) where T : class, IPublished
    {
        Expression<Func<T, bool>>? condition = state switch
        {
            PublicationState.Draft => text => text.Publication.From == null && text.Publication.WithdrawnAt == null,
            PublicationState.Scheduled => text => text.Publication.From > now && text.Publication.WithdrawnAt == null,
            PublicationState.Published => text => text.Publication.From <= now && text.Publication.WithdrawnAt == null,
            PublicationState.Withdrawn => text => text.Publication.WithdrawnAt != null,
            _ => null,
        };
        return condition is null ? texts : texts.Where(condition);
    }
}

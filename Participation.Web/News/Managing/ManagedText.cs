using Participation.Domain.Editing;

namespace Participation.Web.News.Managing;

/// <summary>A text in the staff's list.</summary>
/// <param name="Address">Where it is edited.</param>
/// <param name="Title">Its title.</param>
/// <param name="Publication">How far it has come.</param>
/// <param name="ChangedAt">When it was last changed.</param>
/// <param name="Note">What else one wants to know, such as its section.</param>
public sealed record ManagedText(string Address, string Title, Publication Publication, DateTimeOffset ChangedAt, string? Note);

/// <summary>A page of the staff's list; the partial <c>_ManagedList</c>.</summary>
/// <param name="Texts">What is on it.</param>
/// <param name="State">To which state the list is narrowed down.</param>
/// <param name="Page">Number of the page, from 1.</param>
/// <param name="HasMore">Whether another one follows.</param>
/// <param name="Address">Address of the list in a state, at a page.</param>
public sealed record ManagedList(IReadOnlyList<ManagedText> Texts, PublicationState? State, int Page, bool HasMore, Func<PublicationState?, int, string> Address)
{
    /// <summary>Texts of a page.</summary>
    public const int PageSize = 25;

    private const int MostPages = 5_000;

    /// <summary>The page that was asked for, or the first.</summary>
    public static int Number(int? asked) => asked is > 0 and <= MostPages ? asked.Value : 1;
}

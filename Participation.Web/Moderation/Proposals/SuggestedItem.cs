using Participation.Domain.Moderation;
using Participation.Domain.Proposals.Suggestions;
using Participation.Web.Data;

namespace Participation.Web.Moderation.Proposals;

/// <summary>A suggestion with its place, as lists of the moderation show it.</summary>
internal sealed record SuggestedItem
{
    /// <summary>Number of the proposal.</summary>
    public int Proposal { get; init; }

    /// <summary>Title of the proposal.</summary>
    public string Title { get; init; } = "";

    /// <summary>The suggestion.</summary>
    public Suggestion Made { get; init; } = null!;

    /// <summary>Name of whoever made it.</summary>
    public string Author { get; init; } = "";

    /// <summary>Where it is.</summary>
    public CaseRef At => CaseRef.OfSuggestion(Proposal, Made.Number);
}

/// <summary>Reads suggestions with their places.</summary>
internal static class SuggestedItems
{
    public static IQueryable<SuggestedItem> WithPlaces(this IQueryable<Suggestion> suggestions, ParticipationDbContext db) =>
        from made in suggestions
        join proposal in db.Proposals on made.ProposalId equals proposal.Id
        join person in db.People on made.AuthorId equals person.Id
        select new SuggestedItem { Proposal = proposal.Number, Title = proposal.Title, Made = made, Author = person.DisplayName };
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Revisions;
using Participation.Domain.Proposals.Writing;
using Participation.Web.Data;

namespace Participation.Web.Proposals.Revisions;

/// <summary>Finds who wrote which passage of a text by following every update from its beginning, once per version.</summary>
public sealed class WhoWrote(ParticipationDbContext db, RenderedSections known)
{
    /// <summary>Most updates that are followed; of a text with a longer history it is not said who wrote what.</summary>
    public const int MostUpdates = 20_000;

    /// <summary>What a passage takes in memory, in characters of a rendered text.</summary>
    private const int SizeOfPassage = 32;

    /// <param name="proposal">The proposal; what stood in its texts at the beginning is its lead's.</param>
    /// <param name="section">Which of its texts.</param>
    /// <param name="version">At which version.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The passages in the order of the text; null when the history is too long.</returns>
    public async Task<IReadOnlyList<Written<TextAuthor>>?> OfAsync(Proposal proposal, SectionKind section, int version, CancellationToken cancel)
    {
        if (version > MostUpdates) return null;
        var text = await db.SharedTexts.AsNoTracking().Where(row => row.ProposalId == proposal.Id && row.Section == section).Select(row => new { row.Id, row.Beginning.Length }).SingleAsync(cancel);
        var key = new AuthorshipKey(text.Id, version);
        if (known.Cache.TryGetValue(key, out IReadOnlyList<Written<TextAuthor>>? parts)) return parts;
        var authorship = new Authorship<TextAuthor>(text.Length, new TextAuthor(proposal.Lead, null));
        await foreach (var update in db.SharedTextUpdates.AsNoTracking().Where(update => update.TextId == text.Id && update.Version <= version).OrderBy(update => update.Version)
            .Select(update => new { update.Changes, update.PersonId, update.OrganisationId }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            authorship.Follow(ChangeSet.Parse(update.Changes), new TextAuthor(update.OrganisationId, update.PersonId));
        }

        return known.Cache.Set(key, authorship.Parts, new MemoryCacheEntryOptions { Size = 1 + (authorship.Parts.Count * SizeOfPassage), SlidingExpiration = RenderedSections.Kept });
    }

    private sealed record AuthorshipKey(SharedTextId Text, int Version);
}

/// <summary>Who wrote a passage.</summary>
/// <param name="Organisation">For which organisation.</param>
/// <param name="Person">Who; null for what an organisation brought along.</param>
public sealed record TextAuthor(OrganisationId Organisation, PersonId? Person)
{
    /// <summary>The same without the person.</summary>
    public TextAuthor OrganisationOnly => this with { Person = null };
}

using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Data;

namespace Participation.Web.Moderation.Desk;

/// <summary>Who works on which case.</summary>
public sealed class ClaimQueries(ParticipationDbContext db, TimeProvider clock)
{
    private const int Most = 500;

    /// <summary>All claims that count now, by case: one query.</summary>
    public async Task<IReadOnlyDictionary<CaseRef, ClaimRow>> AllAsync(CancellationToken cancel) =>
        await Rows(db.CaseClaims).Take(Most).ToDictionaryAsync(claim => CaseRef.Of(claim.Kind, claim.Number, claim.Part, claim.Home), cancel);

    /// <summary>That of one case, or null when nobody has it.</summary>
    public Task<ClaimRow?> OfAsync(CaseRef at, CancellationToken cancel) =>
        Rows(db.CaseClaims.Of(at)).SingleOrDefaultAsync(cancel);

    private IQueryable<ClaimRow> Rows(IQueryable<CaseClaim> claims)
    {
        var now = clock.GetUtcNow();
        return
            from claim in claims.AsNoTracking()
            join person in db.People on claim.HeldBy equals person.Id
            where claim.Until > now
            orderby claim.Until descending
            select new ClaimRow(claim.Kind, claim.Home, claim.Number, claim.Part, claim.HeldBy, person.DisplayName, claim.Until, claim.Taking);
    }
}

/// <summary>Finds claims by their case.</summary>
internal static class Claims
{
    /// <summary>That of one case, also when it is over.</summary>
    public static IQueryable<CaseClaim> Of(this IQueryable<CaseClaim> claims, CaseRef at) => claims.Where(claim => claim.Kind == at.Kind && claim.Home == at.Home && claim.Number == at.Number && claim.Part == at.Part);
}

/// <summary>A claim as moderators see it.</summary>
public sealed record ClaimRow(SubjectKind Kind, SubjectKind Home, int Number, int Part, PersonId HeldBy, string Name, DateTimeOffset Until, ClaimId Taking);

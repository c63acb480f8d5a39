using Microsoft.EntityFrameworkCore;

namespace Participation.Web.Council.Oparl;

/// <summary>The list of one: the city. It changes with its terms, which stand inside it.</summary>
internal sealed class BodyReader(OparlQueries queries, OparlShapes shapes) : IOparlReader
{
    public OparlType Type => OparlType.Body;

    public bool BelongsToOrganizations => false;

    public async Task<OparlSlice> ListAsync(OparlFilter filter, int? organization, CancellationToken cancel)
    {
        var body = await ReadAsync(filter.OmitInternal, cancel);
        var shown = filter.After < OparlAddresses.City && Lies(body.Created, filter.CreatedSince, filter.CreatedUntil) && Lies(body.Modified, filter.ModifiedSince, filter.ModifiedUntil);
        return new OparlSlice(shown ? [body] : [], shown ? 1 : 0, null);
    }

    public async Task<OparlObject?> OneAsync(int number, CancellationToken cancel) => number == OparlAddresses.City ? await ReadAsync(omitInternal: false, cancel) : null;

    /// <summary>The system, which changes with its only body.</summary>
    public async Task<OparlSystem> SystemAsync(CancellationToken cancel) => shapes.System((await ReadAsync(omitInternal: true, cancel)).Modified);

    private async Task<OparlBody> ReadAsync(bool omitInternal, CancellationToken cancel)
    {
        var terms = await queries.Terms().OrderBy(term => term.Number).Take(CouncilQueries.Most).ToListAsync(cancel);
        var modified = terms.Select(term => term.ChangedAt).Append(shapes.Since).Max();
        return shapes.Body(omitInternal ? null : [.. terms.Where(term => !term.Gone).Select(term => shapes.Term(term, inside: true))], modified);
    }

    private static bool Lies(DateTimeOffset instant, DateTimeOffset? since, DateTimeOffset? until) =>
        (since is not { } start || instant >= OparlFilter.StartOf(start)) && (until is not { } end || instant < OparlFilter.EndOf(end));
}

using Microsoft.EntityFrameworkCore;

namespace Participation.Web.Council.Oparl;

/// <summary>Reads the objects of one type: a page of all of them, or one.</summary>
internal interface IOparlReader
{
    OparlType Type { get; }

    /// <summary>Whether there is a list of those of one organization.</summary>
    bool BelongsToOrganizations { get; }

    /// <param name="filter">Which, and how many.</param>
    /// <param name="organization">Number of the organization to which they belong; null for all.</param>
    /// <param name="cancel">Cancels.</param>
    Task<OparlSlice> ListAsync(OparlFilter filter, int? organization, CancellationToken cancel);

    /// <summary>One object, as gone if it is; null if there never was one for the public.</summary>
    Task<OparlObject?> OneAsync(int number, CancellationToken cancel);
}

/// <summary>A part of a list.</summary>
/// <param name="Objects">The objects.</param>
/// <param name="Total">How many there are in the whole list.</param>
/// <param name="Last">Number of the last one here, if more follow.</param>
internal sealed record OparlSlice(IReadOnlyList<OparlObject> Objects, int Total, int? Last);

/// <inheritdoc/>
internal abstract class OparlReader<TRow>(OparlShapes shapes) : IOparlReader where TRow : OparlRow
{
    public abstract OparlType Type { get; }

    public virtual bool BelongsToOrganizations => false;

    protected OparlShapes Shapes => shapes;

    public async Task<OparlSlice> ListAsync(OparlFilter filter, int? organization, CancellationToken cancel)
    {
        var rows = Filtered(organization is { } number ? RowsOf(number) : Rows(), filter);
        var total = await rows.CountAsync(cancel);
        var page = await rows.Where(row => row.Number > filter.After).OrderBy(row => row.Number).Take(filter.Limit + 1).ToListAsync(cancel);
        var more = page.Count > filter.Limit;
        if (more) page.RemoveAt(filter.Limit);
        return new OparlSlice(await ShapedAsync(page, filter.OmitInternal, alone: false, cancel), total, more ? page[^1].Number : null);
    }

    public async Task<OparlObject?> OneAsync(int number, CancellationToken cancel) =>
        await Rows().SingleOrDefaultAsync(row => row.Number == number, cancel) is { } found ? (await ShapedAsync([found], omitInternal: false, alone: true, cancel))[0] : null;

    /// <summary>All of them, with those that are gone.</summary>
    protected abstract IQueryable<TRow> Rows();

    /// <summary>Those of one organization.</summary>
    protected virtual IQueryable<TRow> RowsOf(int organization) => throw new NotSupportedException();

    /// <summary>Gives rows that are there their form, in their order.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="omitInternal">Whether lists inside may be left out.</param>
    /// <param name="alone">Whether the object stands at its own address.</param>
    /// <param name="cancel">Cancels.</param>
    protected abstract Task<IEnumerable<OparlObject>> ShapeAsync(IReadOnlyList<TRow> rows, bool omitInternal, bool alone, CancellationToken cancel);

    private static IQueryable<TRow> Filtered(IQueryable<TRow> rows, OparlFilter filter)
    {
        if (!filter.ShowsDeleted) rows = rows.Where(row => !row.Gone);
        if (filter.CreatedSince is { } createdSince && OparlFilter.StartOf(createdSince) is var created) rows = rows.Where(row => row.CreatedAt >= created);
        if (filter.CreatedUntil is { } createdUntil && OparlFilter.EndOf(createdUntil) is var createdEnd) rows = rows.Where(row => row.CreatedAt < createdEnd);
        if (filter.ModifiedSince is { } modifiedSince && OparlFilter.StartOf(modifiedSince) is var modified) rows = rows.Where(row => row.ChangedAt >= modified);
        if (filter.ModifiedUntil is { } modifiedUntil && OparlFilter.EndOf(modifiedUntil) is var modifiedEnd) rows = rows.Where(row => row.ChangedAt < modifiedEnd);
        return rows;
    }

    private async Task<IReadOnlyList<OparlObject>> ShapedAsync(IReadOnlyList<TRow> rows, bool omitInternal, bool alone, CancellationToken cancel)
    {
        List<TRow> there = [.. rows.Where(row => !row.Gone)];
        var shaped = new Queue<OparlObject>(there.Count == 0 ? [] : await ShapeAsync(there, omitInternal, alone, cancel));
        return [.. rows.Select(row => row.Gone ? shapes.Gone(Type, row) : shaped.Dequeue())];
    }
}

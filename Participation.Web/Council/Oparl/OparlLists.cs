using Microsoft.EntityFrameworkCore;
using Participation.Web.Shared;

namespace Participation.Web.Council.Oparl;

/// <summary>Finds the reader of a list or an object, and gives a list its page.</summary>
internal sealed class OparlLists(IEnumerable<IOparlReader> readers, OparlQueries queries, OparlAddresses addresses)
{
    public Task<OparlAnswer> BodiesAsync(HttpContext http, CancellationToken cancel) => PageAsync(Reader(OparlType.Body), null, addresses.Bodies, http, cancel);

    public Task<OparlAnswer> OfCityAsync(string list, HttpContext http, CancellationToken cancel) => OparlTypes.Parse(list) is { } type and not OparlType.Body && Reader(type) is { } reader
        ? PageAsync(reader, null, addresses.ListOf(type), http, cancel) : Task.FromResult(OparlErrors.NotFound(http));

    public async Task<OparlAnswer> OfOrganizationAsync(int number, string list, HttpContext http, CancellationToken cancel)
    {
        if (OparlTypes.Parse(list) is not { } type || Reader(type) is not { BelongsToOrganizations: true } reader) return OparlErrors.NotFound(http);
        var page = await PageAsync(reader, number, addresses.ListOf(number, type), http, cancel);
        // Only an empty list leaves the question whether there is such an organization.
        return page.Value is OparlPage { Pagination.TotalElements: 0 } && !await queries.Organizations().AnyAsync(organization => organization.Number == number, cancel) ? OparlErrors.NotFound(http) : page;
    }

    public async Task<OparlAnswer> OneAsync(string type, int number, HttpContext http, CancellationToken cancel) =>
        OparlTypes.Parse(type) is { } known && Reader(known) is { } reader && await reader.OneAsync(number, cancel) is { } found ? new OparlAnswer(found) : OparlErrors.NotFound(http);

    private IOparlReader? Reader(OparlType type) => readers.SingleOrDefault(reader => reader.Type == type);

    private async Task<OparlAnswer> PageAsync(IOparlReader? reader, int? organization, string list, HttpContext http, CancellationToken cancel)
    {
        if (reader is null) return OparlErrors.NotFound(http);
        var (filter, wrong) = OparlFilter.Read(http.Request.Query);
        if (filter is null) return OparlErrors.Wrong(wrong ?? "");
        var slice = await reader.ListAsync(filter, organization, cancel);
        return new OparlAnswer(new OparlPage(
            slice.Objects, new OparlPagination(slice.Total, filter.Limit),
            new OparlLinks(filter.Address(list, 0), filter.Address(list, filter.After), slice.Last is { } last ? filter.Address(list, last) : null, addresses.Page(Links.Bodies))));
    }
}

/// <summary>A page of a list. Pages begin behind a number, so nothing is skipped or shown twice while the list changes.</summary>
internal sealed record OparlPage(IReadOnlyList<object> Data, OparlPagination Pagination, OparlLinks Links);

internal sealed record OparlPagination(int TotalElements, int ElementsPerPage);

internal sealed record OparlLinks(string First, string Self, string? Next, string Web);

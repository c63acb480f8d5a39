using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;
using Participation.Domain.Accounts;
using Participation.Web.Data;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Participation.Web.Accounts.OpenId;

/// <summary>What a person allowed an application.</summary>
/// <param name="Application">The application's internal id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Scopes">What was allowed, all in all.</param>
/// <param name="Since">When first; null if that is unknown.</param>
public sealed record ConsentView(Guid Application, string Name, IReadOnlyList<string> Scopes, DateTimeOffset? Since);

/// <summary>Reads consents.</summary>
public sealed class ConsentQueries(ParticipationDbContext db)
{
    private const int Most = 200;

    /// <summary>One's own, by name.</summary>
    public async Task<IReadOnlyList<ConsentView>> OwnAsync(PersonId person, CancellationToken cancel)
    {
        var subject = TokenPerson.SubjectOf(person);
        var rows = await db.Set<OpenIddictEntityFrameworkCoreAuthorization<Guid>>().AsNoTracking()
            .Where(row => row.Subject == subject && row.Status == Statuses.Valid && row.Type == AuthorizationTypes.Permanent && row.Application != null)
            .OrderByDescending(row => row.CreationDate).Take(Most)
            .Select(row => new { row.Application!.Id, row.Application.DisplayName, row.Application.ClientId, row.Scopes, row.CreationDate }).ToListAsync(cancel);
        return [.. rows.GroupBy(row => (row.Id, Name: row.DisplayName ?? row.ClientId ?? "")).OrderBy(group => group.Key.Name, StringComparer.CurrentCultureIgnoreCase)
            .Select(group => new ConsentView(group.Key.Id, group.Key.Name, Union(group.Select(row => row.Scopes)), Instant(group.Min(row => row.CreationDate))))];
    }

    private static string[] Union(IEnumerable<string?> lists)
    {
        var allowed = lists.OfType<string>().SelectMany(list => JsonSerializer.Deserialize<string[]>(list) ?? []).ToHashSet(StringComparer.Ordinal);
        return [.. OpenId.Scopes.All.Where(allowed.Contains)];
    }

    private static DateTimeOffset? Instant(DateTime? at) => at is { } utc ? new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)) : null;
}

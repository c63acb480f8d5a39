using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Participation.Web.Data.Sqlite;

namespace Participation.Tests.Architecture;

/// <summary>Counts the database commands of requests that write; what runs in the background is left out.</summary>
internal sealed class WriteCounter : DbCommandInterceptor
{
    private static readonly string[] Writing = ["INSERT ", "UPDATE ", "DELETE "];
    private readonly HttpContextAccessor _request = new();
    private int _count;

    /// <summary>Puts the counter into a site on SQLite.</summary>
    public void Register(IServiceCollection services) =>
        services.AddHttpContextAccessor().ConfigureDbContext<SqliteParticipationDbContext>(options => options.AddInterceptors(this));

    /// <summary>How many there were since the last time.</summary>
    public int Take() => Interlocked.Exchange(ref _count, 0);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => new(Counted(command, result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(Counted(command, result));

    private T Counted<T>(DbCommand command, T result)
    {
        if (_request.HttpContext is not null && Writing.Any(word => command.CommandText.Contains(word, StringComparison.Ordinal))) Interlocked.Increment(ref _count);
        return result;
    }
}

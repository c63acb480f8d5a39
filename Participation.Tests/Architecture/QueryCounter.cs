using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Participation.Web.Data.PostgreSql;
using Participation.Web.Data.Sqlite;

namespace Participation.Tests.Architecture;

/// <summary>Counts the database commands of requests; what runs in the background is left out.</summary>
internal sealed class QueryCounter : DbCommandInterceptor
{
    private readonly HttpContextAccessor _request = new();
    private int _count;

    /// <summary>Puts the counter into a site of either database. The site's rounds in the background rest: what they write while pages are read would change what these have to ask.</summary>
    public void Register(IServiceCollection services)
    {
        foreach (var round in services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Assembly == typeof(Program).Assembly).ToList()) services.Remove(round);
        services.AddHttpContextAccessor()
            .ConfigureDbContext<SqliteParticipationDbContext>(options => options.AddInterceptors(this))
            .ConfigureDbContext<PostgreSqlParticipationDbContext>(options => options.AddInterceptors(this));
    }

    /// <summary>How many commands there were since the last time.</summary>
    public int Take() => Interlocked.Exchange(ref _count, 0);

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Counted(result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => new(Counted(result));

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => Counted(result);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) => new(Counted(result));

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Counted(result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(Counted(result));

    private T Counted<T>(T result)
    {
        if (_request.HttpContext is not null) Interlocked.Increment(ref _count);
        return result;
    }
}

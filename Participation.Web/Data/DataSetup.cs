using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Participation.Web.Data.PostgreSql;
using Participation.Web.Data.Sqlite;

namespace Participation.Web.Data;

/// <summary>Storage: one context, two databases.</summary>
public static class DataSetup
{
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DataOptions>().BindConfiguration(DataOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<WriteGate>().AddScoped<SchemaAtStart>();
        var options = configuration.GetSection(DataOptions.Section).Get<DataOptions>() ?? new DataOptions();
        if (options.Provider == "PostgreSql") AddPostgreSql(services, options);
        else AddSqlite(services, options);
        services.AddDataProtection().SetApplicationName("Participation").PersistKeysToDbContext<ParticipationDbContext>();
        return services;
    }

    private static void AddSqlite(IServiceCollection services, DataOptions options)
    {
        Directory.CreateDirectory(options.Directory);
        var connection = options.ConnectionString ?? $"Data Source={Path.Combine(options.Directory, "participation.db")}";
        services.AddDbContext<ParticipationDbContext, SqliteParticipationDbContext>(context => context.UseSqlite(connection, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .AddInterceptors(new SqlitePragmas()).ConfigureWarnings(Strict));
    }

    private static void AddPostgreSql(IServiceCollection services, DataOptions options) =>
        services.AddDbContext<ParticipationDbContext, PostgreSqlParticipationDbContext>(context => context.UseNpgsql(options.ConnectionString, npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .AddInterceptors(new StorableText()).ConfigureWarnings(Strict));

    private static void Strict(WarningsConfigurationBuilder warnings) => warnings
        .Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning);
}

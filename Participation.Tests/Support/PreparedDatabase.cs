using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Participation.Web.Accounts.OpenId;
using Participation.Web.Hosting;

namespace Participation.Tests.Support;

/// <summary>
/// A database with schema and signing keys and nothing else, made once for a run of the tests and copied for each site: to make both anew takes longer than most tests.
/// </summary>
internal static class PreparedDatabase
{
    private const string File = "participation.db";
    private static readonly Lazy<Task<string>> OfSqlite = new(MakeSqliteAsync);
    private static readonly Lazy<Task<string>> OfPostgreSql = new(MakePostgreSqlAsync);

    /// <summary>Copies it to where a site keeps its embedded database.</summary>
    public static async Task CopySqliteAsync(string directory) => System.IO.File.Copy(await OfSqlite.Value, Path.Combine(directory, File));

    /// <summary>Name of the PostgreSQL database that others are made from.</summary>
    public static Task<string> PostgreSqlAsync() => OfPostgreSql.Value;

    private static async Task<string> MakeSqliteAsync()
    {
        var directory = Directory.CreateTempSubdirectory("participation-prepared-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(directory, recursive: true);
        await PrepareAsync(new(StringComparer.Ordinal) { ["Data:Provider"] = Databases.Sqlite, ["Data:Directory"] = directory });
        var path = Path.Combine(directory, File);
        // The last connection that closes writes everything into the one file.
        await using var connection = new SqliteConnection($"Data Source={path}");
        SqliteConnection.ClearPool(connection);
        return path;
    }

    private static async Task<string> MakePostgreSqlAsync()
    {
        var connection = await Databases.CreatePostgreSqlAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Databases.DropPostgreSqlAsync(connection).GetAwaiter().GetResult();
        // Nobody may be connected to what is copied.
        await PrepareAsync(new(StringComparer.Ordinal) { ["Data:Provider"] = Databases.PostgreSql, ["Data:ConnectionString"] = new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString });
        return new NpgsqlConnectionStringBuilder(connection).Database!;
    }

    private static async Task PrepareAsync(Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        builder.Services.AddParticipation(builder.Configuration);
        await using var app = builder.Build();
        await app.MigrateAsync();
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SigningKeys>().EnsureAsync(CancellationToken.None);
    }
}

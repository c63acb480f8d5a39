using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Participation.Tests.Architecture;
using Participation.Web.Accounts.OpenId;
using Participation.Web.Demo;
using Participation.Web.Hosting;

namespace Participation.Tests.Support;

/// <summary>
/// The data of a site that nobody has used yet, with or without the demo city, made once for a run of the tests and copied for each site: to make them anew takes longer than most tests.
/// </summary>
internal sealed class PreparedDatabase
{
    private const string File = "participation.db";
    private static readonly PreparedDatabase Empty = new(demo: false);
    private static readonly PreparedDatabase Demo = new(demo: true);
    private readonly Lazy<Task<string>> _sqlite;
    private readonly Lazy<Task<(string Database, string Directory)>> _postgreSql;

    private PreparedDatabase(bool demo)
    {
        _sqlite = new(() => MakeSqliteAsync(demo));
        _postgreSql = new(() => MakePostgreSqlAsync(demo));
    }

    /// <summary>With the demo city, or without anything.</summary>
    public static PreparedDatabase Of(bool demo) => demo ? Demo : Empty;

    /// <summary>Copies it to where a site keeps its embedded database and its files.</summary>
    public async Task CopySqliteAsync(string directory) => CopyFiles(await _sqlite.Value, directory);

    /// <summary>Makes a copy on PostgreSQL, files included, and returns its connection string.</summary>
    public async Task<string> CopyPostgreSqlAsync(string directory)
    {
        var (database, files) = await _postgreSql.Value;
        CopyFiles(files, directory);
        return await Databases.CreatePostgreSqlAsync(database);
    }

    private static async Task<string> MakeSqliteAsync(bool demo)
    {
        var directory = MakeDirectory();
        await PrepareAsync(demo, new(StringComparer.Ordinal) { ["Data:Provider"] = Databases.Sqlite, ["Data:Directory"] = directory });
        // The last connection that closes writes everything into the one file.
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(directory, File)}");
        SqliteConnection.ClearPool(connection);
        return directory;
    }

    private static async Task<(string Database, string Directory)> MakePostgreSqlAsync(bool demo)
    {
        var directory = MakeDirectory();
        var connection = await Databases.CreatePostgreSqlAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Databases.DropPostgreSqlAsync(connection).GetAwaiter().GetResult();
        // Nobody may be connected to what is copied.
        await PrepareAsync(demo, new(StringComparer.Ordinal)
        {
            ["Data:Provider"] = Databases.PostgreSql, ["Data:Directory"] = directory, ["Data:ConnectionString"] = new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString,
        });
        return (new NpgsqlConnectionStringBuilder(connection).Database!, directory);
    }

    private static string MakeDirectory()
    {
        var directory = Directory.CreateTempSubdirectory("participation-prepared-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(directory, recursive: true);
        return directory;
    }

    private static void CopyFiles(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            System.IO.File.Copy(file, target);
        }
    }

    private static async Task PrepareAsync(bool demo, Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = Path.Combine(LayoutTests.Root(), "Participation.Web") });
        builder.Configuration.AddInMemoryCollection(settings).AddInMemoryCollection([new("Demo:Load", demo ? "true" : "false")]);
        builder.Logging.ClearProviders();
        builder.Services.AddParticipation(builder.Configuration);
        await using var app = builder.Build();
        await app.MigrateAsync();
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SigningKeys>().EnsureAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<FirstContent>().EnsureAsync(CancellationToken.None);
    }
}

using Npgsql;

namespace Participation.Tests.Support;

/// <summary>The databases a data test runs on: always both. PostgreSQL comes from TEST_POSTGRES, which <c>./test.sh</c> sets.</summary>
public static class Databases
{
    public const string Sqlite = "Sqlite";
    public const string PostgreSql = "PostgreSql";

    /// <summary>For <c>[MemberData]</c>.</summary>
    public static TheoryData<string> All => [Sqlite, PostgreSql];

    /// <summary>Connection string of the server on which tests make databases of their own.</summary>
    public static string Server =>
        Environment.GetEnvironmentVariable("TEST_POSTGRES") ?? "Host=127.0.0.1;Port=54329;Username=participation;Password=participation;Database=postgres";

    /// <summary>Makes a PostgreSQL database, empty or as a copy of another one, and returns its connection string.</summary>
    public static async Task<string> CreatePostgreSqlAsync(string? copyOf = null)
    {
        var name = $"test_{Participation.Domain.Ideas.IdeaId.New(TimeProvider.System.GetUtcNow()).Value:N}";
        await using var server = NpgsqlDataSource.Create(Server);
        await using var create = server.CreateCommand(copyOf is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {copyOf}");
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 60 }.ConnectionString;
    }

    /// <summary>Drops a database made here.</summary>
    public static async Task DropPostgreSqlAsync(string connection)
    {
        var name = new NpgsqlConnectionStringBuilder(connection).Database;
        await using (var own = new NpgsqlConnection(connection)) NpgsqlConnection.ClearPool(own);
        await using var server = NpgsqlDataSource.Create(Server);
        await using var drop = server.CreateCommand($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        await drop.ExecuteNonQueryAsync();
    }
}

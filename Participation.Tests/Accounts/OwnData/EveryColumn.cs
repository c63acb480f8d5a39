using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Participation.Tests.Support;

namespace Participation.Tests.Accounts.OwnData;

/// <summary>Looks for a text in every column of every table that the database has, whether the model knows it or not.</summary>
internal static class EveryColumn
{
    private const string PostgreSqlColumns = "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'";

    private const string SqliteColumns = "SELECT m.name, p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'";

    /// <summary>Where the text is found, as <c>table.column</c>, whatever its case.</summary>
    public static Task<List<string>> ContainingAsync(TestSite site, string text) => site.WithDbAsync(async db =>
    {
        var sqlite = db.Database.ProviderName?.Contains("Sqlite", StringComparison.Ordinal) == true;
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var found = new List<string>();
        var columns = await RowsAsync(connection, sqlite ? SqliteColumns : PostgreSqlColumns);
        Assert.True(columns.Count > 150, "The database has more columns than that.");
        foreach (var (table, column) in columns)
        {
            var where = sqlite ? $"CAST(\"{column}\" AS TEXT) LIKE" : $"\"{column}\"::text ILIKE";
            if (await CountAsync(connection, $"SELECT count(*) FROM \"{table}\" WHERE {where} '%{text}%'") > 0) found.Add($"{table}.{column}");
        }

        return found;
    });

    private static async Task<List<(string, string)>> RowsAsync(DbConnection connection, string sql)
    {
        await using var command = Command(connection, sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<(string, string)>();
        while (await reader.ReadAsync()) rows.Add((reader.GetString(0), reader.GetString(1)));
        return rows;
    }

    private static async Task<long> CountAsync(DbConnection connection, string sql)
    {
        await using var command = Command(connection, sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

#pragma warning disable CA2100 // Names of tables and columns come from the database itself, the text from the test.
    private static DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
#pragma warning restore CA2100
}

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
            // The full-text index keeps words in small letters, in blobs, without what they share with the word before.
            var where = sqlite ? $"CAST(\"{column}\" AS TEXT) LIKE '%{text}%' OR instr(CAST(\"{column}\" AS BLOB), CAST('{Stem(text)}' AS BLOB)) > 0" : $"\"{column}\"::text ILIKE '%{text}%' OR \"{column}\"::text ILIKE '%{Stem(text)}%'";
            if (await CountAsync(connection, $"SELECT count(*) FROM \"{table}\" WHERE {where}") > 0) found.Add($"{table}.{column}");
        }

        return found;
    });

    /// <summary>Where an id is found, however it is written.</summary>
    public static async Task<List<string>> HoldingAsync(TestSite site, Guid id) =>
        [.. (await ContainingAsync(site, id.ToString())).Concat(await ContainingAsync(site, id.ToString("N"))).Distinct(StringComparer.Ordinal)];

    /// <summary>What is left of a word however it is stored; a short one is looked for as it is.</summary>
    private static string Stem(string text) => text.Length is < 12 or > 30 ? text.ToLowerInvariant() : text[3..11].ToLowerInvariant();

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

    private static DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Tables and columns cannot be parameters; their names come from the database itself, the text from the test.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}

using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Tests.Support;
using Participation.Web.Accounts.OwnData;

namespace Participation.Tests.Architecture;

/// <summary>No table without a decision: is it somebody's, does the copy show it, what happens when they leave.</summary>
public sealed class OwnDataMapTests
{
    [Fact]
    public async Task Every_table_is_somebodys_or_says_why_not()
    {
        await using var site = await TestSite.StartAsync();
        var tables = await site.WithDbAsync(db => Task.FromResult(db.Model.GetEntityTypes().Where(entity => !entity.IsMappedToJson()).ToDictionary(entity => entity.ClrType, entity => entity.GetTableName()!)));
        Assert.True(tables.Count > 30);
        Assert.Empty(tables.Values.Except(OwnDataMap.Rows.Select(row => row.Table)));
        Assert.Empty(OwnDataMap.Rows.Select(row => row.Table).Except(tables.Values));
        Assert.Equal(OwnDataMap.Rows.Count, OwnDataMap.Rows.Select(row => row.Table).Distinct().Count());

        // What the map says is what the site does: each personal table has one part of the site that answers for it, no other has any.
        var answered = await site.InScopeAsync(services => Task.FromResult(services.GetServices<IPersonalData>().SelectMany(part => part.Entities).Select(type => tables[type]).ToList()));
        Assert.Equal(OwnDataMap.Rows.Where(row => row.IsPersonal).Select(row => row.Table).Order(), answered.Order());
    }

    /// <summary>The page for operators is made from the map: run with UPDATE_DOCS=1, read the difference, commit it.</summary>
    [Fact]
    public async Task The_page_for_operators_is_up_to_date()
    {
        var file = Path.GetFullPath(Path.Combine(Here(), "..", "..", "docs", "identity-data.md"));
        var page = (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n");
        const string Begin = "<!-- tables: made by OwnDataMapTests -->\n", End = "<!-- end of tables -->";
        var (from, to) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        var lines = OwnDataMap.Rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"| `{row.Table}` | {row.Part} | {row.Leaving} |"));
        var made = page[..from] + "\n| table | in the copy | when someone leaves |\n| --- | --- | --- |\n" + string.Join('\n', lines) + "\n\n" + page[to..];
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") is not null) await File.WriteAllTextAsync(file, made);
        Assert.True(made == (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n"), "docs/identity-data.md is stale: run this test with UPDATE_DOCS=1 and commit the file.");
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}

using System.Text.Json;
using Participation.Tests.Ideas.Polis;
using Participation.Tests.Support;

namespace Participation.Tests.Hosting.Commands;

/// <summary><c>import polis</c> and <c>export polis</c> as an operator types them.</summary>
public sealed class PolisCommandTests : IDisposable
{
    private const string Summary = """
        Process   gruen
        Ideas     4: 2 published, 1 declined, 1 submitted
        Authors   3
        People    4, of whom 4 took a stance
        Stances   4: 1 for, 1 neutral, 2 against
        Refused   0 rows
        """;

    private readonly string _data = Directory.CreateTempSubdirectory("polis-data-").FullName;

    [Fact]
    public async Task An_import_ends_with_its_counts_as_text_and_a_second_one_with_the_same_as_json()
    {
        using var folder = PolisFolder.Small();
        var first = await ImportAsync(folder);
        Assert.Equal((0, Counted(Summary)), (first.Code, Counted(first.Output)));
        Assert.Contains("4 contributions", first.Error, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(_data, "*.db"));

        var second = await ImportAsync(folder, "--json");
        var counts = JsonDocument.Parse(second.Output).RootElement;
        Assert.Equal((4, 2, 1, 1), (Of(counts, "ideas", "total"), Of(counts, "ideas", "published"), Of(counts, "ideas", "declined"), Of(counts, "ideas", "submitted")));
        Assert.Equal((1, 1, 2), (Of(counts, "stances", "for"), Of(counts, "stances", "neutral"), Of(counts, "stances", "against")));
    }

    [Fact]
    public async Task Broken_rows_are_named_by_line_and_the_good_ones_arrive()
    {
        using var folder = PolisFolder.With(
            "1650000001000,Fri,1,10,0,0,1,Mehr Bänke am Markt und im Park.\nkeine Zeit,Fri,2,10,0,0,1,Kaputt.\n1650000003000,Fri,3,11,0,0,1,Größere Straßenbäume in Lintorf.\n",
            "1650000010000,Fri,1,11,1\n1650000011000,Fri,1,12,7\n");
        var imported = await ImportAsync(folder, "--json");
        Assert.Equal(0, imported.Code);
        Assert.Contains("comments.csv, line 3: ", imported.Error, StringComparison.Ordinal);
        Assert.Contains("votes.csv, line 3: ", imported.Error, StringComparison.Ordinal);
        var counts = JsonDocument.Parse(imported.Output).RootElement;
        Assert.Equal((2, 1, 2), (Of(counts, "ideas", "total"), Of(counts, "stances", "for"), counts.GetProperty("refused").GetInt32()));
        Assert.Equal(["comments.csv 3", "votes.csv 3"], counts.GetProperty("refusedRows").EnumerateArray().Select(row => $"{row.GetProperty("file")} {row.GetProperty("line")}").Order());
    }

    [Fact]
    public async Task What_is_exported_imports_elsewhere_with_the_same_counts()
    {
        using var folder = PolisFolder.Small();
        await ImportAsync(folder);
        using var copy = PolisFolder.Empty();
        var exported = await Shell.SiteAsync("export", "polis", copy.Path, "--process", "gruen", "--json", $"--data={_data}");
        var elsewhere = Directory.CreateTempSubdirectory("polis-data-").FullName;
        var imported = await Shell.SiteAsync("import", "polis", copy.Path, "--process", "gruen", "--json", "--data", elsewhere);
        Directory.Delete(elsewhere, recursive: true);
        Assert.Equal((0, 0), (exported.Code, imported.Code));
        Assert.Equal(exported.Output, imported.Output);
    }

    [Theory]
    [InlineData("Option '--process' is required.", "import", "polis", "{folder}")]
    [InlineData("--process Kein Name is no address", "import", "polis", "{folder}", "--process", "Kein Name")]
    [InlineData("comments.csv", "import", "polis", "/gibt/es/nicht", "--process", "gruen")]
    [InlineData("There is no process gruen.", "export", "polis", "{folder}", "--process", "gruen")]
    public async Task A_command_that_cannot_work_says_why_and_fails(string why, params string[] arguments)
    {
        using var folder = PolisFolder.Small();
        var (code, _, error) = await Shell.SiteAsync([.. arguments.Select(argument => argument.Replace("{folder}", folder.Path, StringComparison.Ordinal)), "--data", _data]);
        Assert.NotEqual(0, code);
        Assert.Contains(why, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private Task<Finished> ImportAsync(PolisFolder folder, params string[] more) =>
        Shell.SiteAsync(["import", "polis", folder.Path, "--process", "gruen", "--data", _data, .. more]);

    private static string Counted(string text) => text.Trim().ReplaceLineEndings("\n");

    private static int Of(JsonElement counts, string group, string name) => counts.GetProperty(group).GetProperty(name).GetInt32();
}

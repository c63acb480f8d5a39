using Microsoft.EntityFrameworkCore;
using Participation.Domain.Ideas;
using Participation.Tests.Support;
using Participation.Web.Ideas;
using Participation.Web.Ideas.Polis;

namespace Participation.Tests.Ideas.Polis;

public sealed class PolisExportTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_export_brings_the_same_texts_and_counts_into_an_empty_database(string database)
    {
        using var original = PolisFolder.Small();
        using var exported = PolisFolder.Empty();
        await using var here = await TestSite.StartAsync(database);
        await using var there = await TestSite.StartAsync(database);
        await here.ImportAsync(original);

        var counts = await here.ExportAsync(exported);

        Assert.Equal(counts, await there.ImportAsync(exported));
        Assert.Equal(await TextsAsync(here), await TextsAsync(there));
        Assert.Contains(",'=HYPERLINK(1)", exported.Read("comments.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_an_account_is_another_number_as_voter_than_as_author()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (author, other) = (await given.PersonAsync(name: "Aylin Yılmaz"), await given.PersonAsync());
        await Browsing.AsAsync(site, author);
        var number = await given.IdeaAsync(other);
        await given.IdeaAsync(author, title: "Trinkbrunnen am Bahnhof");
        Assert.True((await site.UseAsync<TakeStance, Web.Shared.Outcome<StanceCounts>>(take => take.ExecuteAsync(number, StanceKind.Against, author, default))).Done);
        using var exported = PolisFolder.Empty();

        await site.ExportAsync(exported, "smart-city");

        var everything = exported.Read("comments.csv") + exported.Read("votes.csv") + exported.Read("summary.csv");
        Assert.DoesNotContain("Aylin", everything, StringComparison.Ordinal);
        Assert.DoesNotContain(author.Person.Value.ToString(), everything, StringComparison.OrdinalIgnoreCase);
        var authorId = exported.Read("comments.csv").Split('\n').Single(line => line.Contains("Trinkbrunnen", StringComparison.Ordinal)).Split(',')[3];
        var vote = exported.Read("votes.csv").Split('\n')[1].Split(',');
        Assert.NotEqual(authorId, vote[3]);
        Assert.Equal(0, long.Parse(vote[0], System.Globalization.CultureInfo.InvariantCulture) % (24 * 60 * 60 * 1000));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("'=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("- Liste")]
    [InlineData("'Anführung' am Anfang")]
    [InlineData("gewöhnlich")]
    public void A_guarded_text_comes_back_as_it_was(string text)
    {
        Assert.Equal(text, PolisFormula.Unguard(PolisFormula.Guard(text)));
        Assert.False(PolisFormula.Guard(text)[0] is '=' or '+' or '-' or '@');
    }

    private static Task<List<string>> TextsAsync(TestSite site) =>
        site.WithDbAsync(db => db.Ideas.AsNoTracking().OrderBy(idea => idea.Number).Select(idea => idea.Status + "|" + idea.Title + "|" + idea.Body.Markdown + "|" + idea.ForCount + "|" + idea.Contention).ToListAsync());
}

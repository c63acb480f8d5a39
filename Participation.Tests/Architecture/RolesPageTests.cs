using System.Runtime.CompilerServices;
using System.Text;

namespace Participation.Tests.Architecture;

/// <summary>docs/roles.md says who gets what, made from <see cref="RightsMatrix"/>, which the running site is held to.</summary>
public sealed class RolesPageTests
{
    private static readonly (string Title, string[] Prefixes)[] Areas =
    [
        ("Moderation and administration", ["/moderation", "/verwaltung"]),
        ("One's own account", ["/konto", "/mitteilungen", "/connect", "/.well-known"]),
        ("Organisations", ["/organisationen"]),
        ("API", ["/api", "/openapi"]),
        ("Ideas, discussions, processes, search", ["/ideen", "/vorschau", "/verfahren", "/suche", "/seite"]),
    ];

    private const string Rest = "Everything else";

    /// <summary>A changed page is a changed right: run with UPDATE_DOCS=1, read the difference, commit it.</summary>
    [Fact]
    public async Task The_page_is_the_one_that_the_matrix_makes()
    {
        var file = Path.GetFullPath(Path.Combine(Here(), "..", "..", "docs", "roles.md"));
        var page = Page(RightsMatrix.Rows);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") is not null) await File.WriteAllTextAsync(file, page);
        Assert.True(page == (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n"), "docs/roles.md is stale: run this test with UPDATE_DOCS=1, read the difference and commit it.");
    }

    [Fact]
    public void Every_row_of_the_matrix_is_on_the_page_and_every_answer_has_a_word()
    {
        var page = Page(RightsMatrix.Rows);
        Assert.All(RightsMatrix.Rows, row => Assert.Contains($"`{row.Address}`", page, StringComparison.Ordinal));
        Assert.Throws<InvalidOperationException>(() => Page([RightsMatrix.Rows[0] with { Answers = ["ok", "ok", "ok", "ok", "418"] }]));
    }

    private static string Page(IReadOnlyList<RightsRow> rows)
    {
        var text = new StringBuilder("""
            # Roles and rights

            Who gets what at which address. Made from `Participation.Tests/Architecture/RightsMatrix.cs`; tests ask every address of the running site as each of these
            people, fail when an address or a form's action has no row, and fail when this page is stale (`UPDATE_DOCS=1` with `RolesPageTests` writes it anew).

            - **visitor**: nobody signed in. **citizen**: a confirmed address. **partner**: an editor of an organisation. **moderator** and **administrator**: staff, with
              a second factor where the site asks for one. Nobody has rights over what a person alone decides: no role sees or changes stances of others.
            - **yes**: gets it. **sign in**: is asked to sign in. **no**: is refused (401, 403). **not there**: as if it did not exist (404). **gone**: removed, with the
              reason (410).
            - Ideas 1, 2, 3 and 4 are public, waiting, hidden, and written down by the service desk; comments 1 and 2 are public and held; all are somebody else's. What a
              person may do with things of their own is a rule of those things, not of the role.


            """.ReplaceLineEndings("\n"));
        foreach (var title in Areas.Select(area => area.Title).Append(Rest))
        {
            var area = rows.Where(row => TitleOf(row) == title).ToList();
            if (area.Count == 0) continue;
            text.Append($"## {title}\n\n| | address | visitor | citizen | partner | moderator | administrator |\n| --- | --- | --- | --- | --- | --- | --- |\n");
            foreach (var row in area) text.Append($"| {row.Method} | `{row.Address}` | {string.Join(" | ", row.Answers.Select(Word))} |\n");
            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string TitleOf(RightsRow row) => Areas.FirstOrDefault(area => area.Prefixes.Any(prefix => row.Route.StartsWith(prefix, StringComparison.Ordinal))).Title ?? Rest;

    private static string Word(string answer) => answer switch
    {
        "ok" => "yes",
        "in" => "sign in",
        "401" or "403" => "no",
        "400" => "answers what is asked",
        "404" => "not there",
        "410" => "gone",
        _ => throw new InvalidOperationException($"The page has no word for {answer}."),
    };

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}

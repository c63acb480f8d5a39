using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;
using Participation.Tests.Support;
using Participation.Web.Ideas.Polis;

namespace Participation.Tests.Ideas.Polis;

public sealed class PolisImportTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_consultation_becomes_a_process_with_ideas_people_and_stances(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        using var folder = PolisFolder.Small();

        var counts = await site.ImportAsync(folder);

        Assert.Equal(new PolisCounts(Ideas: 4, Published: 2, Declined: 1, Submitted: 1, Authors: 3, Voters: 4, People: 4, Stances: 4, For: 1, Neutral: 1, Against: 2), counts);
        var process = await site.WithDbAsync(db => db.Processes.AsNoTracking().SingleAsync(candidate => candidate.Slug == "gruen"));
        Assert.Equal("Grüne Stadt", process.Title);
        Assert.Equal("Wie wird \"unsere\" Stadt grüner?", process.Question);
        var lastVote = DateTimeOffset.FromUnixTimeMilliseconds(1650000015000);
        Assert.True(process.IsOpen(ActivityKind.TakeStances, lastVote));
        Assert.False(process.IsOpen(ActivityKind.TakeStances, lastVote.AddSeconds(1)));

        var ideas = await site.WithDbAsync(db => db.Ideas.AsNoTracking().Include(idea => idea.Events).Include(idea => idea.Versions).OrderBy(idea => idea.Number).ToListAsync());
        Assert.Equal(["Mehr \"Bänke\" für Ältere am Markt", "=HYPERLINK(1)", "Größere Straßenbäume", "<script>alert('x')</script> und **fett**"], ideas.Select(idea => idea.Title));
        Assert.Equal([IdeaStatus.Published, IdeaStatus.Declined, IdeaStatus.Submitted, IdeaStatus.Published], ideas.Select(idea => idea.Status));
        Assert.Equal(new StanceCounts(1, 0, 1), ideas[0].Stances);
        Assert.Equal(1, ideas[0].Contention);
        Assert.Equal(new StanceCounts(0, 0, 1), ideas[3].Stances);
        Assert.DoesNotContain("<script", ideas[3].Body.Html, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(ideas[1].RemovalReason);
        Assert.All(ideas, idea => Assert.Equal(idea.Body.Markdown, Assert.Single(idea.Versions).Body));
        Assert.All(ideas, idea => Assert.All(idea.Events, step => Assert.Null(step.By)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_second_run_changes_nothing(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        using var folder = PolisFolder.Small();
        var first = await site.ImportAsync(folder);
        var before = await RowsAsync(site);

        Assert.Equal(first, await site.ImportAsync(folder));

        Assert.Equal(before, await RowsAsync(site));
    }

    [Fact]
    public async Task A_later_export_adds_what_is_new_and_changes_votes()
    {
        await using var site = await TestSite.StartAsync();
        using var folder = PolisFolder.Small();
        await site.ImportAsync(folder);
        folder.Write("comments.csv", folder.Read("comments.csv") + "1650000020000,Fri,5,14,0,0,1,Mehr Trinkbrunnen in der Stadt\n");
        folder.Write("votes.csv", folder.Read("votes.csv") + "1650000021000,Fri,5,11,1\n1650000022000,Fri,1,11,1\n");

        var counts = await site.ImportAsync(folder);

        Assert.Equal(5, counts.Ideas);
        Assert.Equal((5, 3, 1, 1), (counts.Stances, counts.For, counts.Neutral, counts.Against));
        var stored = await site.WithDbAsync(db => db.Ideas.AsNoTracking().OrderBy(idea => idea.Number).Select(idea => idea.ForCount).ToListAsync());
        Assert.Equal([2, 0, 0, 0, 1], stored);
    }

    [Fact]
    public async Task An_interrupted_import_goes_on_where_it_stopped()
    {
        await using var site = await TestSite.StartAsync();
        using var folder = PolisFolder.Small();
        var conversation = await PolisReader.ReadAsync(folder.Path, default);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => site.UseAsync<ImportPolis, PolisCounts>(import =>
            import.ExecuteAsync(conversation, "gruen", said => { if (said.EndsWith("contributions", StringComparison.Ordinal)) stop.Cancel(); }, stop.Token)));

        var counts = await site.ImportAsync(folder);

        Assert.Equal((4, 4, 4), (counts.Ideas, counts.People, counts.Stances));
    }

    [Fact]
    public async Task Nobody_with_an_account_gets_votes_by_bearing_a_participants_name()
    {
        await using var site = await TestSite.StartAsync();
        using var folder = PolisFolder.Small();
        await Browsing.AsAsync(site, await new Given(site).PersonAsync(name: "Teilnehmende 11 (gruen)"));

        await Assert.ThrowsAsync<PolisFormatException>(() => site.ImportAsync(folder));

        Assert.Equal(0, await site.WithDbAsync(db => db.Stances.CountAsync()));
    }

    [Fact]
    public async Task Imported_people_know_no_trust_and_no_sign_in()
    {
        await using var site = await TestSite.StartAsync();
        using var folder = PolisFolder.Small();
        await site.ImportAsync(folder);
        var people = await site.WithDbAsync(db => db.People.AsNoTracking().Where(person => person.DisplayName.StartsWith("Teilnehmende")).ToListAsync());
        Assert.All(people, person => Assert.Equal((Verification.None, Role.Citizen), (person.Verification, person.Role)));
        Assert.Equal(0, await site.WithDbAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_process_that_takes_support_only_refuses_other_votes()
    {
        await using var site = await TestSite.StartAsync();
        using var folder = PolisFolder.Small();
        await new Given(site).ProcessAsync("gruen", stances: StanceMode.SupportOnly);
        await Assert.ThrowsAsync<PolisFormatException>(() => site.ImportAsync(folder));
    }

    /// <summary>Everything an import could touch, as one text.</summary>
    private static Task<string> RowsAsync(TestSite site) => site.WithDbAsync(async db =>
    {
        var ideas = await db.Ideas.AsNoTracking().OrderBy(idea => idea.Number).Select(idea => new { idea.Id, idea.Version, idea.ForCount, idea.AgainstCount, idea.ActiveAt }).ToListAsync();
        var stances = await db.Stances.AsNoTracking().OrderBy(stance => stance.IdeaId).ThenBy(stance => stance.PersonId).Select(stance => new { stance.PersonId, stance.Kind, stance.TakenAt }).ToListAsync();
        var (people, audits) = (await db.People.CountAsync(), await db.AuditEntries.CountAsync());
        return $"{string.Join('\n', ideas)}\n{string.Join('\n', stances)}\n{people} {audits}";
    });
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Editing;
using Participation.Domain.Ideas;
using Participation.Domain.Notifications;
using Participation.Domain.Outcomes;
using Participation.Tests.Support;
using Participation.Web.Ideas;
using Participation.Web.Outcomes;
using Participation.Web.Shared;
using UglyToad.PdfPig;

namespace Participation.Tests.Outcomes;

/// <summary>What is published at the end of a process.</summary>
public sealed class ResultTests
{
    private static readonly PublicationChange Publish = new(PublicationStep.Publish);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_result_is_written_in_the_browser_with_live_blocks_and_counted_figures_and_tells_everybody_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, voter, moderator) = (await given.PersonAsync(), await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        var idea = await given.IdeaAsync(author);
        var paper = await CouncilPaperAsync(site);
        Assert.True((await site.UseAsync<TakeStance, Outcome<StanceCounts>>(take => take.ExecuteAsync(idea, StanceKind.For, voter, default))).Done);
        var browsing = await Browsing.AsAsync(site, moderator);
        await browsing.SubmitAsync(Links.NewResult, "#ergebnis", new()
        {
            ["Input.Process"] = "smart-city", ["Input.Title"] = "Bänke für alle", ["Input.Summary"] = "Zehn Bänke kommen.", ["Input.Adopted"] = $"**Zehn** Bänke.\n\n{{{{Idee {idea}}}}}\n\n{{{{paper {paper}}}}}", ["Input.NotAdopted"] = "Kein Brunnen.",
            ["Input.SignedOffOn"] = "2026-03-01", ["Input.SignedOffBy"] = "Rat", ["Input.Publish.Step"] = "Publish",
        });
        Assert.Equal(302, (int)browsing.Last.StatusCode);

        var page = await Browsing.Visitor(site).GetAsync(Links.Result(1, "Bänke für alle"));
        Assert.NotNull(page.QuerySelector($".live-block a[href='{Links.Idea(idea, "Mehr Bänke am Markt")}']"));
        Assert.Contains("nicht (mehr) öffentlich", page.QuerySelectorAll(".live-block")[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(["2", "1", "1", "0"], page.QuerySelectorAll(".figures dd").Select(figure => figure.TextContent));
        Assert.Contains("Rat", page.QuerySelector(".byline")!.TextContent, StringComparison.Ordinal);

        var told = await site.WithDbAsync(db => db.Notifications.Where(entry => entry.Kind == NotificationKind.ResultPublished).Select(entry => entry.PersonId).ToListAsync());
        Assert.Equal(new[] { author.Person, voter.Person }.ToHashSet(), told.ToHashSet());
        await browsing.SubmitAsync(Links.EditResult(1), "#ergebnis", new() { ["Input.Summary"] = "Elf Bänke kommen.", ["Input.Note"] = "Eine mehr" });
        Assert.Equal(2, await site.WithDbAsync(db => db.Notifications.CountAsync(entry => entry.Kind == NotificationKind.ResultPublished)));

        var versions = await Browsing.Visitor(site).GetAsync(Links.ResultComparison(1, 2));
        Assert.Contains("Eine mehr", versions.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Zehn", "Elf"), (versions.QuerySelector("del")!.TextContent.Trim(), versions.QuerySelector("ins")!.TextContent.Trim()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_card_stands_in_any_frame_and_does_nothing_and_the_file_says_the_same(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        await given.IdeaAsync();
        await SaveAsync(site, await given.PersonAsync(Role.Moderator), Publish);
        var visitor = Browsing.Visitor(site);
        var card = await visitor.GetAsync(Links.ResultCard(1));
        var policy = Assert.Single(visitor.Last.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors *", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.False(visitor.Last.Headers.Contains("Set-Cookie"));
        Assert.Empty(card.QuerySelectorAll("script, form"));
        Assert.Equal("Ein Ergebnis", card.QuerySelector("h1")!.TextContent);

        await visitor.GetAsync(Links.ResultPdf(1));
        using var file = PdfDocument.Open(await visitor.Last.Content.ReadAsByteArrayAsync());
        var words = string.Join(' ', file.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
        foreach (var expected in new[] { "Ein Ergebnis", "Zehn Bänke", "Kein Brunnen", "Mehr Bänke am Markt" }) Assert.Contains(expected, words, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_planned_result_appears_by_itself_and_a_withdrawn_one_says_why(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, moderator) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        await given.IdeaAsync(author);
        await SaveAsync(site, moderator, new(PublicationStep.Schedule, TimeProvider.System.GetUtcNow().AddMilliseconds(400)));
        var visitor = Browsing.Visitor(site);
        while ((await visitor.GetAsync(Links.Result(1, "Ein Ergebnis"))).QuerySelector("h1")!.TextContent != "Ein Ergebnis") await Task.Yield();
        for (var i = 0; i < 2; i++) await site.UseAsync<Web.Editing.PublishDue>(due => due.ExecuteAsync(default));
        Assert.Equal(author.Person, await site.WithDbAsync(db => db.Notifications.Select(entry => entry.PersonId).SingleAsync()));

        var version = await site.WithDbAsync(db => db.Results.Select(result => result.Version).SingleAsync());
        Assert.True((await site.UseAsync<SaveResult, Outcome<int>>(save => save.ExecuteAsync(1, null, A.ResultPlan(), new(PublicationStep.Withdraw, Reason: "Falsch gezählt."), null, [], version, moderator, default))).Done);
        foreach (var address in new[] { Links.Result(1, "Ein Ergebnis"), Links.ResultCard(1), Links.ResultPdf(1), Links.ResultVersions(1) })
        {
            await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.Gone, visitor.Last.StatusCode);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_was_typed_into_a_draft_stays_out_of_the_versions_and_a_second_result_is_not_taken_for_the_first(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        await given.IdeaAsync();
        var moderator = await given.PersonAsync(Role.Moderator);
        Task<Outcome<int>> KeepAsync(int? number, ResultPlan plan, PublicationChange step, int version, string? note = null) =>
            site.UseAsync<SaveResult, Outcome<int>>(save => save.ExecuteAsync(number, "smart-city", plan, step, note, [], version, moderator, default));

        Assert.Equal(1, (await KeepAsync(null, A.ResultPlan() with { Summary = "Geheim und vorläufig." }, new(PublicationStep.Keep), 0, "Nur für uns.")).Value);
        Assert.Equal(1, (await KeepAsync(null, A.ResultPlan() with { Summary = "Geheim und vorläufig." }, new(PublicationStep.Keep), 0)).Value);
        Assert.Equal(2, (await KeepAsync(null, A.ResultPlan() with { Summary = "Ein anderes." }, new(PublicationStep.Keep), 0)).Value);
        Assert.True((await KeepAsync(1, A.ResultPlan() with { Summary = "So kam es." }, Publish, 0)).Done);
        Assert.True((await KeepAsync(1, A.ResultPlan() with { Summary = "So kam es wirklich." }, new(PublicationStep.Keep), await site.WithDbAsync(db => db.Results.Where(result => result.Number == 1).Select(result => result.Version).SingleAsync()))).Done);
        var visitor = Browsing.Visitor(site);
        foreach (var address in new[] { Links.ResultVersions(1), Links.ResultComparison(1, 1), Links.ResultComparison(1, 2), Links.ResultComparison(1, 3) })
        {
            var page = await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, visitor.Last.StatusCode);
            Assert.DoesNotContain("Geheim", page.Source.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Nur für uns", page.Source.Text, StringComparison.Ordinal);
        }

        Assert.Contains("wirklich", (await visitor.GetAsync(Links.ResultComparison(1, 3))).QuerySelector(".diff")!.TextContent, StringComparison.Ordinal);
        foreach (var (summary, step) in new[] { ("So kam es wirklich.", new PublicationChange(PublicationStep.Withdraw, Reason: "Irrtum.")), ("Geheim und noch nicht fertig.", new(PublicationStep.Keep)), ("So ist es.", Publish) })
            Assert.True((await KeepAsync(1, A.ResultPlan() with { Summary = summary }, step, await site.WithDbAsync(db => db.Results.Where(result => result.Number == 1).Select(result => result.Version).SingleAsync()))).Done);
        var after = await visitor.GetAsync(Links.ResultVersions(1));
        Assert.Equal(3, after.QuerySelectorAll("main ol.rows > li").Length);
        Assert.DoesNotContain("Geheim", (await visitor.GetAsync(Links.ResultComparison(1, 4))).Source.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Figures_are_those_of_the_publication_until_the_editor_asks_and_each_version_keeps_its_own(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        await given.IdeaAsync();
        var browsing = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        await SaveAsync(site, await given.PersonAsync(Role.Moderator), new(PublicationStep.Keep));
        await given.IdeaAsync(title: "Noch mehr Bänke");
        Assert.Null((await browsing.GetAsync(Links.EditResult(1))).QuerySelector("#Input_Recount"));
        await browsing.SubmitAsync(Links.EditResult(1), "#ergebnis", new() { ["Input.Publish.Step"] = "Publish" });
        Assert.Equal(2, await IdeasAsync());

        await given.IdeaAsync(title: "Bänke am Bahnhof");
        await browsing.SubmitAsync(Links.EditResult(1), "#ergebnis", new() { ["Input.Summary"] = "Elf Bänke kommen.", ["Input.Note"] = "Ein Tippfehler" });
        Assert.Equal(302, (int)browsing.Last.StatusCode);
        Assert.Equal(2, await IdeasAsync());
        await browsing.SubmitAsync(Links.EditResult(1), "#ergebnis", new() { ["Input.Recount"] = "true" });
        Assert.Equal(3, await IdeasAsync());

        var versions = await Browsing.Visitor(site).GetAsync(Links.ResultVersions(1));
        Assert.Equal(["3", "2", "2"], versions.QuerySelectorAll("main ol.rows > li").Select(version => version.QuerySelectorAll(".figures dd")[1].TextContent));
        Assert.Contains("Zahlen neu gezählt", versions.QuerySelector("main ol.rows > li")!.TextContent, StringComparison.Ordinal);

        Task<int> IdeasAsync() => site.WithDbAsync(async db => ResultFigures.Of(await db.Results.Select(result => result.Figures).SingleAsync())!.IdeaCount);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_planned_result_is_counted_when_its_time_comes(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        await given.IdeaAsync();
        await SaveAsync(site, await given.PersonAsync(Role.Moderator), new(PublicationStep.Schedule, TimeProvider.System.GetUtcNow().AddDays(1)));
        await given.IdeaAsync(title: "Noch mehr Bänke");
        await site.WithDbAsync(db => db.Results.ExecuteUpdateAsync(set => set.SetProperty(result => result.Publication.From, (DateTimeOffset?)TimeProvider.System.GetUtcNow().AddSeconds(-1))));
        await site.UseAsync<Web.Editing.PublishDue>(due => due.ExecuteAsync(default));
        var (now, kept) = await site.WithDbAsync(async db => (await db.Results.Select(result => result.Figures).SingleAsync(), await db.ContentVersions.Where(version => version.SubjectKind == Domain.Discussions.SubjectKind.Result).Select(version => version.Figures).SingleAsync()));
        Assert.Equal((2, now), (ResultFigures.Of(now)!.IdeaCount, kept));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_slip_in_a_live_block_is_named_with_its_field_and_nothing_is_kept(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var idea = await given.IdeaAsync();
        var browsing = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        var fields = new Dictionary<string, string> { ["Input.Process"] = "smart-city", ["Input.Title"] = "Bänke für alle", ["Input.Summary"] = "Zehn Bänke kommen.", ["Input.Publish.Step"] = "Publish" };
        foreach (var (field, text, said) in new[]
        {
            ("Adopted", "{{idea 999}}", "Was beschlossen ist: „{{idea 999}}“"),
            ("NotAdopted", "{{artikel 3}}", "Den Baustein „artikel“ gibt es nicht ({{artikel 3}}). Möglich sind: idea, measure, paper, proposal"),
            ("NotAdopted", "{{<b>idea</b> 3}} {{\"><script>alert(1)</script> 3}}\n\n{{x&y 1}}", "Den Baustein „x&y“ gibt es nicht"),
            ("Adopted", "{{maßnahme 1}}", "„{{maßnahme 1}}“"),
            ("Adopted", "{{idea}}", "„{{idea}}“"),
            ("Adopted", $"Siehe {{{{idea {idea}}}}} dazu", "muss allein auf einer Zeile stehen"),
            ("Adopted", string.Join("\n\n", Enumerable.Range(1, 61).Select(number => $"{{{{idea {number}}}}}")), "höchstens 60"),
        })
        {
            var page = await browsing.SubmitAsync(Links.NewResult, "#ergebnis", new(fields) { ["Input." + field] = text });
            Assert.Equal(400, (int)browsing.Last.StatusCode);
            Assert.Contains(page.QuerySelectorAll($".kern-alert a[href='#Input_{field}'], .error-summary a[href='#Input_{field}']"), link => link.TextContent.Contains(said, StringComparison.Ordinal));
            Assert.Equal(text, page.QuerySelector($"[name='Input.{field}']")!.TextContent.TrimStart('\n'));
            Assert.Empty(page.QuerySelectorAll("main script"));
        }

        Assert.False(await site.WithDbAsync(db => db.Results.AnyAsync()));
        await browsing.SubmitAsync(Links.NewResult, "#ergebnis", new(fields) { ["Input.Adopted"] = $"`{{{{idea 999}}}}`\n\n{{{{ IDEE {idea} }}}}" });
        Assert.Equal(302, (int)browsing.Last.StatusCode);
    }

    /// <summary>A paper that is not public yet: a block may name it, and shows it from the day on.</summary>
    private static Task<int> CouncilPaperAsync(TestSite site) => site.WithDbAsync(async db =>
    {
        var body = A.Body();
        var paper = A.Paper(body, publication: Publication.Draft);
        db.AddRange(body, paper);
        await db.SaveChangesAsync();
        return paper.Number;
    });

    private static async Task SaveAsync(TestSite site, Actor moderator, PublicationChange step) =>
        Assert.True((await site.UseAsync<SaveResult, Outcome<int>>(save => save.ExecuteAsync(null, "smart-city", A.ResultPlan(), step, null, [], 0, moderator, default))).Done);
}

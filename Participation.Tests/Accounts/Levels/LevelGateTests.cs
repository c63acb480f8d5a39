using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Tests.Hosting.Api;
using Participation.Tests.Support;
using Participation.Web.Discussions;
using Participation.Web.Ideas;
using Participation.Web.Shared;

namespace Participation.Tests.Accounts.Levels;

/// <summary>A process names the level it needs: every write honours it, and every page says so before anyone writes a line.</summary>
public sealed class LevelGateTests
{
    private const string Slug = "smart-city";

    public static TheoryData<Verification, Verification> Pairs => new(
        from required in (Verification[])[Verification.Email, Verification.SelfDeclaredResident, Verification.VerifiedResident]
        from actual in (Verification[])[Verification.Email, Verification.SelfDeclaredResident, Verification.VerifiedResident]
        select (required, actual));

    [Theory, MemberData(nameof(Pairs))]
    public async Task Every_write_honours_the_level(Verification required, Verification actual)
    {
        await using var site = await TestSite.StartAsync();
        var (person, idea, comment) = await WorldAsync(site, actual, required);
        var topic = await site.WithDbAsync(db => db.Topics.OrderBy(one => one.Order).Select(one => one.Key).FirstAsync());
        var text = new IdeaInput(Slug, "Bänke für alle Plätze", "", "Auf dem Marktplatz fehlen Bänke im Schatten.", topic, null, null, null, null, null);
        var (own, version) = await site.WithDbAsync(async db => await db.Ideas.Where(one => one.AuthorId == person.Person).Select(one => new ValueTuple<int, int>(one.Number!.Value, one.TextVersion)).SingleAsync());

        Dictionary<string, Refusal?> answers = new(StringComparer.Ordinal)
        {
            ["submit"] = await site.UseAsync<SubmitIdea, Refusal?>(async use => (await use.ExecuteAsync(text, "neu", person, default)).Refusal),
            ["revise"] = await site.UseAsync<ReviseIdea, Refusal?>(use => use.ExecuteAsync(own, text, version, person, default)),
            ["stance"] = await site.UseAsync<TakeStance, Refusal?>(async use => (await use.ExecuteAsync(idea, StanceKind.For, person, default)).Refusal),
            ["comment"] = await site.UseAsync<PostComment, Refusal?>(async use => (await use.ExecuteAsync(new CommentInput(idea, null, CommentLabel.None, "Guter Platz.", "neu"), person, default)).Refusal),
            ["edit"] = await site.UseAsync<EditComment, Refusal?>(use => use.ExecuteAsync(new CommentEdit(idea, comment, "Besser so.", CommentLabel.For, 1), person, default)),
        };

        foreach (var (write, refusal) in answers)
        {
            if (actual >= required) Assert.True(refusal is null, $"{write}: {refusal}");
            else Assert.True(refusal is VerificationTooLow tooLow && tooLow.Required == required, $"{write}: {refusal}");
        }

        // Taking something back needs no level.
        Assert.Null(await site.UseAsync<TakeStance, Refusal?>(async use => (await use.ExecuteAsync(idea, null, person, default)).Refusal));
    }

    [Theory, InlineData(Verification.SelfDeclaredResident), InlineData(Verification.VerifiedResident)]
    public async Task Every_page_says_so_before_anyone_writes_to_visitors_and_to_those_who_lack_it(Verification required)
    {
        await using var site = await TestSite.StartAsync();
        var (person, idea, comment) = await WorldAsync(site, Verification.Email, required);
        var address = Links.Idea(idea, "Mehr Bänke am Markt");
        var own = await site.WithDbAsync(db => db.Ideas.Where(one => one.AuthorId == person.Person).Select(one => one.Number!.Value).SingleAsync());
        var (visitor, lacking) = (Browsing.Visitor(site), await Browsing.AsAsync(site, person));
        (string Page, int Gates)[] forEveryone = [($"/verfahren/{Slug}", 1), ($"/ideen?verfahren={Slug}", 1), ($"/ideen/neu?verfahren={Slug}", 1), (address, 2)];
        foreach (var (page, gates) in forEveryone)
        {
            Assert.Equal((page, gates), (page, await GatesAsync(visitor, page, required)));
            Assert.Equal((page, gates), (page, await GatesAsync(lacking, page, required)));
        }

        foreach (var page in new[] { Links.Comments(idea), Links.EditIdea(own), Links.EditComment(idea, comment) }) Assert.Equal((page, 1), (page, await GatesAsync(lacking, page, required)));
        Assert.Null((await lacking.GetAsync(address)).QuerySelector("[data-stances], [data-comment-form]"));
        Assert.Null((await lacking.GetAsync(Links.Comments(idea))).QuerySelector("[data-comment-form]"));

        var enough = await Browsing.AsAsync(site, await new Given(site).PersonAsync(verification: required));
        foreach (var (page, _) in forEveryone) Assert.Equal((page, 0), (page, await GatesAsync(enough, page, required)));
        Assert.NotNull((await enough.GetAsync(address)).QuerySelector("[data-stances]"));
        Assert.NotNull((await enough.GetAsync(address)).QuerySelector("[data-comment-form]"));
    }

    [Fact]
    public async Task The_way_to_the_level_leads_back_to_the_page()
    {
        await using var site = await TestSite.StartAsync();
        var (person, idea, _) = await WorldAsync(site, Verification.Email, Verification.SelfDeclaredResident);
        var browsing = await Browsing.AsAsync(site, person);
        var way = (await browsing.GetAsync(Links.Idea(idea, "Mehr Bänke am Markt"))).QuerySelector(".stance-panel [data-level-gate] a")!.GetAttribute("href")!;
        await browsing.SubmitAsync(way, "#angabe", new(StringComparer.Ordinal) { ["Input.Declares"] = "true" });
        Assert.Equal(Links.Idea(idea, "Mehr Bänke am Markt") + "#haltung", browsing.Last.Headers.Location?.ToString());
        Assert.NotNull((await browsing.FollowAsync()).QuerySelector("[data-stances]"));
    }

    [Fact]
    public async Task A_process_for_everyone_says_nothing_of_levels()
    {
        await using var site = await TestSite.StartAsync();
        var (_, idea, _) = await WorldAsync(site, Verification.Email, Verification.Email);
        foreach (var page in new[] { $"/verfahren/{Slug}", $"/ideen?verfahren={Slug}", "/ideen/neu", Links.Idea(idea, "Mehr Bänke am Markt") })
            Assert.Null((await Browsing.Visitor(site).GetAsync(page)).QuerySelector("[data-level-gate]"));
    }

    [Fact]
    public async Task Whoever_sends_all_the_same_is_told_and_loses_nothing_typed()
    {
        await using var site = await TestSite.StartAsync();
        var (person, idea, comment) = await WorldAsync(site, Verification.SelfDeclaredResident, Verification.SelfDeclaredResident);
        var browsing = await Browsing.AsAsync(site, person);
        var form = await browsing.GetAsync(Links.Comments(idea));
        var fields = Browsing.Fields((AngleSharp.Html.Dom.IHtmlFormElement)form.QuerySelector("[data-comment-form]")!);
        await LoseAsync(site, person);

        var page = await browsing.PostAsync(Links.Comments(idea), new(fields) { ["Body"] = "Ein langer Gedanke." });
        Assert.Equal(HttpStatusCode.Forbidden, browsing.Last.StatusCode);
        Assert.Equal("Ein langer Gedanke.", page.QuerySelector("textarea[name=Body]")!.TextContent);
        Assert.NotNull(page.QuerySelector("[data-level-gate] a"));

        page = await browsing.SubmitAsync("/ideen/neu", "form[data-idea-form]", await IdeaAsync(site), "button[value=einreichen]");
        Assert.Equal(HttpStatusCode.Forbidden, browsing.Last.StatusCode);
        Assert.Contains("im Schatten", page.QuerySelector("textarea[name='Input.Body']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await site.WithDbAsync(db => db.Ideas.CountAsync(one => one.AuthorId == person.Person && one.Status == IdeaStatus.Draft)));

        page = await browsing.SubmitAsync(Links.EditComment(idea, comment), "main form", new(StringComparer.Ordinal) { ["Input.Body"] = "Neu gefasst." });
        Assert.Equal(HttpStatusCode.Forbidden, browsing.Last.StatusCode);
        Assert.Equal("Neu gefasst.", page.QuerySelector("textarea[name='Input.Body']")!.TextContent);
    }

    [Fact]
    public async Task The_API_refuses_with_the_level_that_is_missing()
    {
        await using var site = await TestSite.StartAsync();
        var (person, idea, _) = await WorldAsync(site, Verification.Email, Verification.VerifiedResident);
        var api = await ApiClient.AsAsync(site, person);
        var problem = await api.SendAsync(HttpMethod.Put, $"/api/v1/ideas/{idea}/stance", new { stance = "for" });
        Assert.Equal(HttpStatusCode.Forbidden, api.Last.StatusCode);
        Assert.Contains("VerificationTooLow", problem.GetRawText(), StringComparison.Ordinal);
        await api.SendAsync(HttpMethod.Post, "/api/v1/comments", new { idea, label = "none", body = "Gute Idee." }, ("Idempotency-Key", "neu-1"));
        Assert.Equal(HttpStatusCode.Forbidden, api.Last.StatusCode);
    }

    private static async Task<int> GatesAsync(Browsing browsing, string page, Verification required)
    {
        var document = await browsing.GetAsync(page);
        Assert.True(browsing.Last.StatusCode is HttpStatusCode.OK, $"{page}: {browsing.Last.StatusCode}");
        var gates = document.QuerySelectorAll($"main [data-level-gate={required}]");
        Assert.All(gates, gate => Assert.StartsWith("/konto/wohnsitz?weiter=%2F", gate.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal));
        return gates.Length;
    }

    /// <summary>A process, somebody else's idea, and one person with an idea and a comment of their own from better days.</summary>
    private static async Task<(Actor Person, int Idea, int Comment)> WorldAsync(TestSite site, Verification actual, Verification required)
    {
        var given = new Given(site);
        var (person, idea) = (await given.PersonAsync(verification: actual), await given.IdeaAsync());
        await given.IdeaAsync(person, title: "Eine eigene Idee");
        var posted = await site.UseAsync<PostComment, Outcome<PostedComment>>(post => post.ExecuteAsync(new CommentInput(idea, null, CommentLabel.None, "Von früher.", "alt"), person, default));
        await site.WithDbAsync(db => db.Processes.ExecuteUpdateAsync(process => process.SetProperty(one => one.RequiredVerification, required)));
        return (person, idea, posted.Value!.Number);
    }

    private static Task<int> LoseAsync(TestSite site, Actor actor) =>
        site.WithDbAsync(db => db.People.Where(person => person.Id == actor.Person).ExecuteUpdateAsync(person => person.SetProperty(one => one.Verification, Verification.Email)));

    private static async Task<Dictionary<string, string>> IdeaAsync(TestSite site) => new(StringComparer.Ordinal)
    {
        ["Input.Title"] = "Bänke für alle Plätze", ["Input.Body"] = "Auf dem Marktplatz fehlen Bänke im Schatten.", ["Input.Rules"] = "true",
        ["Input.Topic"] = await site.WithDbAsync(db => db.Topics.OrderBy(one => one.Order).Select(one => one.Key).FirstAsync()), ["Input.Process"] = Slug,
    };
}

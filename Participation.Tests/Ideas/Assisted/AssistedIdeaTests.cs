using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;
using Participation.Tests.Support;
using Participation.Web.Ideas.Assisted;
using Participation.Web.Moderation;
using Participation.Web.Shared;

namespace Participation.Tests.Ideas.Assisted;

/// <summary>The service desk writes ideas down for people without an account.</summary>
public sealed class AssistedIdeaTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_idea_that_was_written_down_says_so_everywhere_and_has_a_receipt(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (desk, browsing) = await DeskAsync(site);
        var number = await EnterAsync(site, browsing, pseudonym: "Frau M.");
        var receipt = await browsing.FollowAsync();
        Assert.Equal(14, receipt.QuerySelector("#code")!.TextContent.Length);
        Assert.Contains("Frau M.", receipt.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        var visitor = Browsing.Visitor(site);
        await visitor.GetAsync(Links.Idea(number));
        Assert.NotNull((await visitor.FollowAsync()).QuerySelector(".byline [data-assisted]"));
        Assert.NotNull((await visitor.GetAsync(Links.Ideas)).QuerySelector(".idea-row__by [data-assisted]"));
        Assert.Contains("\"assisted\":true", await visitor.Client.GetStringAsync($"/api/v1/ideas/{number}"), StringComparison.Ordinal);
        var entry = await site.WithDbAsync(db => db.AuditEntries.AsNoTracking().SingleAsync(one => one.Action == "idea.assist"));
        Assert.Equal(desk.Person, entry.ActorId);
        Assert.Empty(await site.WithDbAsync(db => db.Users.Where(account => account.PersonId != desk.Person).ToListAsync()));
    }

    [Fact]
    public async Task Without_a_name_it_is_anonymous_and_two_of_them_are_two_people()
    {
        await using var site = await TestSite.StartAsync();
        var (_, browsing) = await DeskAsync(site);
        var (one, other) = (await EnterAsync(site, browsing), await EnterAsync(site, browsing, title: "Eine zweite Bank am Markt"));
        var authors = await site.WithDbAsync(db => db.Ideas.Where(idea => idea.Number == one || idea.Number == other).Join(db.People, idea => idea.AuthorId, person => person.Id, (_, person) => person).ToListAsync());
        Assert.Equal(2, authors.Select(person => person.Id).Distinct().Count());
        Assert.All(authors, person => Assert.Equal(Person.AnonymousName, person.DisplayName));
    }

    [Theory, InlineData("Ben der Bäcker"), InlineData("BEN  DER BÄCKER"), InlineData("Verwaltung Ratingen"), InlineData("Anonym"), InlineData("Gelöschtes Konto")]
    public async Task Nobody_can_be_spoken_for_who_is_here_already(string name)
    {
        await using var site = await TestSite.StartAsync();
        await new Given(site).PersonAsync(name: "Ben der Bäcker");
        var (_, browsing) = await DeskAsync(site);
        var page = await PostAsync(browsing, name, "Mehr Bänke am Markt");
        Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
        Assert.NotNull(page.QuerySelector("#Input_Pseudonym-error"));
        Assert.Equal(0, await site.WithDbAsync(db => db.Ideas.CountAsync()));
    }

    [Fact]
    public async Task Whoever_wrote_it_down_cannot_publish_it()
    {
        await using var site = await TestSite.StartAsync();
        await new Given(site).ProcessAsync(moderation: ModerationMode.PreModerateIdeas);
        var (desk, browsing) = await DeskAsync(site);
        var number = await EnterAsync(site, browsing);
        var other = await new Given(site).PersonAsync(Role.Moderator);
        Assert.IsType<PublishedBySomeoneElse>(await PublishAsync(site, number, desk));
        Assert.Null(await PublishAsync(site, number, other));
        Assert.True(await site.WithDbAsync(db => db.Ideas.AnyAsync(idea => idea.Number == number && idea.PublishedAt != null)));
    }

    [Fact]
    public async Task Sent_twice_it_is_one_idea_and_consent_is_asked()
    {
        await using var site = await TestSite.StartAsync();
        var (_, browsing) = await DeskAsync(site);
        var page = await browsing.GetAsync(Links.AssistedIdea);
        var fields = Fields(page, "", "Mehr Bänke am Markt");
        fields.Remove("Input.Rules");
        await browsing.PostAsync(Links.AssistedIdea, fields);
        Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
        fields["Input.Rules"] = "true";
        foreach (var _ in new[] { 1, 2 })
        {
            await browsing.PostAsync(Links.AssistedIdea, fields);
            Assert.Equal(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        }

        Assert.Equal((1, 1), await site.WithDbAsync(async db => (await db.Ideas.CountAsync(), await db.Set<IdeaClaim>().CountAsync())));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task With_number_and_code_it_is_taken_over_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (desk, browsing) = await DeskAsync(site);
        var number = await EnterAsync(site, browsing, pseudonym: "Frau M.");
        var code = (await browsing.FollowAsync()).QuerySelector("#code")!.TextContent;
        var (anna, ben) = (await given.PersonAsync(), await given.PersonAsync());
        await site.UseAsync<Web.Ideas.TakeStance, Outcome<StanceCounts>>(take => take.ExecuteAsync(number, StanceKind.For, anna, default));
        Assert.IsType<ClaimCodeIsWrong>(await ClaimAsync(site, number, code, desk));
        Assert.IsType<ClaimCodeIsWrong>(await ClaimAsync(site, number, "AAAA-BBBB-CCCC", anna));
        Assert.IsType<ClaimCodeIsWrong>(await ClaimAsync(site, number + 1, code, anna));
        var annas = await Browsing.AsAsync(site, anna);
        await annas.SubmitAsync(Links.ClaimIdea, "#uebernehmen", new(StringComparer.Ordinal) { ["Input.Number"] = $"{number}", ["Input.Code"] = code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant() });
        Assert.Equal(Links.MyIdeas, annas.Last.Headers.Location?.ToString());
        var idea = await site.WithDbAsync(db => db.Ideas.AsNoTracking().SingleAsync(one => one.Number == number));
        Assert.Equal((anna.Person, 0, desk.Person), (idea.AuthorId, idea.ForCount, idea.AssistedBy));
        Assert.False(await site.WithDbAsync(db => db.People.AnyAsync(person => person.DisplayName == "Frau M.")));
        Assert.IsType<ClaimCodeIsWrong>(await ClaimAsync(site, number, code, ben));
    }

    [Fact]
    public async Task Wrong_codes_of_strangers_do_not_use_up_the_right_one()
    {
        await using var site = await TestSite.StartAsync();
        var (_, browsing) = await DeskAsync(site);
        var number = await EnterAsync(site, browsing);
        var code = (await browsing.FollowAsync()).QuerySelector("#code")!.TextContent;
        var anna = await new Given(site).PersonAsync();
        for (var attempt = 0; attempt < 12; attempt++) Assert.IsType<ClaimCodeIsWrong>(await ClaimAsync(site, number, "falsch", anna));
        Assert.Null(await ClaimAsync(site, number, code, anna));
    }

    private static Task<Refusal?> ClaimAsync(TestSite site, int number, string code, Actor actor) => site.UseAsync<ClaimIdea, Refusal?>(claim => claim.ExecuteAsync(number, code, actor, default));

    private static async Task<Refusal?> PublishAsync(TestSite site, int number, Actor actor)
    {
        var version = await site.WithDbAsync(db => db.Ideas.Where(idea => idea.Number == number).Select(idea => idea.Version).SingleAsync());
        return await site.UseAsync<PublishIdea, Refusal?>(publish => publish.ExecuteAsync(new CaseOrder(number, version, actor), default));
    }

    private static async Task<(Actor Desk, Browsing Browsing)> DeskAsync(TestSite site)
    {
        var desk = await new Given(site).PersonAsync(Role.Moderator);
        await new Given(site).ProcessAsync();
        return (desk, await Browsing.AsAsync(site, desk));
    }

    /// <summary>Fills the form and says which number the idea got.</summary>
    private static async Task<int> EnterAsync(TestSite site, Browsing browsing, string pseudonym = "", string title = "Mehr Bänke am Markt")
    {
        await PostAsync(browsing, pseudonym, title);
        Assert.Equal(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        var number = await site.WithDbAsync(db => db.Ideas.MaxAsync(idea => idea.Number)) ?? 0;
        Assert.Equal(Links.AssistedReceipt(number), browsing.Last.Headers.Location?.ToString());
        return number;
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> PostAsync(Browsing browsing, string pseudonym, string title) =>
        await browsing.PostAsync(Links.AssistedIdea, Fields(await browsing.GetAsync(Links.AssistedIdea), pseudonym, title));

    private static Dictionary<string, string> Fields(AngleSharp.Html.Dom.IHtmlDocument page, string pseudonym, string title)
    {
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)page.QuerySelector("#aufnehmen")!;
        var fields = Browsing.Fields(form);
        (fields["Input.Title"], fields["Input.Body"], fields["Input.Pseudonym"], fields["Input.Rules"]) = (title, "Auf dem Marktplatz fehlen Bänke im Schatten.", pseudonym, "true");
        fields["Input.Topic"] = page.QuerySelectorAll("[name='Input.Topic'] option, input[name='Input.Topic']").Select(option => option.GetAttribute("value")).First(value => !string.IsNullOrEmpty(value))!;
        if (page.QuerySelector("select[name='Input.Process']") is not null) fields["Input.Process"] = "smart-city";
        return fields;
    }
}

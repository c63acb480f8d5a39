using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Tests.Support;

namespace Participation.Tests.Ideas;

/// <summary>The form of an idea as a browser without script uses it: nothing typed is lost, and nothing is written twice or by others.</summary>
public sealed class IdeaFormTests
{
    private const string Form = "form[data-idea-form]";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_same_form_sent_twice_is_one_idea(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (_, citizen) = await CitizenAsync(site);
        var page = await citizen.GetAsync("/ideen/neu");
        var fields = Filled(page, await TopicAsync(site));

        await citizen.PostAsync("/ideen/neu", fields);
        var first = citizen.Last.Headers.Location?.ToString();
        await citizen.PostAsync("/ideen/neu", fields);

        Assert.StartsWith("/ideen/", first, StringComparison.Ordinal);
        Assert.Equal(first, citizen.Last.Headers.Location?.ToString());
        Assert.Equal(1, await CountAsync(site));
    }

    [Fact]
    public async Task A_forged_form_keeps_the_text_and_writes_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var (_, citizen) = await CitizenAsync(site);
        var fields = Filled(await citizen.GetAsync("/ideen/neu"), await TopicAsync(site));
        fields["__RequestVerificationToken"] = "forged";

        var answer = await citizen.PostAsync("/ideen/neu", fields);

        Assert.Equal(HttpStatusCode.BadRequest, citizen.Last.StatusCode);
        AssertKept(answer);
        Assert.Equal(0, await CountAsync(site));
    }

    [Fact]
    public async Task Invalid_input_is_shown_again_with_a_link_to_each_field()
    {
        await using var site = await TestSite.StartAsync();
        var (_, citizen) = await CitizenAsync(site);
        var fields = Filled(await citizen.GetAsync("/ideen/neu"), "gibt-es-nicht");
        fields["Input.Latitude"] = "10.5";
        fields.Remove("Input.Rules");

        var answer = await citizen.PostAsync("/ideen/neu", fields);

        Assert.Equal(HttpStatusCode.BadRequest, citizen.Last.StatusCode);
        AssertKept(answer);
        Assert.Equal(["#Input_Latitude", "#Input_Longitude", "#Input_Rules", "#Input_Topic"], answer.QuerySelectorAll("#fehler a").Select(link => link.GetAttribute("href")).Order(StringComparer.Ordinal));
        Assert.All(answer.QuerySelectorAll("#fehler a"), link => Assert.NotNull(answer.QuerySelector(link.GetAttribute("href")!)));
        Assert.Equal(0, await CountAsync(site));
    }

    [Fact]
    public async Task A_visitor_keeps_the_text_and_is_told_to_sign_in()
    {
        await using var site = await TestSite.StartAsync();
        await new Given(site).ProcessAsync();
        var visitor = Browsing.Visitor(site);
        var page = await visitor.GetAsync("/ideen/neu");

        Assert.NotNull(page.QuerySelector("a[href='/konto/anmelden?weiter=%2Fideen%2Fneu%3Fverfahren%3Dsmart-city']"));
        var answer = await visitor.PostAsync("/ideen/neu", Filled(page, await TopicAsync(site)));

        Assert.Equal(HttpStatusCode.BadRequest, visitor.Last.StatusCode);
        AssertKept(answer);
        Assert.Equal(0, await CountAsync(site));
    }

    [Fact]
    public async Task The_preview_is_rendered_by_the_server_and_writes_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var (_, citizen) = await CitizenAsync(site);
        var fields = Filled(await citizen.GetAsync("/ideen/neu"), await TopicAsync(site));
        fields["aktion"] = "vorschau";

        var answer = await citizen.PostAsync("/ideen/neu", fields);

        Assert.Equal(HttpStatusCode.OK, citizen.Last.StatusCode);
        Assert.Equal("fehlen", answer.QuerySelector("[data-preview] strong")?.TextContent);
        AssertKept(answer);
        Assert.Equal(0, await CountAsync(site));
    }

    [Fact]
    public async Task A_draft_opens_for_its_author_only()
    {
        await using var site = await TestSite.StartAsync();
        var (given, citizen) = await CitizenAsync(site);
        var fields = Filled(await citizen.GetAsync("/ideen/neu"), await TopicAsync(site));
        fields["aktion"] = "entwurf";
        fields["Input.Latitude"] = "51,3";
        fields["Input.Longitude"] = "6.85";
        await citizen.PostAsync("/ideen/neu", fields);
        var address = citizen.Last.Headers.Location!.ToString();

        var draft = await citizen.FollowAsync();
        AssertKept(draft);
        Assert.Equal("51.3", ((IHtmlInputElement)draft.QuerySelector("#Input_Latitude")!).Value);
        var other = await Browsing.AsAsync(site, await given.PersonAsync());
        await other.GetAsync(address);
        Assert.Equal(HttpStatusCode.Forbidden, other.Last.StatusCode);
        await citizen.GetAsync("/ideen/neu?entwurf=0190c0de00007000800000000000dead");
        Assert.Equal(HttpStatusCode.NotFound, citizen.Last.StatusCode);
    }

    [Fact]
    public async Task A_closed_process_has_no_form_and_gets_nothing_into_another_one()
    {
        await using var site = await TestSite.StartAsync();
        var (given, citizen) = await CitizenAsync(site);
        await given.ProcessAsync("vorbei", closesAt: new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var page = await citizen.GetAsync("/ideen/neu?verfahren=vorbei");
        Assert.Null(page.QuerySelector(Form));
        Assert.NotNull(page.QuerySelector("a[href='/ideen/neu?verfahren=smart-city']"));

        var fields = Filled(await citizen.GetAsync("/ideen/neu"), await TopicAsync(site));
        fields["Input.Process"] = "vorbei";
        var answer = await citizen.PostAsync("/ideen/neu", fields);

        Assert.Equal(HttpStatusCode.Conflict, citizen.Last.StatusCode);
        AssertKept(answer);
        Assert.True(await site.WithDbAsync(db => db.Ideas.AllAsync(idea => idea.Status == IdeaStatus.Draft)));
    }

    [Fact]
    public async Task A_draft_keeps_itself_and_becomes_the_idea_in_the_organisations_name()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        await given.ProcessAsync();
        var author = await given.PersonAsync();
        var organisation = await site.WithDbAsync(async db =>
        {
            var found = Organisation.Found(OrganisationId.New(DateTimeOffset.UnixEpoch), "verein", "Verein", "Verein", null, A.Text(""));
            db.Organisations.Add(found);
            db.Memberships.Add(Membership.Grant(found.Id, author.Person, MembershipRole.Editor));
            await db.SaveChangesAsync();
            return found.Id;
        });
        var citizen = await Browsing.AsAsync(site, author);
        var fields = Filled(await citizen.GetAsync("/ideen/neu"), await TopicAsync(site));
        var token = fields["__RequestVerificationToken"];

        await KeepAsync(citizen, fields, token: null);
        Assert.Equal(HttpStatusCode.BadRequest, citizen.Last.StatusCode);
        Assert.Equal(0, await CountAsync(site));
        await KeepAsync(citizen, fields, token);
        await KeepAsync(citizen, fields, token);
        Assert.Equal(HttpStatusCode.OK, citizen.Last.StatusCode);
        Assert.Equal(1, await CountAsync(site));
        await citizen.PostAsync("/ideen/neu", new(fields) { ["Input.Organisation"] = organisation.Value.ToString() });

        var idea = await site.WithDbAsync(db => db.Ideas.AsNoTracking().SingleAsync());
        Assert.Equal(organisation, idea.OrganisationId);
        Assert.NotNull(idea.Number);
        await KeepAsync(citizen, fields, token);
        Assert.Equal(HttpStatusCode.Conflict, citizen.Last.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Similar_ideas_are_found_by_the_stem_of_a_word(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        await given.IdeaAsync(title: "Neue Radwege in Lintorf");
        await given.IdeaAsync(title: "Bücher in der Telefonzelle", body: "Tauschen statt kaufen, rund um die Uhr.");
        var visitor = Browsing.Visitor(site);

        var found = await visitor.GetAsync("/ideen/aehnlich?titel=" + Uri.EscapeDataString("Ein Radweg zum Bahnhof"));
        Assert.Equal(["Neue Radwege in Lintorf"], found.QuerySelectorAll(".similar a").Select(link => link.TextContent));
        var tooShort = await visitor.GetAsync("/ideen/aehnlich?titel=Radweg");
        Assert.Empty(tooShort.QuerySelectorAll(".similar"));
    }

    [Fact]
    public async Task A_new_version_is_told_to_those_who_took_a_stance_and_a_conflict_keeps_the_text()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var author = await given.PersonAsync();
        var number = await given.IdeaAsync(author);
        var supporter = await given.PersonAsync();
        await site.UseAsync<Web.Ideas.TakeStance, bool>(async take => (await take.ExecuteAsync(number, StanceKind.For, supporter, default)).Done);
        var citizen = await Browsing.AsAsync(site, author);
        var page = $"/ideen/{number}/bearbeiten";

        await citizen.SubmitAsync(page, "#bearbeiten", new() { ["Input.Body"] = "Auf dem Marktplatz fehlen Bänke und Bäume." });
        Assert.Equal(HttpStatusCode.Redirect, citizen.Last.StatusCode);
        Assert.True(await site.WithDbAsync(db => db.Notifications.AnyAsync(note => note.PersonId == supporter.Person)));
        Assert.False(await site.WithDbAsync(db => db.Notifications.AnyAsync(note => note.PersonId == author.Person)));
        var versions = await Browsing.Visitor(site).GetAsync($"/ideen/{number}/fassungen");
        Assert.Contains(versions.QuerySelectorAll("ins"), added => added.TextContent.Contains("Bäume", StringComparison.Ordinal));

        var late = await citizen.SubmitAsync(page, "#bearbeiten", new() { ["Input.Body"] = "Ein Text aus einem alten Fenster.", ["Input.TextVersion"] = "1" });
        Assert.Equal(HttpStatusCode.Conflict, citizen.Last.StatusCode);
        Assert.Equal("Ein Text aus einem alten Fenster.", ((IHtmlTextAreaElement)late.QuerySelector("#Input_Body")!).Value);
        Assert.Equal("2", ((IHtmlInputElement)late.QuerySelector("[name='Input.TextVersion']")!).Value);
        var stranger = await Browsing.AsAsync(site, supporter);
        await stranger.GetAsync(page);
        Assert.Equal(HttpStatusCode.Forbidden, stranger.Last.StatusCode);
    }

    private static async Task<(Given Given, Browsing Citizen)> CitizenAsync(TestSite site)
    {
        var given = new Given(site);
        await given.ProcessAsync();
        return (given, await Browsing.AsAsync(site, await given.PersonAsync()));
    }

    private static Dictionary<string, string> Filled(AngleSharp.Dom.IDocument page, string topic) => new(StringComparer.Ordinal)
    {
        ["__RequestVerificationToken"] = ((IHtmlInputElement)page.QuerySelector($"{Form} [name=__RequestVerificationToken]")!).Value,
        ["Input.SubmissionKey"] = ((IHtmlInputElement)page.QuerySelector("[name='Input.SubmissionKey']")!).Value,
        ["Input.Process"] = "smart-city", ["Input.Title"] = "Mehr Schatten am Markt", ["Input.Body"] = "Dort **fehlen** Bäume und Bänke.", ["Input.Topic"] = topic,
        ["Input.Rules"] = "true", ["aktion"] = "einreichen",
    };

    private static void AssertKept(AngleSharp.Dom.IDocument page)
    {
        Assert.Equal("Mehr Schatten am Markt", ((IHtmlInputElement)page.QuerySelector("#Input_Title")!).Value);
        Assert.Equal("Dort **fehlen** Bäume und Bänke.", ((IHtmlTextAreaElement)page.QuerySelector("#Input_Body")!).Value);
    }

    private static async Task KeepAsync(Browsing citizen, Dictionary<string, string> fields, string? token)
    {
        var sent = new Dictionary<string, string>(fields, StringComparer.Ordinal);
        sent.Remove("__RequestVerificationToken");
        if (token is not null) sent["__RequestVerificationToken"] = token;
        await citizen.PostAsync("/ideen/entwurf", sent);
    }

    private static Task<string> TopicAsync(TestSite site) => site.WithDbAsync(async db => (await db.Topics.OrderBy(topic => topic.Order).FirstAsync()).Key);

    private static Task<int> CountAsync(TestSite site) => site.WithDbAsync(db => db.Ideas.CountAsync());
}

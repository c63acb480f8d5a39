using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Participation.Tests.Hosting.Api;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation.Guards;

/// <summary>What people read when a guard stops them, and that nothing they typed is lost.</summary>
public sealed class GuardedPageTests
{
    private const string CommentForm = "form[data-comment-form]";
    private const string IdeaForm = "form[data-idea-form]";
    private const string Phone = "Rufen Sie mich an: 02102 123456";

    [Fact]
    public async Task Who_writes_too_fast_is_told_how_long_to_wait_and_keeps_the_text()
    {
        await using var site = await GivenGuards.StartAsync();
        var idea = await new Given(site).IdeaAsync();
        var newcomer = await Browsing.AsAsync(site, await site.NewcomerAsync());
        await newcomer.SubmitAsync(Links.Comments(idea), CommentForm, new() { ["Body"] = "Der erste" });
        Assert.Equal(HttpStatusCode.Redirect, newcomer.Last.StatusCode);
        var page = await newcomer.SubmitAsync(Links.Comments(idea), CommentForm, new() { ["Body"] = "Der zweite" });
        Assert.Equal(HttpStatusCode.TooManyRequests, newcomer.Last.StatusCode);
        Assert.InRange(newcomer.Last.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 2, 30);
        Assert.Contains("Sekunden wieder schreiben. Ihr Text bleibt hier stehen.", page.QuerySelector("#fehler")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Der zweite", page.QuerySelector("#Body")!.TextContent.Trim());
    }

    [Fact]
    public async Task An_idea_too_soon_stays_in_the_form_and_as_a_draft()
    {
        await using var site = await GivenGuards.StartAsync();
        await new Given(site).ProcessAsync();
        var actor = await site.NewcomerAsync();
        Assert.True((await site.SubmitAsync(actor, "Die erste Idee von mir")).Done);
        var citizen = await Browsing.AsAsync(site, actor);
        var page = await SubmitIdeaAsync(site, citizen, "Die zweite Idee von mir", "Auch sie wäre gut für alle.");
        Assert.Equal(HttpStatusCode.TooManyRequests, citizen.Last.StatusCode);
        Assert.NotNull(citizen.Last.Headers.RetryAfter);
        Assert.Equal("Die zweite Idee von mir", ((IHtmlInputElement)page.QuerySelector("#Input_Title")!).Value);
        Assert.Equal(1, await site.WithDbAsync(db => db.Ideas.CountAsync(idea => idea.Number == null && idea.Title == "Die zweite Idee von mir")));
    }

    [Fact]
    public async Task Whose_contribution_waits_reads_why_at_once()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var idea = await given.IdeaAsync();
        var citizen = await Browsing.AsAsync(site, await given.PersonAsync());
        await citizen.SubmitAsync(Links.Comments(idea), CommentForm, new() { ["Body"] = "So ein Arschloch" });
        Assert.Contains("Im Text steht „Arschloch“.", Notice(citizen), StringComparison.Ordinal);
        await SubmitIdeaAsync(site, citizen, "Wichser raus aus dem Park", "Sie sollen woanders hingehen.");
        Assert.Contains("Im Text steht „Wichser“.", Notice(citizen), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_form_with_personal_data_comes_back_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var idea = await given.IdeaAsync();
        var citizen = await Browsing.AsAsync(site, await given.PersonAsync());
        var page = await citizen.SubmitAsync(Links.Comments(idea), CommentForm, new() { ["Body"] = Phone });
        Assert.Equal(HttpStatusCode.BadRequest, citizen.Last.StatusCode);
        var hint = page.QuerySelector("#persoenliches")!;
        Assert.False(hint.HasAttribute("hidden"));
        Assert.Equal("02102 123456", hint.QuerySelector("[data-personal-found]")!.TextContent);
        Assert.Equal(0, await site.WithDbAsync(db => db.Comments.CountAsync()));
        var fields = Browsing.Fields((IHtmlFormElement)page.QuerySelector(CommentForm)!);
        Assert.Equal(Phone, fields["Body"].Trim());
        await citizen.PostAsync(Links.Comments(idea), fields);
        Assert.Equal(HttpStatusCode.Redirect, citizen.Last.StatusCode);
        Assert.Equal(1, await site.WithDbAsync(db => db.Comments.CountAsync()));

        // A change asks for what is new only, and once.
        page = await citizen.SubmitAsync(Links.EditComment(idea, 1), "main form", new() { ["Input.Body"] = Phone + " oder schreiben Sie: ich@example.org" });
        Assert.Equal("ich@example.org", page.QuerySelector("[data-personal-found]")!.TextContent);
        await citizen.PostAsync(Links.EditComment(idea, 1), Browsing.Fields((IHtmlFormElement)page.QuerySelector("main form")!));
        Assert.Equal(HttpStatusCode.Redirect, citizen.Last.StatusCode);
    }

    [Fact]
    public async Task An_idea_and_its_change_ask_in_the_same_way()
    {
        await using var site = await TestSite.StartAsync();
        await new Given(site).ProcessAsync();
        var citizen = await Browsing.AsAsync(site, await new Given(site).PersonAsync());
        var page = await SubmitIdeaAsync(site, citizen, "Nachbarschaftshilfe am Telefon", Phone);
        Assert.Equal(HttpStatusCode.BadRequest, citizen.Last.StatusCode);
        Assert.NotNull(page.QuerySelector("#persoenliches"));
        Assert.Null(page.QuerySelector("#fehler"));
        var fields = Browsing.Fields((IHtmlFormElement)page.QuerySelector(IdeaForm)!);
        fields["aktion"] = "einreichen";
        await citizen.PostAsync(Links.NewIdea, fields);
        Assert.Equal(HttpStatusCode.Redirect, citizen.Last.StatusCode);

        page = await citizen.SubmitAsync(Links.EditIdea(1), "#bearbeiten", new() { ["Input.Body"] = Phone + ", auch unter 0171 1234567" });
        Assert.Equal("0171 1234567", page.QuerySelector("[data-personal-found]")!.TextContent);
        await citizen.PostAsync(Links.EditIdea(1), Browsing.Fields((IHtmlFormElement)page.QuerySelector("#bearbeiten")!));
        Assert.Equal(HttpStatusCode.Redirect, citizen.Last.StatusCode);
    }

    [Fact]
    public async Task The_script_of_the_page_is_told_what_was_found()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var idea = await given.IdeaAsync();
        var citizen = await Browsing.AsAsync(site, await given.PersonAsync());
        citizen.Client.DefaultRequestHeaders.Add("X-Requested-With", "fetch");
        await citizen.SubmitAsync(Links.Comments(idea), CommentForm, new() { ["Body"] = Phone });
        Assert.Equal(HttpStatusCode.BadRequest, citizen.Last.StatusCode);
        Assert.Contains("\"personalData\":\"02102 123456\"", await citizen.Last.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_API_waits_holds_and_asks_in_its_own_words()
    {
        await using var site = await GivenGuards.StartAsync();
        var given = new Given(site);
        var (idea, actor) = (await given.IdeaAsync(), await given.PersonAsync());
        var api = await ApiClient.AsAsync(site, actor);
        var asked = await PostAsync(api, new { idea, body = Phone }, "eins");
        Assert.Equal((HttpStatusCode.BadRequest, "ContainsPersonalData"), (api.Last.StatusCode, asked.GetProperty("refusal").GetString()));
        await PostAsync(api, new { idea, body = Phone, sharesPersonalData = true }, "eins");
        Assert.Equal(HttpStatusCode.Created, api.Last.StatusCode);
        var soon = await PostAsync(api, new { idea, body = "Noch etwas" }, "zwei");
        Assert.Equal((HttpStatusCode.TooManyRequests, "WriteAgainIn"), (api.Last.StatusCode, soon.GetProperty("refusal").GetString()));
        Assert.InRange(api.Last.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 5);
        await site.WithoutPausesAsync();
        var held = await PostAsync(api, new { idea, body = "So ein Arschloch" }, "drei");
        Assert.Contains("Arschloch", held.GetProperty("heldBecause").GetString(), StringComparison.Ordinal);
    }

    private static Task<System.Text.Json.JsonElement> PostAsync(ApiClient api, object body, string key) => api.SendAsync(HttpMethod.Post, "/api/v1/comments", body, ("Idempotency-Key", key));

    private static async Task<IHtmlDocument> SubmitIdeaAsync(TestSite site, Browsing citizen, string title, string body)
    {
        var topic = await site.WithDbAsync(db => db.Topics.Select(t => t.Key).FirstAsync());
        return await citizen.SubmitAsync(Links.NewIdeaIn("smart-city"), IdeaForm, new() { ["Input.Title"] = title, ["Input.Body"] = body, ["Input.Topic"] = topic, ["Input.Rules"] = "true" }, "button[value=einreichen]");
    }

    private static string Notice(Browsing browsing) => Uri.UnescapeDataString(Uri.UnescapeDataString(
        browsing.Last.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("hinweis=", StringComparison.Ordinal))));
}

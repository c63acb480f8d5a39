using System.CommandLine;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Accounts.OpenId;
using Participation.Web.Hosting.Commands;

namespace Participation.Tests.Accounts.OpenId;

public sealed class ApplicationPageTests
{
    private const string New = "/verwaltung/anwendungen/neu";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_administrator_registers_an_application_and_sees_its_secret_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var chef = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Administrator));
        await SubmitAsync(chef, New, "#anwendung", new() { ["Input.Name"] = "Stadtbus", ["Input.Kind"] = "Confidential", ["Input.Redirects"] = ClientApp.Redirect, ["Input.Scopes"] = "profile" });
        Assert.Equal(HttpStatusCode.Redirect, chef.Last.StatusCode);
        var address = chef.Last.Headers.Location!.ToString();
        var page = await SubmitAsync(chef, address, "#geheimnis-erneuern", []);
        var secret = page.QuerySelector("[data-secret]")!.TextContent;
        Assert.True(chef.Last.Headers.CacheControl?.NoStore);
        Assert.Equal(43, secret.Length);
        Assert.DoesNotContain(secret, (await chef.GetAsync(address)).DocumentElement.InnerHtml, StringComparison.Ordinal);

        var view = (await site.UseAsync<ApplicationQueries, IReadOnlyList<ApplicationView>>(queries => queries.ListAsync(CancellationToken.None)))[0];
        var app = new ClientApp(site, view, secret);
        Assert.Equal("invalid_grant", (await app.ExchangeAsync("x")).Text("error"));
        Assert.Equal("invalid_client", (await new ClientApp(site, view, "falsch").ExchangeAsync("x")).Text("error"));
        Assert.Equal(["application.add", "application.secret"], await site.WithDbAsync(db => db.AuditEntries.OrderBy(entry => entry.At).Select(entry => entry.Action).ToListAsync()));

        await SubmitAsync(chef, address, "#entfernen", []);
        Assert.Equal(HttpStatusCode.Redirect, chef.Last.StatusCode);
        Assert.Equal("invalid_client", (await app.ExchangeAsync("x")).Text("error"));
    }

    [Theory]
    [InlineData("Input.Redirects", "http://app.example.org/", "Input_Redirects")]
    [InlineData("Input.Redirects", "https://*.example.org/", "Input_Redirects")]
    [InlineData("Input.Redirects", "", "Input_Redirects")]
    [InlineData("Input.Name", "x", "Input_Name")]
    [InlineData("Input.Kind", "Specialist", "Input_Kind")]
    public async Task What_cannot_be_is_said_at_its_field_and_everything_typed_stays(string field, string value, string target)
    {
        await using var site = await TestSite.StartAsync();
        var chef = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Administrator));
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Input.Name"] = "Stadtbus", ["Input.Kind"] = "Public", ["Input.Redirects"] = ClientApp.Redirect, ["Input.SignedOuts"] = "https://app.example.org/aus", [field] = value };
        var page = await SubmitAsync(chef, New, "#anwendung", values);
        Assert.Equal(HttpStatusCode.BadRequest, chef.Last.StatusCode);
        Assert.NotNull(page.QuerySelector($"#fehler a[href='#{target}']"));
        Assert.Equal("https://app.example.org/aus", page.QuerySelector("#Input_SignedOuts")!.TextContent.Trim());
        Assert.Empty(await site.UseAsync<ApplicationQueries, IReadOnlyList<ApplicationView>>(queries => queries.ListAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task What_an_application_may_not_do_any_more_its_tokens_cannot_do_either()
    {
        await using var site = await TestSite.StartAsync();
        var chef = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Administrator));
        var app = await ClientApp.RegisterAsync(site, scopes: [Scopes.IdeasRead]);
        var tokens = await app.SignInAsync(await Browsing.AsAsync(site, await new Given(site).PersonAsync()), "openid ideas:read offline_access");
        await SubmitAsync(chef, Web.Shared.Links.Application(app.Id), "#anwendung", [], without: "Input.Scopes");
        Assert.Equal(HttpStatusCode.Redirect, chef.Last.StatusCode);
        using var answer = await app.CallAsync("/api/v1/ideas", tokens.Text("access_token"));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("invalid_grant", (await app.RefreshAsync(tokens.Text("refresh_token"))).Text("error"));
    }

    [Fact]
    public async Task A_person_sees_what_they_allowed_and_takes_it_back()
    {
        await using var site = await TestSite.StartAsync();
        var anna = await Browsing.AsAsync(site, await new Given(site).PersonAsync());
        var berta = await Browsing.AsAsync(site, await new Given(site).PersonAsync());
        var app = await ClientApp.RegisterAsync(site, name: "Bus-App");
        var tokens = await app.SignInAsync(anna);
        var page = await anna.GetAsync("/konto/anwendungen");
        Assert.Contains("Bus-App", page.QuerySelector("#anwendungen")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ideen und Beiträge schreiben", page.QuerySelector("#anwendungen")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await berta.GetAsync("/konto/anwendungen")).QuerySelectorAll("#anwendungen li"));

        await SubmitAsync(anna, "/konto/anwendungen", "#anwendungen form", []);
        Assert.Equal(HttpStatusCode.Redirect, anna.Last.StatusCode);
        using var answer = await app.CallAsync("/api/v1/ideas", tokens.Text("access_token"));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("invalid_grant", (await app.RefreshAsync(tokens.Text("refresh_token"))).Text("error"));
        Assert.NotNull((await ClientApp.OpenAsync(anna, app.Address())).QuerySelector("#zustimmung"));
    }

    [Fact]
    public async Task Applications_come_from_the_command_too()
    {
        await using var site = await TestSite.StartAsync();
        var (code, output) = await RunAsync(site, "add", "--name", "Ratsinformation", "--kind", "specialist", "--scope", "ideas:read");
        Assert.Equal(0, code);
        var client = output.Split('\n')[0]["client_id: ".Length..].Trim();
        var view = (await site.UseAsync<ApplicationQueries, ApplicationView?>(queries => queries.FindByClientIdAsync(client, CancellationToken.None)))!;
        var app = new ClientApp(site, view, output.Trim().Split(' ')[^1]);
        Assert.True((await app.TokenAsync(("grant_type", "client_credentials"))).Has("access_token"));
        Assert.Contains($"{client}\tRatsinformation\tspecialist\tideas:read", (await RunAsync(site, "list")).Output, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync(site, "secret", "--client", client)).Code);
        Assert.Equal("invalid_client", (await app.TokenAsync(("grant_type", "client_credentials"))).Text("error"));
        Assert.Equal(0, (await RunAsync(site, "remove", "--client", client)).Code);
        Assert.Equal(1, (await RunAsync(site, "remove", "--client", client)).Code);
        Assert.Equal(1, (await RunAsync(site, "add", "--name", "Stadtbus", "--kind", "public", "--redirect", "http://app.example.org/")).Code);
    }

    /// <summary>As a browser does: the form's cookie comes with it.</summary>
    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> SubmitAsync(Browsing person, string page, string form, Dictionary<string, string> values, string? without = null)
    {
        var document = await person.GetAsync(page);
        var element = document.QuerySelector(form) as AngleSharp.Html.Dom.IHtmlFormElement ?? throw new InvalidOperationException($"{page} ({(int)person.Last.StatusCode}) has no form {form}.");
        var fields = Browsing.Fields(element);
        foreach (var (name, value) in values) fields[name] = value;
        if (without is not null) fields.Remove(without);
        return await person.PostWithFormCookieAsync(element.GetAttribute("action") is { Length: > 0 } action ? action : page, fields);
    }

    private static async Task<(int Code, string Output)> RunAsync(TestSite site, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await ClientCommand.Build().Parse([.. args, "--data", site.DataDirectory]).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString());
    }
}

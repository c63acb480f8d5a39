using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Accounts;
using Participation.Web.Accounts.OpenId;

namespace Participation.Tests.Accounts.OpenId;

public sealed class RevocationTests
{
    private const string Email = "anna@example.org";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_changed_password_ends_all_tokens_at_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (anna, app, tokens) = await SignedInAsync(site);
        await anna.SubmitAsync("/konto/passwort", "#passwort", new() { ["Input.Current"] = Steps.Password, ["Input.Wanted"] = "fünf Gänse am Blauen See" });
        Assert.Equal(HttpStatusCode.Redirect, anna.Last.StatusCode);
        await AssertDeadAsync(app, tokens);
        // The person goes on, and what was allowed stays so.
        Assert.Contains("code", (await AskAsync(anna, app)).Keys);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_password_set_by_mail_ends_all_tokens_at_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (_, app, tokens) = await SignedInAsync(site);
        var visitor = Browsing.Visitor(site);
        await visitor.SubmitAsync("/konto/passwort-vergessen", "#passwort-vergessen", new() { ["Input.Email"] = Email });
        await visitor.SubmitAsync(Mailbox.Link((await new Mailbox(site).WaitAsync(Email))[^1]), "#passwort-setzen", new() { ["Input.Password"] = "fünf Gänse am Blauen See" });
        Assert.Equal(HttpStatusCode.Redirect, visitor.Last.StatusCode);
        await AssertDeadAsync(app, tokens);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Another_role_ends_all_tokens(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (_, app, tokens) = await SignedInAsync(site);
        Assert.True(await site.UseAsync<AssignRole, bool>(assign => assign.ExecuteAsync(Email, Role.Moderator, null, CancellationToken.None)));
        await AssertDeadAsync(app, tokens);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nothing_is_kept_of_someone_who_leaves_and_everything_of_everyone_else(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (_, app, tokens) = await SignedInAsync(site);
        var stays = await app.SignInAsync(await Browsing.AsAsync(site, await new Given(site).PersonAsync()));
        var leaving = await site.WithDbAsync(db => db.Users.Where(account => account.Email == Email).Select(account => account.PersonId).SingleAsync());
        await site.UseAsync<RevokeTokens, int>(async revoke =>
        {
            await revoke.ForgetAsync(leaving, CancellationToken.None);
            return 0;
        });
        await AssertDeadAsync(app, tokens);
        using var alive = await app.CallAsync("/api/v1/ideas", stays.Text("access_token"));
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        var subject = leaving.Value.ToString("N");
        Assert.False(await site.WithDbAsync(db => db.Set<OpenIddict.EntityFrameworkCore.Models.OpenIddictEntityFrameworkCoreToken<Guid>>().AnyAsync(token => token.Subject == subject)));
        Assert.False(await site.WithDbAsync(db => db.Set<OpenIddict.EntityFrameworkCore.Models.OpenIddictEntityFrameworkCoreAuthorization<Guid>>().AnyAsync(one => one.Subject == subject)));
    }

    [Fact]
    public async Task Tokens_end_with_the_session_they_came_from()
    {
        await using var site = await TestSite.StartAsync();
        var (anna, app, tokens) = await SignedInAsync(site);
        await anna.SubmitAsync("/konto/abmelden", "#abmelden", []);
        await AssertDeadAsync(app, tokens);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_blocked_person_has_no_tokens_no_session_and_no_way_in_and_someone_who_mistyped_a_password_keeps_them(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (anna, app, tokens) = await SignedInAsync(site);
        await site.WithDbAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(account => account.LockoutEnd, TimeProvider.System.GetUtcNow().AddMinutes(9))));
        using (var answer = await app.CallAsync("/api/v1/ideas", tokens.Text("access_token"))) Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await site.WithDbAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(account => account.LockoutEnd, (DateTimeOffset?)null)));

        Assert.True(await site.UseAsync<BlockPerson, bool>(block => block.ExecuteAsync(Email, blocked: true, null, CancellationToken.None)));
        await AssertDeadAsync(app, tokens);
        await anna.GetAsync("/konto");
        Assert.Equal(HttpStatusCode.Redirect, anna.Last.StatusCode);
        var shut = Browsing.Visitor(site);
        await shut.SubmitAsync("/konto/anmelden", "#anmelden", new() { ["Input.Email"] = Email, ["Input.Password"] = Steps.Password });
        Assert.Equal(HttpStatusCode.BadRequest, shut.Last.StatusCode);
        Assert.True(await site.UseAsync<BlockPerson, bool>(block => block.ExecuteAsync(Email, blocked: false, null, CancellationToken.None)));
        await Browsing.Visitor(site).SignInAsync(Email);
        Assert.Equal(["person.block", "person.unblock"], await site.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Action.StartsWith("person.")).OrderBy(entry => entry.At).Select(entry => entry.Action).ToListAsync()));
    }

    [Fact]
    public async Task A_refresh_token_that_comes_twice_ends_its_family_and_no_other()
    {
        await using var site = await TestSite.StartAsync(settings: settings => settings["OpenId:RefreshLeeway"] = "00:00:00");
        var (anna, app, tokens) = await SignedInAsync(site);
        var other = await app.ExchangeAsync((await AskAsync(anna, app))["code"]);
        var renewed = await app.RefreshAsync(tokens.Text("refresh_token"));
        Assert.Equal("invalid_grant", (await app.RefreshAsync(tokens.Text("refresh_token"))).Text("error"));
        await AssertDeadAsync(app, renewed);
        using var alive = await app.CallAsync("/api/v1/ideas", other.Text("access_token"));
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }

    [Fact]
    public async Task A_code_that_comes_twice_ends_what_it_gave()
    {
        await using var site = await TestSite.StartAsync();
        var (anna, app, _) = await SignedInAsync(site);
        var code = (await AskAsync(anna, app))["code"];
        var tokens = await app.ExchangeAsync(code);
        Assert.Equal("invalid_grant", (await app.ExchangeAsync(code)).Text("error"));
        await AssertDeadAsync(app, tokens);
    }

    [Fact]
    public async Task An_application_gives_a_token_back_and_asks_whether_one_counts()
    {
        await using var site = await TestSite.StartAsync();
        var (anna, app, tokens) = await SignedInAsync(site, ApplicationKind.Confidential);
        var known = await app.PostAsync("/connect/introspect", ("token", tokens.Text("access_token")));
        Assert.True(known.GetProperty("active").GetBoolean());
        await app.PostAsync("/connect/revoke", ("token", tokens.Text("refresh_token")));
        Assert.Equal("invalid_grant", (await app.RefreshAsync(tokens.Text("refresh_token"))).Text("error"));

        var fresh = await app.ExchangeAsync((await AskAsync(anna, app))["code"]);
        // Someone else's token is nobody else's business.
        var stranger = await ClientApp.RegisterAsync(site, ApplicationKind.Confidential, name: "Fremde App");
        var foreign = await stranger.PostAsync("/connect/introspect", ("token", fresh.Text("access_token")));
        Assert.False(foreign.Has("sub"));
        await app.PostAsync("/connect/revoke", ("token", fresh.Text("access_token")));
        using (var revoked = await app.CallAsync("/api/v1/ideas", fresh.Text("access_token"))) Assert.Equal(HttpStatusCode.Unauthorized, revoked.StatusCode);
        fresh = await app.ExchangeAsync((await AskAsync(anna, app))["code"]);
        await anna.SubmitAsync("/konto/abmelden", "#abmelden", []);
        var ended = await app.PostAsync("/connect/introspect", ("token", fresh.Text("access_token")));
        Assert.False(ended.GetProperty("active").GetBoolean());
        Assert.Single(ended.EnumerateObject());
    }

    private static async Task<(Browsing Anna, ClientApp App, JsonElement Tokens)> SignedInAsync(TestSite site, ApplicationKind kind = ApplicationKind.Public)
    {
        await SignInTests.AddAsync(site, Email);
        var app = await ClientApp.RegisterAsync(site, kind);
        var anna = Browsing.Visitor(site);
        await anna.SignInAsync(Email);
        var tokens = await app.SignInAsync(anna);
        using var answer = await app.CallAsync("/api/v1/ideas", tokens.Text("access_token"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (anna, app, tokens);
    }

    private static Task<Dictionary<string, string>> AskAsync(Browsing anna, ClientApp app) => ClientApp.AgreeAsync(anna, app.Address());

    private static async Task AssertDeadAsync(ClientApp app, JsonElement tokens)
    {
        using var api = await app.CallAsync("/api/v1/ideas", tokens.Text("access_token"));
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
        using var info = await app.CallAsync("/connect/userinfo", tokens.Text("access_token"));
        Assert.Equal(HttpStatusCode.Unauthorized, info.StatusCode);
        Assert.Equal("invalid_grant", (await app.RefreshAsync(tokens.Text("refresh_token"))).Text("error"));
    }
}

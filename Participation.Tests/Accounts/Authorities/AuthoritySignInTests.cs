using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Tests.Support.Authority;

namespace Participation.Tests.Accounts.Authorities;

/// <summary>Joining and signing in through another OpenID Connect server.</summary>
public sealed class AuthoritySignInTests(AuthorityFixture there) : IClassFixture<AuthorityFixture>
{
    private const string Email = "anna@example.org";
    private static readonly Claimant Anna = new("anna-1") { Name = "Anna vom Angerbach", Email = Email, IsVerified = true };

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Someone_joins_at_the_first_sign_in_and_is_known_at_the_second(string database)
    {
        await using var site = await there.SiteAsync(database);
        var anna = new Traveller(site, there.Server);
        await anna.TravelAsync(Anna, "/konto/anmelden?weiter=%2Fideen");
        Assert.Equal("/konto/anmelden/neu", anna.Location);
        var form = await anna.Here.FollowAsync();
        Assert.Equal((Anna.Name, Email), (form.QuerySelector("#Input_Name")!.GetAttribute("value"), form.QuerySelector("#Input_Email")!.GetAttribute("value")));
        await anna.IntroduceAsync("Anna A.", resident: true);
        Assert.Equal("/ideen", anna.Location);
        Assert.True(await anna.IsSignedInAsync());

        var again = new Traveller(site, there.Server);
        await again.TravelAsync(Anna);
        Assert.Equal("/", again.Location);
        Assert.Contains("Anna A.", (await again.Here.GetAsync("/konto")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var person = await site.WithDbAsync(db => db.People.AsNoTracking().SingleAsync());
        Assert.Equal(("Anna A.", Verification.SelfDeclaredResident), (person.DisplayName, person.Verification));
        var identity = await site.WithDbAsync(db => db.Identities.AsNoTracking().SingleAsync());
        Assert.Equal(there.Server.Url, identity.Issuer);
        Assert.DoesNotContain(Anna.Subject, identity.Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_request_asks_for_a_code_with_PKCE_state_and_nonce_in_the_query()
    {
        await using var site = await there.SiteAsync();
        var anna = new Traveller(site, there.Server);
        await anna.GoAsync();
        var request = Browsing.Fields(anna.Form!);
        Assert.Equal(("code", "S256", "openid profile email"), (request["response_type"], request["code_challenge_method"], request["scope"]));
        Assert.NotEmpty(request["nonce"]);
        Assert.NotEmpty(request["state"]);
        Assert.DoesNotContain("response_mode", request.Keys);
    }

    [Fact]
    public async Task A_checked_address_of_an_account_connects_nothing_and_says_what_to_do()
    {
        await using var site = await there.SiteAsync();
        await SignInTests.AddAsync(site, Email);
        var anna = new Traveller(site, there.Server);
        var page = await anna.JoinAsync(Anna, "Anna A.");
        Assert.Equal(HttpStatusCode.Conflict, anna.Here.Last.StatusCode);
        Assert.NotNull(page.QuerySelector("main a[href='/konto/anmelden?weiter=%2Fkonto%2Fanmeldewege']"));
        Assert.Equal("Anna A.", page.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.False(await anna.IsSignedInAsync());
        Assert.Equal((1, 0), await site.WithDbAsync(async db => (await db.Users.CountAsync(), await db.Identities.CountAsync())));
    }

    [Fact]
    public async Task An_unchecked_address_of_an_account_connects_nothing_and_only_its_owner_learns_of_it()
    {
        await using var site = await there.SiteAsync();
        await SignInTests.AddAsync(site, Email);
        var (mallory, other) = (new Traveller(site, there.Server), new Traveller(site, there.Server));
        await mallory.JoinAsync(Anna with { Subject = "mallory", IsVerified = false }, "Mallory");
        await other.JoinAsync(new Claimant("neu") { Email = "neu@example.org" }, "Neu hier");
        Assert.Equal(("/konto/registriert", "/konto/registriert"), (mallory.Location, other.Location));
        Assert.False(await mallory.IsSignedInAsync());
        Assert.StartsWith("/konto/passwort-zuruecksetzen", Mailbox.Link(Assert.Single(await new Mailbox(site).WaitAsync(Email))));
        Assert.Equal(1, await site.WithDbAsync(db => db.Identities.CountAsync()));
    }

    [Theory, InlineData(""), InlineData("anna@example.org")]
    public async Task A_missing_or_unchecked_address_is_confirmed_by_mail_before_anyone_gets_in(string told)
    {
        await using var site = await there.SiteAsync();
        var who = Anna with { Email = told, IsVerified = false };
        var anna = new Traveller(site, there.Server);
        await anna.JoinAsync(who, "Anna A.", Email);
        Assert.Equal("/konto/registriert", anna.Location);
        Assert.False(await anna.IsSignedInAsync());
        await anna.TravelAsync(who);
        Assert.StartsWith("/konto/anmelden/fehler?grund=unbestaetigt", anna.Location, StringComparison.Ordinal);
        Assert.Equal(Verification.None, await site.WithDbAsync(db => db.People.Select(person => person.Verification).SingleAsync()));

        await anna.Here.ConfirmAsync(site, Email);
        await anna.TravelAsync(who);
        Assert.True(await anna.IsSignedInAsync());
        Assert.Equal(Verification.Email, await site.WithDbAsync(db => db.People.Select(person => person.Verification).SingleAsync()));
    }

    [Fact]
    public async Task Another_address_than_the_checked_one_has_to_be_confirmed()
    {
        await using var site = await there.SiteAsync();
        var anna = new Traveller(site, there.Server);
        await anna.JoinAsync(Anna, "Anna A.", "andere@example.org");
        Assert.Equal("/konto/registriert", anna.Location);
        Assert.False(await site.WithDbAsync(db => db.Users.Select(account => account.EmailConfirmed).SingleAsync()));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Anna\u202Egro.rekcah")]
    [InlineData("An\u200Bna")]
    [InlineData("Ein Name, der so lang ist, dass er auf keiner Seite mehr stehen könnte")]
    [InlineData("Аnna Angerbach")]
    public async Task A_hostile_name_is_no_suggestion(string name)
    {
        await using var site = await there.SiteAsync();
        var anna = new Traveller(site, there.Server);
        await anna.TravelAsync(Anna with { Name = name });
        var form = await anna.Here.FollowAsync();
        Assert.Equal("", form.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.DoesNotContain("alert(1)", form.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_staff_speaks_under_is_refused_whoever_suggests_it()
    {
        await using var site = await there.SiteAsync();
        var anna = new Traveller(site, there.Server);
        var page = await anna.JoinAsync(Anna, "Moderation");
        Assert.Equal(HttpStatusCode.BadRequest, anna.Here.Last.StatusCode);
        Assert.NotNull(page.QuerySelector("#Input_Name-error"));
        Assert.False(await site.WithDbAsync(db => db.Users.AnyAsync()));
    }

    [Fact]
    public async Task Nobody_joins_without_the_rules()
    {
        await using var site = await there.SiteAsync();
        var anna = new Traveller(site, there.Server);
        await anna.TravelAsync(Anna);
        var page = await anna.Here.SubmitAsync("/konto/anmelden/neu", "#willkommen", new(StringComparer.Ordinal) { ["Input.Name"] = "Anna" });
        Assert.Equal(HttpStatusCode.BadRequest, anna.Here.Last.StatusCode);
        Assert.NotNull(page.QuerySelector("#Input_Terms-error"));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Whoever_takes_over_an_account_by_mail_is_rid_of_the_identity_that_made_it(bool confirms)
    {
        await using var site = await there.SiteAsync();
        var (mallory, anna) = (new Traveller(site, there.Server), new Traveller(site, there.Server));
        var stranger = Anna with { Subject = "mallory", IsVerified = false };
        await mallory.JoinAsync(stranger, "Mallory");
        if (confirms) await anna.Here.SubmitAsync(Mailbox.Link((await new Mailbox(site).WaitAsync(Email))[0]), "#bestaetigen", []);
        await anna.Here.SubmitAsync("/konto/passwort-vergessen", "#passwort-vergessen", new(StringComparer.Ordinal) { ["Input.Email"] = Email });
        var reset = Mailbox.Link((await new Mailbox(site).WaitAsync(Email, 2))[^1]);
        await anna.Here.SubmitAsync(reset, "#passwort-setzen", new(StringComparer.Ordinal) { ["Input.Password"] = Steps.Password });
        await mallory.TravelAsync(stranger);
        Assert.Equal("/konto/anmelden/neu", mallory.Location);
        Assert.False(await mallory.IsSignedInAsync());
    }

    [Fact]
    public async Task Where_no_account_may_be_made_someone_unknown_is_told_to_connect()
    {
        await using var site = await there.SiteAsync(settings: settings => settings[AuthorityFixture.Key("MayRegister")] = "false");
        var anna = new Traveller(site, there.Server);
        await anna.TravelAsync(Anna);
        Assert.StartsWith("/konto/anmelden/fehler?grund=kein-konto", anna.Location, StringComparison.Ordinal);
        await anna.Here.GetAsync("/konto/anmelden/neu");
        Assert.StartsWith("/konto/anmelden/fehler?grund=abgelaufen", anna.Location, StringComparison.Ordinal);
        Assert.False(await site.WithDbAsync(db => db.Users.AnyAsync()));
        Assert.Null((await anna.Here.GetAsync("/konto/registrieren")).QuerySelector("a[data-authority]"));
    }
}

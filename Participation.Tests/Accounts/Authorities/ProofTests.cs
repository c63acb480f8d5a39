using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Tests.Support;
using Participation.Tests.Support.Authority;
using Participation.Web.Accounts;
using Participation.Web.Accounts.Authorities;

namespace Participation.Tests.Accounts.Authorities;

/// <summary>Whoever has no password proves at the authority once more who they are.</summary>
public sealed class ProofTests(AuthorityFixture there) : IClassFixture<AuthorityFixture>
{
    private static readonly Claimant Anna = new("anna-1") { Email = "anna@example.org", IsVerified = true };
    private const string Page = "/konto/bestaetigen-sie-sich?weiter=%2Fkonto%2Fanmeldewege";
    private const string Prove = "a[data-prove=amt]";

    [Fact]
    public async Task A_fresh_sign_in_there_is_one_here_and_asks_for_it_anew()
    {
        await using var site = await there.SiteAsync();
        var anna = new Traveller(site, there.Server);
        await anna.JoinAsync(Anna with { IsFresh = false }, "Anna A.");
        var before = SessionClaimsTests.Cookie(site, anna.Here);
        // Somebody may have signed in there in the morning and gone away since.
        await anna.Here.GetAsync("/konto/anmeldewege");
        Assert.StartsWith("/konto/bestaetigen-sie-sich", anna.Location, StringComparison.Ordinal);
        await anna.GoAsync(Page, Prove);
        var request = Browsing.Fields(anna.Form!);
        Assert.Equal(("login", "0"), (request["prompt"], request["max_age"]));
        await anna.ReturnAsync(await anna.AnswerAsync(Anna));
        Assert.Equal("/konto/anmeldewege", anna.Location);
        var after = SessionClaimsTests.Cookie(site, anna.Here);
        Assert.Equal(before.FindFirst("sid")!.Value, after.FindFirst("sid")!.Value);
        await anna.Here.GetAsync("/konto/anmeldewege");
        Assert.Equal(HttpStatusCode.OK, anna.Here.Last.StatusCode);
    }

    [Theory, InlineData("anna-1", false), InlineData("mallory", true)]
    public async Task Somebody_else_or_an_old_sign_in_proves_nothing(string subject, bool fresh)
    {
        await using var site = await there.SiteAsync();
        var anna = new Traveller(site, there.Server);
        await anna.JoinAsync(Anna, "Anna A.");
        await anna.TravelAsync(Anna with { Subject = subject, IsFresh = fresh }, Page, Prove);
        Assert.StartsWith("/konto/anmelden/fehler?grund=nicht-neu", anna.Location, StringComparison.Ordinal);
        Assert.True(await anna.IsSignedInAsync());
    }

    [Fact]
    public async Task The_page_offers_no_password_to_whom_has_none()
    {
        await using var site = await there.SiteAsync();
        var anna = new Traveller(site, there.Server);
        await anna.JoinAsync(Anna, "Anna A.");
        var page = await anna.Here.GetAsync(Page);
        Assert.Null(page.QuerySelector("#bestaetigen-sie-sich"));
        Assert.NotNull(page.QuerySelector(Prove));
    }

    [Fact]
    public async Task Instead_of_passwords_means_that_none_works_for_citizens_and_staff_still_gets_in()
    {
        await using var site = await there.SiteAsync(settings: settings => settings[AuthorityFixture.Key("Only")] = "true");
        await SignInTests.AddAsync(site, "citizen@example.org");
        await SignInTests.AddAsync(site, "staff@example.org", Domain.Accounts.Role.Moderator);
        var visitor = Browsing.Visitor(site);
        // Whoever had a password before gets in with it once more, to connect the account.
        var citizen = Browsing.Visitor(site);
        await citizen.SignInAsync("citizen@example.org");
        Assert.Equal(HttpStatusCode.Redirect, citizen.Last.StatusCode);
        await site.WithDbAsync(async db =>
        {
            var account = await db.Users.SingleAsync(candidate => candidate.Email == "citizen@example.org");
            db.Identities.Add(ConnectedIdentity.Connect(new AssertedIdentity(there.Server.Url, "citizen", Domain.Accounts.AssuranceLevel.Basic, ResidesHere: false), "amt", account.Id, A.Moment));
            return await db.SaveChangesAsync();
        });
        await visitor.SignInAsync("citizen@example.org");
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Last.StatusCode);
        await visitor.SignInAsync("staff@example.org");
        Assert.Equal(HttpStatusCode.Redirect, visitor.Last.StatusCode);
        var register = await visitor.GetAsync("/konto/registrieren");
        Assert.Null(register.QuerySelector("#registrieren"));
        Assert.NotNull(register.QuerySelector("a[data-authority=amt]"));
        var token = (await Browsing.Visitor(site).GetAsync("/konto/anmelden")).QuerySelector("main details #anmelden");
        Assert.NotNull(token);
    }

    [Fact]
    public async Task Registering_with_a_password_is_refused_where_an_authority_replaces_it_even_when_the_page_is_skipped()
    {
        await using var site = await there.SiteAsync(settings: settings => settings[AuthorityFixture.Key("Only")] = "true");
        var mallory = Browsing.Visitor(site);
        var token = (await mallory.GetAsync("/konto/anmelden")).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await mallory.PostAsync("/konto/registrieren", new(StringComparer.Ordinal)
        {
            ["Input.Name"] = "Mallory", ["Input.Email"] = "m@example.org", ["Input.Password"] = Steps.Password, ["Input.Terms"] = "true", ["__RequestVerificationToken"] = token,
        });
        Assert.Equal(HttpStatusCode.Forbidden, mallory.Last.StatusCode);
        Assert.False(await site.WithDbAsync(db => db.Users.AnyAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_two_who_take_away_the_last_two_ways_at_once_one_fails(string database)
    {
        await using var site = await there.SiteAsync(database);
        var arrival = new Arrival("amt", new AssertedIdentity(there.Server.Url, "eins", Domain.Accounts.AssuranceLevel.None, ResidesHere: false), Domain.Accounts.AssuranceLevel.None, new Errand(ErrandKind.SignIn, "/", null));
        var id = await site.UseAsync<CreatePerson, Guid>(async create => (await create.ExecuteAsync(new NewPerson("Anna", "anna@example.org", "", "de") { Arrival = arrival, HasProvenAddress = true }, default)).Value!.Id);
        var other = ConnectedIdentity.Connect(arrival.Identity with { Issuer = "https://zweites.example/" }, "amt", id, TimeProvider.System.GetUtcNow());
        await site.WithDbAsync(db => { db.Identities.Add(other); return db.SaveChangesAsync(); });
        var scopes = new[] { site.Services.CreateAsyncScope(), site.Services.CreateAsyncScope() };
        var keys = new[] { other.Key, ConnectedIdentity.KeyOf(arrival.Identity) };
        var accounts = new List<Account>();
        foreach (var scope in scopes) accounts.Add(await scope.ServiceProvider.GetRequiredService<Web.Data.ParticipationDbContext>().Users.SingleAsync());
        foreach (var scope in scopes) scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Http.IHttpContextAccessor>().HttpContext = null;
        var refused = 0;
        for (var i = 0; i < 2; i++)
        {
            // Both read the account before either writes; without a request the session at the end fails, after everything that counts.
            try
            {
                if (await scopes[i].ServiceProvider.GetRequiredService<DisconnectAuthority>().ExecuteAsync(accounts[i], keys[i], default) is not null) refused++;
            }
            catch (InvalidOperationException)
            {
            }

            await scopes[i].DisposeAsync();
        }

        Assert.Equal(1, refused);
        Assert.Equal(1, await site.WithDbAsync(db => db.Identities.CountAsync()));
    }
}

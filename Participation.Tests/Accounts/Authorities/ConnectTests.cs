using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Tests.Support.Authority;

namespace Participation.Tests.Accounts.Authorities;

/// <summary>Connecting an account with an authority and cutting the connection; second factors and fresh sign-ins.</summary>
public sealed class ConnectTests(AuthorityFixture there) : IClassFixture<AuthorityFixture>
{
    private const string Email = "anna@example.org";
    private const string Ways = "/konto/anmeldewege";
    private const string Connect = "a[data-connect=amt]";
    private static readonly Claimant Anna = new("anna-1") { Email = "von-dort@example.org", Level = "stufe3", PostalCode = "40878" };

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_signed_in_person_connects_signs_in_that_way_and_disconnects(string database)
    {
        await using var site = await there.SiteAsync(database);
        await SignInTests.AddAsync(site, Email);
        var anna = new Traveller(site, there.Server);
        await anna.Here.SignInAsync(Email);
        await anna.TravelAsync(Anna, Ways, Connect);
        Assert.Equal(Ways, anna.Location);
        Assert.Contains("Bürgeramt", (await anna.Here.FollowAsync()).QuerySelector("#verbundene-konten")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Verification.VerifiedResident, await site.WithDbAsync(db => db.People.Select(person => person.Verification).SingleAsync()));
        Assert.Contains(await new Mailbox(site).WaitAsync(Email), mail => mail.Subject!.EndsWith("Ihr Konto wurde verbunden", StringComparison.Ordinal));

        var phone = new Traveller(site, there.Server);
        await phone.TravelAsync(Anna);
        Assert.True(await phone.IsSignedInAsync());
        await anna.Here.SubmitAsync(Ways, "#verbundene-konten form", []);
        Assert.Equal(Ways, anna.Location);
        Assert.False(await phone.IsSignedInAsync());
        Assert.True(await anna.IsSignedInAsync());
        await phone.TravelAsync(Anna);
        Assert.Equal("/konto/anmelden/neu", phone.Location);
        Assert.Contains(await new Mailbox(site).WaitAsync(Email, 3), mail => mail.Subject!.EndsWith("Verbindung Ihres Kontos wurde getrennt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_last_way_in_stays()
    {
        await using var site = await there.SiteAsync();
        var anna = new Traveller(site, there.Server);
        await anna.JoinAsync(Anna with { Email = Email, IsVerified = true }, "Anna A.");
        await anna.Here.SubmitAsync(Ways, "#verbundene-konten form", []);
        Assert.Equal(HttpStatusCode.Conflict, anna.Here.Last.StatusCode);
        Assert.Equal(1, await site.WithDbAsync(db => db.Identities.CountAsync()));
    }

    [Fact]
    public async Task A_link_to_connect_is_good_for_its_own_session_only()
    {
        await using var site = await there.SiteAsync();
        await SignInTests.AddAsync(site, Email);
        await SignInTests.AddAsync(site, "mallory@example.org");
        var (anna, mallory) = (new Traveller(site, there.Server), new Traveller(site, there.Server));
        await anna.Here.SignInAsync(Email);
        await mallory.Here.SignInAsync("mallory@example.org");
        var link = (await mallory.Here.GetAsync(Ways)).QuerySelector(Connect)!.GetAttribute("href")!;
        await anna.Here.GetAsync(link);
        Assert.StartsWith("/konto/anmelden?", anna.Location, StringComparison.Ordinal);
        await anna.Here.GetAsync(link.Replace("auftrag=", "auftrag=x", StringComparison.Ordinal));
        Assert.StartsWith("/konto/anmelden?", anna.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_signed_out_on_the_way_connects_nothing()
    {
        await using var site = await there.SiteAsync();
        await SignInTests.AddAsync(site, Email);
        var anna = new Traveller(site, there.Server);
        await anna.Here.SignInAsync(Email);
        await anna.GoAsync(Ways, Connect);
        var callback = await anna.AnswerAsync(Anna);
        await anna.Here.SubmitAsync("/konto/abmelden", "#abmelden", []);
        await anna.ReturnAsync(callback);
        Assert.StartsWith("/konto/anmelden/fehler?grund=abgelaufen", anna.Location, StringComparison.Ordinal);
        Assert.False(await site.WithDbAsync(db => db.Identities.AnyAsync()));
    }

    [Fact]
    public async Task An_identity_of_another_account_is_not_taken_over()
    {
        await using var site = await there.SiteAsync();
        await SignInTests.AddAsync(site, Email);
        await new Traveller(site, there.Server).JoinAsync(Anna with { Email = "bert@example.org", IsVerified = true }, "Bert");
        var owner = await site.WithDbAsync(db => db.Identities.Select(identity => identity.AccountId).SingleAsync());
        var anna = new Traveller(site, there.Server);
        await anna.Here.SignInAsync(Email);
        await anna.TravelAsync(Anna, Ways, Connect);
        Assert.Contains("anderes Konto", (await anna.Here.FollowAsync()).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(owner, await site.WithDbAsync(db => db.Identities.Select(identity => identity.AccountId).SingleAsync()));
    }

    [Fact]
    public async Task An_account_with_codes_asks_for_one_after_the_authority_too()
    {
        await using var site = await there.SiteAsync();
        await SignInTests.AddAsync(site, Email);
        var anna = new Traveller(site, there.Server);
        await anna.Here.SignInAsync(Email);
        var (app, _) = await AppCodes.SetUpAsync(anna.Here);
        await anna.TravelAsync(Anna, Ways, Connect);

        var phone = new Traveller(site, there.Server);
        await phone.TravelAsync(Anna);
        Assert.Equal("/konto/anmelden/code?weiter=%2F", phone.Location);
        Assert.False(await phone.IsSignedInAsync());
        await AppCodes.EnterAsync(phone.Here, app.Next());
        var cookie = SessionClaimsTests.Cookie(site, phone.Here);
        Assert.Equal(["ext", "mfa", "otp"], cookie.FindAll("amr").Select(claim => claim.Value).Order(StringComparer.Ordinal));
        Assert.Equal("substantial", cookie.FindFirst("acr")!.Value);
        Assert.Equal(1, await site.WithDbAsync(db => db.AuthoritySessions.CountAsync()));
    }

    [Theory, InlineData("stufe3", "", true), InlineData("stufe2", "", false), InlineData("", "pwd mfa", true), InlineData("", "pwd", false)]
    public async Task Where_it_counts_as_two_factors_level_and_methods_decide(string level, string methods, bool counts)
    {
        await using var site = await there.SiteAsync(settings: settings => settings[AuthorityFixture.Key("CountsAsSecondFactor")] = settings["Accounts:StaffNeedsSecondFactor"] = "true");
        await SignInTests.AddAsync(site, Email, Role.Moderator);
        var anna = new Traveller(site, there.Server);
        await anna.Here.SignInAsync(Email);
        await anna.TravelAsync(Anna, Ways, Connect);
        await anna.TravelAsync(Anna with { Level = level, Methods = methods });
        await anna.Here.GetAsync("/moderation");
        Assert.Equal(counts ? HttpStatusCode.OK : HttpStatusCode.Redirect, anna.Here.Last.StatusCode);
    }

    [Fact]
    public async Task Without_being_told_so_no_authority_is_a_second_factor()
    {
        await using var site = await there.SiteAsync(settings: settings => settings["Accounts:StaffNeedsSecondFactor"] = "true");
        await SignInTests.AddAsync(site, Email, Role.Moderator);
        var anna = new Traveller(site, there.Server);
        await anna.Here.SignInAsync(Email);
        await anna.TravelAsync(Anna, Ways, Connect);
        await anna.TravelAsync(Anna with { Level = "stufe4", Methods = "mfa" });
        await anna.Here.GetAsync("/moderation");
        Assert.StartsWith("/konto/zwei-faktoren", anna.Location, StringComparison.Ordinal);
    }
}

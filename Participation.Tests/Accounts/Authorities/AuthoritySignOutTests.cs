using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Tests.Support;
using Participation.Tests.Support.Authority;

namespace Participation.Tests.Accounts.Authorities;

/// <summary>Signing out ends the session here and there.</summary>
public sealed class AuthoritySignOutTests(AuthorityFixture there) : IClassFixture<AuthorityFixture>
{
    private static readonly Claimant Anna = new("anna-1") { Email = "anna@example.org", IsVerified = true };

    [Fact]
    public async Task Both_sessions_end_and_the_way_leads_back()
    {
        await using var site = await there.SiteAsync();
        var anna = new Traveller(site, there.Server);
        await anna.JoinAsync(Anna, "Anna A.");
        Assert.Equal(Anna.Subject, await anna.ThereAsync());

        await anna.Here.SubmitAsync("/konto/abmelden", "#abmelden", []);
        Assert.Equal("/konto/abmelden/bei", anna.Location);
        Assert.False(await anna.IsSignedInAsync());
        var page = await anna.Here.GetAsync("/konto/abmelden/bei");
        Assert.Equal("0;url=/konto/abmelden/dort", anna.Here.Last.Headers.GetValues("Refresh").Single());
        await anna.Here.GetAsync(page.QuerySelector("#weiter")!.GetAttribute("href")!);
        Assert.StartsWith(there.Server.Url + "connect/endsession?", anna.Location, StringComparison.Ordinal);
        Assert.Contains("id_token_hint=ey", anna.Location, StringComparison.Ordinal);
        var back = await anna.FollowThereAsync();
        Assert.Equal("/konto/abmelden/zurueck/amt", back!.AbsolutePath);
        await anna.Here.GetAsync(back.PathAndQuery);
        Assert.Equal("/", anna.Location);
        Assert.Contains("Bürgeramt", (await anna.Here.FollowAsync()).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", await anna.ThereAsync());
        Assert.Equal(0, await site.WithDbAsync(db => db.AuthoritySessions.CountAsync()));
    }

    [Fact]
    public async Task A_session_by_password_ends_here_only_and_the_pages_between_lead_home()
    {
        await using var site = await there.SiteAsync();
        await SignInTests.AddAsync(site, "bert@example.org");
        var bert = new Traveller(site, there.Server);
        await bert.Here.SignInAsync("bert@example.org");
        await bert.Here.SubmitAsync("/konto/abmelden", "#abmelden", []);
        Assert.Equal("/", bert.Location);
        foreach (var page in (string[])["/konto/abmelden/bei", "/konto/abmelden/dort"])
        {
            await bert.Here.GetAsync(page);
            Assert.Equal("/", bert.Location);
        }
    }

    [Fact]
    public async Task An_authority_that_is_down_keeps_nobody_signed_in_here()
    {
        await using var gone = await AuthorityServer.StartAsync();
        await using var site = await TestSite.StartAsync(settings: gone.Settings());
        var anna = new Traveller(site, gone);
        await anna.JoinAsync(Anna, "Anna A.");
        await gone.StopAsync();
        await anna.Here.SubmitAsync("/konto/abmelden", "#abmelden", []);
        await anna.Here.GetAsync("/konto/abmelden/dort");
        Assert.Equal("/", anna.Location);
        Assert.Contains("melden Sie sich dort bitte selbst ab", (await anna.Here.FollowAsync()).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.False(await anna.IsSignedInAsync());
    }

    public static TheoryData<string, bool> Reports => new()
    {
        { "session", true }, { "subject", true }, { "unknown", true }, { "id_token", false }, { "no event", false }, { "nobody", false }, { "forged", false }, { "none", false },
    };

    /// <summary>Genuine reports are answered with 200 and end what they name; anything else ends nothing.</summary>
    [Theory, MemberData(nameof(Reports))]
    public async Task The_authority_ends_sessions_by_a_signed_report_only(string kind, bool isGenuine)
    {
        await using var site = await there.SiteAsync();
        var anna = new Traveller(site, there.Server);
        await anna.JoinAsync(Anna, "Anna A.");
        var what = new Dictionary<string, object>(StringComparer.Ordinal) { ["events"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["http://schemas.openid.net/event/backchannel-logout"] = new Dictionary<string, object>(StringComparer.Ordinal) } };
        if (kind is not "nobody") what[kind is "subject" ? "sub" : "sid"] = kind is "unknown" ? "eine andere" : kind is "subject" ? Anna.Subject : "sitzung-" + Anna.Subject;
        if (kind is "id_token") what["nonce"] = "n";
        if (kind is "no event") what.Remove("events");
        var report = await there.Server.LogoutTokenAsync(what);
        if (kind is "forged") report = report[..^10] + "AAAAAAAAAA";
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["logout_token"] = kind is "none" ? "" : report });
        using var answer = await Browsing.Visitor(site).Client.PostAsync(new Uri("/konto/abmelden/von/amt", UriKind.Relative), content);
        Assert.Equal(isGenuine ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(kind is not ("session" or "subject"), await anna.IsSignedInAsync());
    }

    [Fact]
    public async Task The_cookie_of_a_session_does_not_carry_the_token()
    {
        await using var site = await there.SiteAsync();
        var anna = new Traveller(site, there.Server);
        await anna.JoinAsync(Anna, "Anna A.");
        var cookie = anna.Here.Last.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("anmeldung=", StringComparison.Ordinal));
        Assert.InRange(cookie.Length, 100, 2500);
        Assert.Equal(HttpStatusCode.Redirect, anna.Here.Last.StatusCode);
    }
}

using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Participation.Tests.Support;
using Participation.Tests.Support.Authority;

namespace Participation.Tests.Accounts.Authorities;

/// <summary>What goes wrong between two servers ends on a page that says what happened and what to do, and signs nobody in.</summary>
public sealed class AuthorityFailureTests(AuthorityFixture there) : IClassFixture<AuthorityFixture>
{
    private static readonly Claimant Anna = new("anna-1") { Name = "Anna", Email = "anna@example.org", IsVerified = true };

    [Fact]
    public async Task Declining_there_leads_to_a_page_that_says_so_and_keeps_the_way()
    {
        await using var site = await there.SiteAsync();
        var anna = new Traveller(site, there.Server);
        await anna.GoAsync("/konto/anmelden?weiter=%2Fideen");
        await anna.Here.GetAsync(await anna.AnswerAsync(Anna, consents: false));
        Assert.Equal("/konto/anmelden/fehler?grund=abgebrochen&ueber=amt&weiter=%2Fideen", anna.Location);
        var page = await ProblemAsync(anna, "Cancelled");
        Assert.Equal("/konto/anmelden/mit/amt?weiter=%2Fideen", page.QuerySelector("main a.kern-btn")!.GetAttribute("href"));
        Assert.Equal(0, await site.WithDbAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task An_answer_is_used_once()
    {
        await using var site = await there.SiteAsync();
        var anna = new Traveller(site, there.Server);
        await anna.GoAsync();
        var callback = await anna.AnswerAsync(Anna);
        await anna.ReturnAsync(callback);
        Assert.Equal("/konto/anmelden/neu", anna.Location);
        await anna.Here.GetAsync(callback);
        await ProblemAsync(anna, "Expired");
    }

    [Fact]
    public async Task An_answer_is_good_in_the_browser_that_asked_only()
    {
        await using var site = await there.SiteAsync();
        var (mallory, victim) = (new Traveller(site, there.Server), new Traveller(site, there.Server));
        await mallory.GoAsync();
        await victim.Here.GetAsync(await mallory.AnswerAsync(Anna));
        await ProblemAsync(victim, "Expired");
        Assert.False(await victim.IsSignedInAsync());
    }

    [Theory, InlineData("/konto/anmelden/zurueck/amt"), InlineData("/konto/anmelden/zurueck/amt?code=erfunden&state=erfunden")]
    public async Task A_made_up_answer_is_none(string callback)
    {
        await using var site = await there.SiteAsync();
        var anna = new Traveller(site, there.Server);
        await anna.Here.GetAsync(callback);
        await ProblemAsync(anna, "Expired", "Invalid");
    }

    [Theory, InlineData(Claimant.ForeignIssuer), InlineData(Claimant.Expired)]
    public async Task A_token_of_another_issuer_or_of_yesterday_signs_nobody_in(string subject)
    {
        await using var site = await there.SiteAsync();
        var anna = new Traveller(site, there.Server);
        await anna.GoAsync();
        await anna.Here.GetAsync(await anna.AnswerAsync(Anna with { Subject = subject }));
        await ProblemAsync(anna, "Invalid");
        Assert.False(await anna.IsSignedInAsync());
        await anna.Here.GetAsync("/konto/anmelden/ankunft");
        Assert.StartsWith("/konto/anmelden/fehler?grund=abgelaufen", anna.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_authority_that_is_down_is_said_to_be_so_and_everything_else_works()
    {
        await using var gone = await AuthorityServer.StartAsync();
        await using var site = await TestSite.StartAsync(settings: gone.Settings());
        await gone.StopAsync();
        await SignInTests.AddAsync(site, "anna@example.org");
        var anna = new Traveller(site, gone);
        Assert.Null((await anna.Here.GetAsync("/konto/anmelden")).QuerySelector("[data-down]"));
        await anna.Here.GetAsync("/konto/anmelden/mit/amt");
        var page = await ProblemAsync(anna, "Unreachable");
        Assert.Contains("Bürgeramt", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await anna.Here.GetAsync("/konto/anmelden")).QuerySelector("[data-down=amt]"));
        await anna.Here.GetAsync("/ideen");
        Assert.Equal(HttpStatusCode.OK, anna.Here.Last.StatusCode);
        await anna.Here.SignInAsync("anna@example.org");
        Assert.True(await anna.IsSignedInAsync());
    }

    [Fact]
    public async Task An_authority_that_goes_down_on_the_way_is_said_to_be_so()
    {
        await using var gone = await AuthorityServer.StartAsync();
        await using var site = await TestSite.StartAsync(settings: gone.Settings());
        var anna = new Traveller(site, gone);
        await anna.GoAsync();
        var callback = await anna.AnswerAsync(Anna);
        await gone.StopAsync();
        await anna.Here.GetAsync(callback);
        await ProblemAsync(anna, "Unreachable");
    }

    [Fact]
    public async Task A_discovery_document_of_another_issuer_is_not_believed()
    {
        await using var site = await there.SiteAsync(settings: settings => settings[AuthorityFixture.Key("Issuer")] = "https://anderes-amt.example/");
        var anna = new Traveller(site, there.Server);
        await anna.Here.GetAsync("/konto/anmelden/mit/amt");
        await ProblemAsync(anna, "Unreachable");
    }

    [Fact]
    public async Task Whoever_lacks_a_required_claim_is_not_admitted()
    {
        await using var site = await there.SiteAsync(settings: settings => (settings[AuthorityFixture.Key("Required:0:Claim")], settings[AuthorityFixture.Key("Required:0:Values:0")]) = ("address.postal_code", "40878"));
        var anna = new Traveller(site, there.Server);
        await anna.GoAsync();
        await anna.Here.GetAsync(await anna.AnswerAsync(Anna));
        await ProblemAsync(anna, "NotAdmitted");
        await anna.TravelAsync(Anna with { PostalCode = "40878" });
        Assert.Equal("/konto/anmelden/neu", anna.Location);
    }

    [Fact]
    public async Task Another_site_s_link_signs_nobody_in_by_itself()
    {
        await using var site = await there.SiteAsync();
        var anna = new Traveller(site, there.Server);
        anna.Here.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        await anna.Here.GetAsync("/konto/anmelden/mit/amt?weiter=%2Fideen");
        Assert.Equal("/konto/anmelden?weiter=%2Fideen", anna.Location);
    }

    [Theory, InlineData("https://evil.example/"), InlineData("//evil.example"), InlineData("/\\evil.example")]
    public async Task The_way_back_leads_to_no_other_site(string next)
    {
        await using var site = await there.SiteAsync();
        var anna = new Traveller(site, there.Server);
        await anna.JoinAsync(Anna, "Anna A.");
        var again = new Traveller(site, there.Server);
        await again.TravelAsync(Anna, $"/konto/anmelden?weiter={Uri.EscapeDataString(next)}");
        Assert.Equal("/", again.Location);
        var page = await again.Here.GetAsync($"/konto/anmelden/fehler?grund=abgebrochen&ueber=amt&weiter={Uri.EscapeDataString(next)}");
        Assert.DoesNotContain("evil", page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_reason_or_authority_shows_nothing_of_the_address()
    {
        await using var site = await there.SiteAsync();
        var page = await Browsing.Visitor(site).GetAsync("/konto/anmelden/fehler?grund=%3Cb%3Efrei%3C%2Fb%3E&ueber=%3Cb%3Efrei%3C%2Fb%3E");
        Assert.DoesNotContain("frei", page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    private static async Task<IHtmlDocument> ProblemAsync(Traveller traveller, params string[] problems)
    {
        Assert.StartsWith("/konto/anmelden/fehler?", traveller.Location, StringComparison.Ordinal);
        var page = await traveller.Here.FollowAsync();
        Assert.Equal(HttpStatusCode.OK, traveller.Here.Last.StatusCode);
        Assert.Contains(page.QuerySelector("[data-problem]")!.GetAttribute("data-problem"), problems);
        return page;
    }
}

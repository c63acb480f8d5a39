using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Tests.Support;

namespace Participation.Tests.Accounts;

/// <summary>What concerns the safety of an account asks once more who it is.</summary>
public sealed class FreshSignInTests
{
    private const string Email = "anna@example.org";
    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(11);

    [Theory, InlineData("/konto/zwei-faktoren"), InlineData("/konto/passkeys")]
    public async Task A_sign_in_of_eleven_minutes_ago_has_to_be_confirmed_with_the_password(string page)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await StartAsync(clock);
        var anna = Browsing.Visitor(site);
        await anna.SignInAsync(Email);
        await anna.GetAsync(page);
        Assert.Equal(HttpStatusCode.OK, anna.Last.StatusCode);
        clock.Advance(Stale);
        await anna.GetAsync(page);
        var confirm = anna.Last.Headers.Location!.ToString();
        Assert.Equal($"/konto/bestaetigen-sie-sich?weiter={Uri.EscapeDataString(page)}", confirm);
        await ConfirmAsync(anna, confirm, "ein falsches Passwort");
        Assert.Equal(HttpStatusCode.BadRequest, anna.Last.StatusCode);
        await ConfirmAsync(anna, confirm, Steps.Password);
        Assert.Equal(page, anna.Last.Headers.Location?.ToString());
        await anna.FollowAsync();
        Assert.Equal(HttpStatusCode.OK, anna.Last.StatusCode);
        Assert.Equal(1, await site.WithDbAsync(db => db.Sessions.CountAsync()));
    }

    [Fact]
    public async Task A_stale_post_changes_nothing_and_scripts_are_told()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await StartAsync(clock);
        var anna = Browsing.Visitor(site);
        await anna.SignInAsync(Email);
        clock.Advance(Stale);
        await anna.PostAsync("/konto/zwei-faktoren?handler=Off", []);
        Assert.Equal("/konto/bestaetigen-sie-sich?weiter=%2Fkonto%2Fzwei-faktoren", anna.Last.Headers.Location?.ToString());
        using var question = new HttpRequestMessage(HttpMethod.Post, "/konto/passkeys/neu") { Headers = { { "X-Requested-With", "fetch" } } };
        using var answer = await anna.Client.SendAsync(question);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("FreshSignInNeeded", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_codes_on_confirming_asks_for_one_too_and_wrong_ones_lock_gently()
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, Email);
        var anna = Browsing.Visitor(site);
        await anna.SignInAsync(Email);
        var (app, _) = await AppCodes.SetUpAsync(anna);
        const string Page = "/konto/bestaetigen-sie-sich?weiter=%2Fkonto";
        await ConfirmAsync(anna, Page, Steps.Password, app.Wrong());
        Assert.Equal(HttpStatusCode.BadRequest, anna.Last.StatusCode);
        await ConfirmAsync(anna, Page, Steps.Password, app.Next());
        Assert.Equal("/konto", anna.Last.Headers.Location?.ToString());
        for (var i = 0; i < 8; i++) await ConfirmAsync(anna, Page, Steps.Password, app.Wrong());
        Assert.True(await site.WithDbAsync(db => db.Users.Select(account => account.LockoutEnd).SingleAsync()) > TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task Confirming_leads_to_no_other_site()
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, Email);
        var anna = Browsing.Visitor(site);
        await anna.SignInAsync(Email);
        await ConfirmAsync(anna, "/konto/bestaetigen-sie-sich?weiter=https%3A%2F%2Fevil.example", Steps.Password);
        Assert.Equal("/", anna.Last.Headers.Location?.ToString());
    }

    private static Task<AngleSharp.Html.Dom.IHtmlDocument> ConfirmAsync(Browsing browsing, string page, string password, string code = "") => browsing.SubmitAsync(page, "#bestaetigen-sie-sich",
        new(StringComparer.Ordinal) { ["Input.Password"] = password, ["Input.Code"] = code });

    private static async Task<TestSite> StartAsync(TimeProvider clock)
    {
        var site = await TestSite.StartAsync(services: services => services.AddSingleton(clock));
        await SignInTests.AddAsync(site, Email);
        return site;
    }
}

using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Editing;
using Participation.Tests.Support;
using Participation.Tests.Texts;
using Participation.Web.Accounts.Factors;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Realtime;
using Participation.Web.Shared;

namespace Participation.Tests.Accounts;

/// <summary>Moderators and administrators need a second factor, wherever the duty is on.</summary>
public sealed class StaffFactorTests
{
    private const string Email = "moderation@example.org";

    [Theory]
    [InlineData(Role.Moderator, "/moderation")]
    [InlineData(Role.Moderator, "/moderation/entscheidungen")]
    [InlineData(Role.Administrator, "/verwaltung/verfahren")]
    public async Task Without_a_factor_staff_is_led_to_set_one_up_and_with_it_back(Role role, string page)
    {
        await using var site = await StartAsync();
        await SignInTests.AddAsync(site, Email, role);
        var staff = Browsing.Visitor(site);
        await staff.SignInAsync(Email);
        var menu = await staff.GetAsync("/konto");
        Assert.NotNull(menu.QuerySelector("main a[href='/moderation']"));
        await staff.GetAsync(page);
        var setUp = staff.Last.Headers.Location?.ToString();
        Assert.Equal($"/konto/zwei-faktoren?weiter={Uri.EscapeDataString(page)}", setUp);
        await AppCodes.SetUpAsync(staff, setUp!);
        await staff.GetAsync(page);
        Assert.Equal(HttpStatusCode.OK, staff.Last.StatusCode);
    }

    [Fact]
    public async Task Without_a_factor_staff_sees_and_does_what_anybody_may()
    {
        await using var site = await StartAsync();
        var given = new Given(site);
        var idea = await given.IdeaAsync();
        await site.WithDbAsync(db => db.Ideas.ExecuteUpdateAsync(set => set.SetProperty(one => one.Status, Domain.Ideas.IdeaStatus.Submitted)));
        var moderator = await given.PersonAsync(Role.Moderator);
        var body = A.Body(publication: Publication.Draft);
        await site.WithDbAsync(db =>
        {
            db.AddRange(body, A.Meeting(body, publication: Publication.Draft), A.Paper(body, publication: Publication.Draft));
            return db.SaveChangesAsync();
        });
        var passage = (await GivenPassages.InAsync(site, Publication.Draft)).First;
        string[] drafts = [$"/ideen/{idea}/fassungen", Links.Body(1, body.Name), Links.Meeting(1, "Sitzung des Ausschusses"), Links.Paper(1, "Bänke am Markt"), Links.Passage(passage)];
        var (unproven, proven) = (await Browsing.AsAsync(site, moderator), await Browsing.AsAsync(site, moderator, SessionClaims.Password, SessionClaims.Code));
        foreach (var draft in drafts)
        {
            await unproven.GetAsync(draft);
            Assert.Equal((draft, HttpStatusCode.NotFound), (draft, unproven.Last.StatusCode));
            await proven.GetAsync(draft);
            Assert.Equal((draft, HttpStatusCode.OK), (draft, proven.Last.StatusCode));
        }
    }

    [Fact]
    public async Task Scripts_get_a_problem_that_says_what_is_missing()
    {
        await using var site = await StartAsync();
        var moderator = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/moderation") { Headers = { { "X-Requested-With", "fetch" } } };
        using var answer = await moderator.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
        Assert.Equal(nameof(SecondFactorNeeded), problem.GetProperty("refusal").GetString());
    }

    [Fact]
    public async Task Catching_up_with_the_queue_says_what_is_missing()
    {
        await using var site = await StartAsync();
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        using var refused = await (await Browsing.AsAsync(site, moderator)).Client.GetAsync("/live/moderation?since=0");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var answered = await (await Browsing.AsAsync(site, moderator, SessionClaims.Key)).Client.GetAsync("/live/moderation?since=0");
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    [Fact]
    public async Task The_hub_lets_nobody_watch_the_queue_without_a_factor()
    {
        await using var site = await StartAsync();
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        Assert.Null(await JoinAsync(site, moderator));
        Assert.NotNull(await JoinAsync(site, moderator, SessionClaims.Key));
    }

    [Fact]
    public async Task A_citizen_stays_refused_and_a_passkey_counts_for_staff()
    {
        await using var site = await StartAsync();
        var given = new Given(site);
        var citizen = await Browsing.AsAsync(site, await given.PersonAsync(), SessionClaims.Password, SessionClaims.Code);
        await citizen.GetAsync("/moderation");
        Assert.Equal(HttpStatusCode.Forbidden, citizen.Last.StatusCode);
        var moderator = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator), SessionClaims.Key);
        await moderator.GetAsync("/moderation");
        Assert.Equal(HttpStatusCode.OK, moderator.Last.StatusCode);
    }

    [Theory, InlineData(null, false, true), InlineData(null, true, false), InlineData("true", true, true), InlineData("false", false, false)]
    public async Task The_duty_is_on_unless_the_demo_city_is_loaded_or_someone_says_otherwise(string? option, bool demo, bool needed)
    {
        await using var site = await TestSite.StartAsync(demo: demo, settings: settings => settings["Accounts:StaffNeedsSecondFactor"] = option ?? "");
        Assert.Equal(needed, await site.UseAsync<StaffFactor, bool>(staff => Task.FromResult(staff.IsNeeded)));
    }

    [Fact]
    public async Task The_demo_moderator_works_with_the_password_alone()
    {
        await using var site = await TestSite.StartAsync(demo: true, settings: settings => settings["Accounts:StaffNeedsSecondFactor"] = "");
        var moderator = Browsing.Visitor(site);
        await moderator.SignInAsync("moderation@demo.example", Web.Demo.DemoAccounts.Password);
        await moderator.GetAsync("/moderation");
        Assert.Equal(HttpStatusCode.OK, moderator.Last.StatusCode);
    }

    private static Task<TestSite> StartAsync() => TestSite.StartAsync(settings: settings => settings["Accounts:StaffNeedsSecondFactor"] = "true");

    private static async Task<CatchUp> JoinAsync(TestSite site, Actor actor, params string[] methods)
    {
        var (name, value) = await Browsing.CookieAsync(site, actor, methods);
        await using var hub = new HubConnectionBuilder().WithUrl("https://localhost/hub", options =>
        {
            options.HttpMessageHandlerFactory = _ => site.Server.CreateHandler();
            options.Transports = HttpTransportType.LongPolling;
            options.Headers["Cookie"] = $"{name}={value}";
        }).Build();
        await hub.StartAsync();
        return await hub.InvokeAsync<CatchUp>("Join", "moderation", 0L, "de");
    }
}

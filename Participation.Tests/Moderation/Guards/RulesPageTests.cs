using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation.Guards;
using Participation.Tests.Support;
using Participation.Web.Data;
using Participation.Web.Moderation.Guards;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation.Guards;

public sealed class RulesPageTests
{
    private const string Form = "#regeln";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_change_is_a_version_with_who_why_and_what_and_is_in_force_at_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (idea, author) = (await given.IdeaAsync(), await given.PersonAsync());
        Assert.False((await site.SayAsync(idea, author, "So ein Blödmann")).Value!.Held);
        var administrator = await Browsing.AsAsync(site, await given.PersonAsync(Role.Administrator, "Frau Amt"));
        await administrator.SubmitAsync(Links.Rules, Form, new() { ["Input.Words"] = "Blödmann\r\n  *trottel \r\n\r\nblödmann", ["Input.Limits[PauseSeconds]"] = "9", ["Input.Note"] = "Zu viel Zank." });
        Assert.Equal(HttpStatusCode.Redirect, administrator.Last.StatusCode);

        Assert.True((await site.SayAsync(idea, author, "So ein Blödmann")).Value!.Held);
        var page = await administrator.GetAsync(Links.Rules);
        Assert.Equal("9", ((IHtmlInputElement)page.QuerySelector("[name='Input.Limits[PauseSeconds]']")!).Value);
        Assert.Contains("Zu viel Zank.", page.QuerySelector("[aria-labelledby=verlauf] ul")!.TextContent, StringComparison.Ordinal);
        var version = (await administrator.GetAsync(Links.RulesVersion(1))).QuerySelector("main")!.TextContent;
        Assert.Contains("Frau Amt", version, StringComparison.Ordinal);
        Assert.Contains("Blödmann, *trottel", version, StringComparison.Ordinal);
        Assert.Equal("1: Zu viel Zank.", await site.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Action == "rules.change").Select(entry => entry.Detail).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_at_once_see_each_others_input_and_neither_is_lost(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (one, two) = (await Browsing.AsAsync(site, await given.PersonAsync(Role.Administrator, "Frau Eins")), await Browsing.AsAsync(site, await given.PersonAsync(Role.Administrator)));
        var fields = Browsing.Fields((IHtmlFormElement)(await two.GetAsync(Links.Rules)).QuerySelector(Form)!);
        await one.SubmitAsync(Links.Rules, Form, new() { ["Input.Limits[EditsPerDay]"] = "44", ["Input.Note"] = "Mehr Änderungen." });
        fields["Input.Limits[EditsPerDay]"] = "12";
        fields["Input.Words"] += "\nDussel";
        fields["Input.Note"] = "Weniger Änderungen.";
        var page = await two.PostAsync(Links.Rules, fields);
        Assert.Equal(HttpStatusCode.Conflict, two.Last.StatusCode);
        Assert.Contains("Frau Eins", page.QuerySelector("#fehler")!.TextContent, StringComparison.Ordinal);
        var rows = page.QuerySelectorAll(".data-table tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim()))).ToList();
        Assert.Equal(["Änderungen am Tag|44|12", "Wörter|–|Dussel"], rows);
        var again = Browsing.Fields((IHtmlFormElement)page.QuerySelector(Form)!);
        Assert.Equal(("12", "Weniger Änderungen."), (again["Input.Limits[EditsPerDay]"], again["Input.Note"]));
        await two.PostAsync(Links.Rules, again);
        Assert.Equal(HttpStatusCode.Redirect, two.Last.StatusCode);
        Assert.Equal([1, 2], await site.WithDbAsync(db => db.GuardRules.OrderBy(version => version.Number).Select(version => version.Number).ToListAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_many_who_save_the_same_version_at_once_one_does(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var administrator = await new Given(site).PersonAsync(Role.Administrator);
        var refusals = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => site.UseAsync<ChangeRules, Domain.Refusal?>(
            change => change.ExecuteAsync(GuardRules.Default with { Words = [$"Wort{i}"] }, "Gleichzeitig.", 0, administrator, default))));
        Assert.Equal(7, refusals.Count(refusal => refusal is Domain.ChangedMeanwhile));
        Assert.Equal(1, await site.WithDbAsync(db => db.GuardRules.CountAsync()));
    }

    [Fact]
    public async Task What_cannot_be_is_said_under_its_field_and_everything_stays()
    {
        await using var site = await TestSite.StartAsync();
        var administrator = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Administrator));
        var page = await administrator.SubmitAsync(Links.Rules, Form, new() { ["Input.Limits[NewIdeasPerDay]"] = "0", ["Input.Limits[PauseSeconds]"] = "bald", ["Input.Words"] = "*ab*", ["Input.Note"] = "" });
        Assert.Equal(HttpStatusCode.BadRequest, administrator.Last.StatusCode);
        Assert.Equal(4, page.QuerySelectorAll("#fehler a").Length);
        Assert.All(page.QuerySelectorAll("#fehler a"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
        Assert.Equal("bald", ((IHtmlInputElement)page.QuerySelector("[name='Input.Limits[PauseSeconds]']")!).Value);
        Assert.Equal("*ab*", page.QuerySelector("[name='Input.Words']")!.TextContent.Trim());
        Assert.Equal(0, await site.WithDbAsync(db => db.GuardRules.CountAsync()));
    }

    [Fact]
    public async Task Nothing_changed_is_no_version_and_only_administrators_change_anything()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var administrator = await Browsing.AsAsync(site, await given.PersonAsync(Role.Administrator));
        await administrator.SubmitAsync(Links.Rules, Form, new() { ["Input.Note"] = "Nur so." });
        Assert.Equal(HttpStatusCode.BadRequest, administrator.Last.StatusCode);
        Assert.IsType<Domain.NotAllowed>(await site.UseAsync<ChangeRules, Domain.Refusal?>(async change => await change.ExecuteAsync(GuardRules.Default with { Words = [] }, "Ich.", 0, await given.PersonAsync(Role.Moderator), default)));
        Assert.Equal(0, await site.WithDbAsync(db => db.GuardRules.CountAsync()));
    }

    [Fact]
    public async Task A_sign_in_of_eleven_minutes_ago_saves_nothing_and_loses_nothing()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await TestSite.StartAsync(services: services => services.AddSingleton<TimeProvider>(clock));
        var administrator = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Administrator));
        clock.Advance(TimeSpan.FromMinutes(11));
        var page = await administrator.SubmitAsync(Links.Rules, Form, new() { ["Input.Words"] = "Dussel", ["Input.Note"] = "Ein langer Vormittag." });
        Assert.Equal(HttpStatusCode.Forbidden, administrator.Last.StatusCode);
        Assert.NotNull(page.QuerySelector($"main a[href='{Links.ConfirmYourselfThen(Links.Rules)}']"));
        Assert.Equal("Dussel", page.QuerySelector("[name='Input.Words']")!.TextContent.Trim());
        Assert.Equal(0, await site.WithDbAsync(db => db.GuardRules.CountAsync()));
    }

    [Fact]
    public async Task Another_nodes_change_is_in_force_after_a_few_seconds()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await TestSite.StartAsync();
        var here = new CurrentRules(clock);
        Assert.Equal(0, await VersionAsync());
        await site.RulesAsync((GuardLimit.PauseSeconds, 7));
        Assert.Equal(0, await VersionAsync());
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(1, await VersionAsync());

        Task<int> VersionAsync() => site.WithDbAsync(async db => (await here.GetAsync(db, default)).Version);
    }

    [Fact]
    public void Stored_rules_survive_limits_that_came_and_went()
    {
        var read = GuardRulesJson.Read("""{"limits":{"PauseSeconds":9,"WasThereOnce":4},"firstPosts":"Hold","words":["Dussel"]}""");
        Assert.Equal((9, 15, FirstPostRule.Hold), (read[GuardLimit.PauseSeconds], read[GuardLimit.IdeaPauseSeconds], read.FirstPosts));
        Assert.True(GuardRulesJson.Read(GuardRulesJson.Write(GuardRules.Default)).SaysTheSameAs(GuardRules.Default));
        Assert.Null(GuardRules.Default.Check());
    }
}

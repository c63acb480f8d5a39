using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Processes;
using Participation.Tests.Support;
using Participation.Web.Processes;
using Participation.Web.Shared;

namespace Participation.Tests.Processes;

public sealed class ManageProcessTests
{
    private const string Form = "#verfahren";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_moderator_sets_a_process_up_and_everyone_reads_it(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var browsing = await Browsing.AsAsync(site, moderator);
        await browsing.SubmitAsync(Links.NewProcess, Form, Filled());
        Assert.Equal((302, "/verfahren/gruene-plaetze"), ((int)browsing.Last.StatusCode, browsing.Last.Headers.Location!.ToString()));

        var process = await site.WithDbAsync(db => db.Processes.AsNoTracking().SingleAsync(candidate => candidate.Slug == "gruene-plaetze"));
        Assert.Equal(("Grüne Plätze", "Wo fehlt Schatten?", 42), (process.Title, process.Question, process.AnswerWithinDays));
        Assert.Equal(["Sammeln", "Auswerten"], process.Phases.Select(phase => phase.Title));
        Assert.Equal([ActivityKind.CollectIdeas, ActivityKind.Discuss], process.Activities.Select(activity => activity.Kind).Order());
        // 1 July, 18:00 in Ratingen is summer time.
        Assert.Equal(new DateTimeOffset(2027, 7, 1, 16, 0, 0, TimeSpan.Zero), process.Find(ActivityKind.CollectIdeas)!.ClosesAt);
        Assert.Equal(("process.create", moderator.Person), await site.WithDbAsync(db => db.AuditEntries.Select(entry => new ValueTuple<string, PersonId>(entry.Action, entry.ActorId!.Value)).SingleAsync()));
        var page = await Browsing.Visitor(site).GetAsync("/verfahren/gruene-plaetze");
        Assert.Equal("Wo fehlt Schatten?", page.QuerySelector("h1")!.TextContent);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_change_rewrites_phases_and_windows_and_leaves_the_cache_at_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var browsing = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        await browsing.SubmitAsync(Links.NewProcess, Form, Filled());
        var number = await given.IdeaAsync();
        var visitor = Browsing.Visitor(site);
        await visitor.GetAsync("/verfahren/gruene-plaetze");
        await visitor.GetAsync(Links.Idea(number, "Mehr Bänke am Markt"));

        await browsing.SubmitAsync("/verwaltung/verfahren/gruene-plaetze", Form, new()
        {
            ["Input.Question"] = "Wo fehlen Bäume?", ["Input.Phases[0].Title"] = "Neu gesammelt", ["Input.Phases[1].Title"] = "", ["Input.Phases[1].StartsOn"] = "", ["Input.Phases[1].EndsOn"] = "",
            ["Input.Activities[2].Offered"] = "true", ["Input.Activities[2].OpensAt"] = "", ["Input.Activities[0].ClosesAt"] = "", ["Input.Activities[1].ClosesAt"] = "", ["Input.EndsOn"] = "",
        });
        Assert.Equal(302, (int)browsing.Last.StatusCode);
        var process = await site.WithDbAsync(db => db.Processes.AsNoTracking().SingleAsync(candidate => candidate.Slug == "gruene-plaetze"));
        Assert.Equal(["Neu gesammelt"], process.Phases.Select(phase => phase.Title));
        Assert.Equal(3, process.Activities.Count);
        Assert.Null(process.Find(ActivityKind.CollectIdeas)!.ClosesAt);
        Assert.Equal("Wo fehlen Bäume?", (await visitor.GetAsync("/verfahren/gruene-plaetze")).QuerySelector("h1")!.TextContent);

        await browsing.SubmitAsync("/verwaltung/verfahren/smart-city", Form, new() { ["Input.Activities[2].OpensAt"] = "2026-01-01T10:00", ["Input.Activities[2].ClosesAt"] = "2026-01-02T10:00" });
        var idea = await visitor.GetAsync(Links.Idea(number, "Mehr Bänke am Markt"));
        Assert.Null(idea.QuerySelector("a[href*='anmelden'][href*='haltung']"));
    }

    [Fact]
    public async Task Every_mistake_is_named_at_its_field_and_nothing_typed_is_lost()
    {
        await using var site = await TestSite.StartAsync();
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        var page = await browsing.SubmitAsync(Links.NewProcess, Form, Filled(new()
        {
            ["Input.Title"] = "", ["Input.StartsOn"] = "2027-08-01", ["Input.AnswerWithinDays"] = "0", ["Input.Activities[0].ClosesAt"] = "2027-01-01T10:00",
            ["Input.Phases[1].EndsOn"] = "2027-01-01", ["Input.Phases[2].Note"] = "ohne Namen",
        }));
        Assert.Equal(400, (int)browsing.Last.StatusCode);
        var links = page.QuerySelectorAll(".error-list a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(
            ["#Input_Activities_0__ClosesAt", "#Input_AnswerWithinDays", "#Input_EndsOn", "#Input_Phases_1__EndsOn", "#Input_Phases_2__Title", "#Input_Title"], links.Order(StringComparer.Ordinal));
        Assert.All(links, link => Assert.NotNull(page.QuerySelector(link)));
        Assert.Equal("Wo fehlt Schatten?", page.QuerySelector("#Input_Question")!.GetAttribute("value"));
        Assert.Equal("ohne Namen", page.QuerySelector("#Input_Phases_2__Note")!.GetAttribute("value"));
        Assert.Equal(0, await site.WithDbAsync(db => db.Processes.CountAsync(process => process.Slug == "gruene-plaetze")));
    }

    [Fact]
    public async Task An_address_is_given_once_and_never_the_one_of_the_form()
    {
        await using var site = await TestSite.StartAsync();
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        await browsing.SubmitAsync(Links.NewProcess, Form, Filled());
        foreach (var slug in new[] { "Grüne Plätze", "neu", "!!!" })
        {
            var page = await browsing.SubmitAsync(Links.NewProcess, Form, Filled(new() { ["Input.Slug"] = slug }));
            Assert.Equal(409, (int)browsing.Last.StatusCode);
            Assert.NotNull(page.QuerySelector("a[href='#Input_Slug']"));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_slower_of_two_moderators_keeps_what_was_typed_and_can_save_on(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        await given.ProcessAsync();
        var (fast, slow) = (await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator)), await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator)));
        var seen = await slow.GetAsync("/verwaltung/verfahren/smart-city");
        await fast.SubmitAsync("/verwaltung/verfahren/smart-city", Form, new() { ["Input.Title"] = "Schneller" });
        Assert.Equal(302, (int)fast.Last.StatusCode);
        var fields = Browsing.Fields((IHtmlFormElement)seen.QuerySelector(Form)!);
        fields["Input.Title"] = "Langsamer";
        var page = await slow.PostAsync("/verwaltung/verfahren/smart-city", fields);
        Assert.Equal(409, (int)slow.Last.StatusCode);
        Assert.Equal("Langsamer", page.QuerySelector("#Input_Title")!.GetAttribute("value"));
        fields["Input.Version"] = page.QuerySelector("input[name='Input.Version']")!.GetAttribute("value")!;
        await slow.PostAsync("/verwaltung/verfahren/smart-city", fields);
        Assert.Equal(302, (int)slow.Last.StatusCode);
        Assert.Equal("Langsamer", await site.WithDbAsync(db => db.Processes.Where(process => process.Slug == "smart-city").Select(process => process.Title).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_half_filled_form_is_kept_with_what_was_unticked_until_it_is_sent(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        await given.ProcessAsync();
        var browsing = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        foreach (var address in new[] { Links.NewProcess, Links.EditProcess("smart-city") })
        {
            await browsing.SubmitAsync(address, Form, Filled(new() { ["Input.Question"] = "" }), "[data-keep-now]");
            var page = await browsing.GetAsync(address);
            Assert.NotNull(page.QuerySelector("#zwischenstand-verwerfen"));
            Assert.Equal("Grüne Plätze", page.QuerySelector("#Input_Title")!.GetAttribute("value"));
            Assert.Equal([true, true, false], page.QuerySelectorAll("[name$=Offered]").OfType<IHtmlInputElement>().Select(box => box.IsChecked));
            await browsing.SubmitAsync(address, Form, Filled());
            Assert.Equal(302, (int)browsing.Last.StatusCode);
            Assert.Null((await browsing.GetAsync(address)).QuerySelector("#zwischenstand-verwerfen"));
        }

        Assert.Equal(0, await site.WithDbAsync(db => db.KeptForms.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_ten_parallel_changes_on_one_version_one_is_kept(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        await given.ProcessAsync();
        var moderator = await given.PersonAsync(Role.Moderator);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => site.UseAsync<ChangeProcess, Refusal?>(change =>
            change.ExecuteAsync("smart-city", A.Plan() with { Title = $"Nr. {i}" }, 0, moderator, default))));
        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Equal(9, outcomes.Count(outcome => outcome is ChangedMeanwhile));
        Assert.Equal(1, await site.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "process.change")));
    }

    [Fact]
    public async Task Nobody_but_moderators_manages_processes()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        await given.ProcessAsync();
        var citizen = await given.PersonAsync();
        var browsing = await Browsing.AsAsync(site, citizen);
        foreach (var page in new[] { Links.ManageProcesses, Links.NewProcess, Links.EditProcess("smart-city") })
        {
            await browsing.GetAsync(page);
            Assert.Equal(403, (int)browsing.Last.StatusCode);
            await browsing.PostAsync(page, []);
            Assert.Equal(403, (int)browsing.Last.StatusCode);
        }

        Assert.IsType<NotAllowed>(await site.UseAsync<ChangeProcess, Refusal?>(change => change.ExecuteAsync("smart-city", A.Plan(), 0, citizen, default)));
    }

    private static Dictionary<string, string> Filled(Dictionary<string, string>? changes = null)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Input.Title"] = "Grüne Plätze", ["Input.Question"] = "Wo fehlt Schatten?", ["Input.Summary"] = "Wir suchen Plätze für Bäume.", ["Input.Rules"] = "Bitte **freundlich**.",
            ["Input.EndsOn"] = "2027-07-01", ["Input.AnswerWithinDays"] = "42", ["Input.Activities[2].Offered"] = "false",
            ["Input.Activities[0].OpensAt"] = "2027-05-01T08:00", ["Input.Activities[0].ClosesAt"] = "2027-07-01T18:00",
            ["Input.Phases[0].Title"] = "Sammeln", ["Input.Phases[1].Title"] = "Auswerten", ["Input.Phases[1].StartsOn"] = "2027-07-02", ["Input.Phases[1].EndsOn"] = "2027-07-31",
        };
        foreach (var (name, value) in changes ?? []) fields[name] = value;
        return fields;
    }
}

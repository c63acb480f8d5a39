using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain.Accounts;
using Participation.Domain.Editing;
using Participation.Domain.Ideas;
using Participation.Domain.Notifications;
using Participation.Tests.Council;
using Participation.Tests.Support;
using Participation.Web.Editing;
using Participation.Web.Ideas;
using Participation.Web.Shared;

namespace Participation.Tests.Strategy;

public sealed class EditMeasureTests
{
    private const string Form = "#massnahme";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_moderator_sets_a_measure_up_as_a_draft_publishes_it_and_everybody_reads_what_changed(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (given, field) = (new Given(site), await FieldAsync(site));
        var (idea, other) = (await given.IdeaAsync(title: "Ladepunkte am Markt"), await given.IdeaAsync(title: "Noch eine Idee"));
        var browsing = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        await browsing.SubmitAsync(Links.NewMeasure, Form, Filled(field, new() { ["Input.Ideas"] = $"{idea}, {other}" }));
        Assert.Equal("/massnahmen/1/zehn-ladepunkte", browsing.Last.Headers.Location!.ToString());
        var visitor = Browsing.Visitor(site);
        await visitor.GetAsync("/massnahmen/1/zehn-ladepunkte");
        Assert.Equal(404, (int)visitor.Last.StatusCode);

        await browsing.SubmitAsync(Links.EditMeasure(1), Form, new() { ["Input.Publish.Step"] = "Publish" });
        var page = await visitor.GetAsync("/massnahmen/1/zehn-ladepunkte");
        Assert.Equal(200, (int)visitor.Last.StatusCode);
        Assert.Equal(2, page.QuerySelectorAll("[data-ideas] li").Length);
        Assert.Contains("Zehn Ladepunkte", (await visitor.GetAsync(Links.Idea(idea, "Ladepunkte am Markt"))).QuerySelector("[data-measure]")!.TextContent, StringComparison.Ordinal);

        await browsing.SubmitAsync(Links.EditMeasure(1), Form, new() { ["Input.Milestones[0].DueOn"] = "2031-01-31", ["Input.ChangeReason"] = "Lange Lieferzeiten." });
        page = await visitor.GetAsync("/massnahmen/1/zehn-ladepunkte");
        Assert.Contains("verschoben: von 30. April 2030 auf 31. Januar 2031", page.Body!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("Lange Lieferzeiten.", page.Body!.TextContent, StringComparison.Ordinal);
        // A promise that was not kept is not forgotten by another name.
        await browsing.SubmitAsync(Links.EditMeasure(1), Form, new() { ["Input.Milestones[0].Title"] = "Ganz neuer Name" });
        page = await visitor.GetAsync("/massnahmen/1/zehn-ladepunkte");
        var milestone = page.QuerySelectorAll("main li").First(row => row.TextContent.Contains("Ganz neuer Name", StringComparison.Ordinal));
        Assert.Contains("30. April 2030", milestone.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(["measure.create", "measure.change", "measure.change", "measure.change"], await site.WithDbAsync(db => db.AuditEntries.OrderBy(entry => entry.At).Where(entry => entry.Action.StartsWith("measure")).Select(entry => entry.Action).ToListAsync()));

        await browsing.SubmitAsync(Links.EditMeasure(1), Form, new() { ["Input.Publish.Step"] = "Withdraw", ["Input.Publish.Reason"] = "Doppelt angelegt." });
        page = await visitor.GetAsync("/massnahmen/1/zehn-ladepunkte");
        Assert.Equal(410, (int)visitor.Last.StatusCode);
        Assert.Contains("Doppelt angelegt.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await visitor.GetAsync(Links.Idea(idea, "Ladepunkte am Markt"))).QuerySelector("[data-measure]"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Everyone_of_the_linked_ideas_is_told_once_of_an_event_and_nobody_of_their_own_doing(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (given, field) = (new Given(site), await FieldAsync(site));
        var (author, voter, moderator) = (await given.PersonAsync(), await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        var (one, two) = (await given.IdeaAsync(author, title: "Ladepunkte am Markt"), await given.IdeaAsync(author, title: "Ladepunkte am Bahnhof"));
        foreach (var idea in new[] { one, two }) await site.UseAsync<TakeStance>(take => take.ExecuteAsync(idea, StanceKind.For, voter, default));
        await site.UseAsync<TakeStance>(take => take.ExecuteAsync(one, StanceKind.For, moderator, default));
        var browsing = await Browsing.AsAsync(site, moderator);
        await browsing.SubmitAsync(Links.NewMeasure, Form, Filled(field, new() { ["Input.Ideas"] = $"{one} {two}", ["Input.Publish.Step"] = "Publish" }));
        Assert.Empty(await ToldAsync(site));

        await browsing.SubmitAsync(Links.EditMeasure(1), Form, new() { ["Input.Status"] = "Begun", ["Input.Progress"] = "10" });
        Assert.Equivalent(new[] { author.Person, voter.Person }, (await ToldAsync(site)).Select(told => told.Person), strict: true);
        Assert.All(await ToldAsync(site), told => Assert.Equal(NotificationKind.MeasureBegun, told.Kind));

        // There and back again is no news; that it is done is.
        await browsing.SubmitAsync(Links.EditMeasure(1), Form, new() { ["Input.Status"] = "Planned" });
        await browsing.SubmitAsync(Links.EditMeasure(1), Form, new() { ["Input.Status"] = "Begun" });
        Assert.Equal(2, (await ToldAsync(site)).Count);
        await browsing.SubmitAsync(Links.EditMeasure(1), Form, new() { ["Input.Status"] = "Deferred", ["Input.StatusReason"] = "Kein Geld." });
        Assert.Equal(4, (await ToldAsync(site)).Count);
        // Whoever has to do with an idea that is taken up later is told then, and the others not again.
        var late = await given.PersonAsync();
        var third = await given.IdeaAsync(late, title: "Ladepunkte am Stadion");
        await browsing.SubmitAsync(Links.EditMeasure(1), Form, new() { ["Input.Ideas"] = $"{one} {two} {third}" });
        Assert.Equal(5, (await ToldAsync(site)).Count);
        Assert.Contains((await ToldAsync(site)), told => told.Person == late.Person && told.Kind == NotificationKind.MeasureDeferred);
        await browsing.SubmitAsync(Links.EditMeasure(1), Form, new() { ["Input.Unit"] = "Amt 81" });
        Assert.Equal(5, (await ToldAsync(site)).Count);
        var inbox = await (await Browsing.AsAsync(site, author)).GetAsync(Links.Inbox);
        Assert.Contains("ist zurückgestellt: „Zehn Ladepunkte“", inbox.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(inbox.QuerySelector("a[href='/massnahmen/1']"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_scheduled_measure_appears_by_itself_and_tells_people_then(string database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 1, 10, 9, 0, 0, TimeSpan.Zero));
        await using var site = await TestSite.StartAsync(database, services: services => services.AddSingleton<TimeProvider>(clock));
        var (given, field) = (new Given(site), await FieldAsync(site));
        var (author, moderator) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        var idea = await given.IdeaAsync(author);
        var browsing = await Browsing.AsAsync(site, moderator);
        await browsing.SubmitAsync(Links.NewMeasure, Form, Filled(field, new() { ["Input.Ideas"] = $"{idea}", ["Input.Status"] = "Begun", ["Input.Publish.Step"] = "Schedule", ["Input.Publish.At"] = "2027-01-12T10:00" }));
        Assert.Equal(302, (int)browsing.Last.StatusCode);
        await site.UseAsync<PublishDue>(due => due.ExecuteAsync(default));
        Assert.Empty(await ToldAsync(site));
        clock.SetUtcNow(new DateTimeOffset(2027, 1, 12, 9, 0, 1, TimeSpan.Zero));
        await site.UseAsync<PublishDue>(due => due.ExecuteAsync(default));
        await site.UseAsync<PublishDue>(due => due.ExecuteAsync(default));
        Assert.Equal(author.Person, Assert.Single(await ToldAsync(site)).Person);
        var visitor = Browsing.Visitor(site);
        await visitor.GetAsync("/massnahmen/1/zehn-ladepunkte");
        Assert.Equal(200, (int)visitor.Last.StatusCode);
    }

    [Fact]
    public async Task Every_mistake_is_named_at_its_field_and_nothing_typed_is_lost()
    {
        await using var site = await TestSite.StartAsync();
        var field = await FieldAsync(site);
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        var page = await browsing.SubmitAsync(Links.NewMeasure, Form, Filled(field, new()
        {
            ["Input.Title"] = "", ["Input.Progress"] = "101", ["Input.Status"] = "Stopped", ["Input.Milestones[1].Title"] = "Ohne Termin", ["Input.Milestones[2].DoneOn"] = "2099-01-01", ["Input.Ideas"] = "siebzehn", ["Input.Publish.Step"] = "Schedule",
        }));
        Assert.Equal(400, (int)browsing.Last.StatusCode);
        var links = page.QuerySelectorAll(".error-list a").Select(link => link.GetAttribute("href")!).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(
            ["#Input_Ideas", "#Input_Milestones_1__DueOn", "#Input_Milestones_2__DoneOn", "#Input_Milestones_2__DueOn", "#Input_Milestones_2__Title", "#Input_Progress", "#Input_Publish_At", "#Input_StatusReason", "#Input_Title"], links);
        Assert.All(links, link => Assert.NotNull(page.QuerySelector(link)));
        Assert.Equal("Ohne Termin", page.QuerySelector("#Input_Milestones_1__Title")!.GetAttribute("value"));
        Assert.Equal(0, await site.WithDbAsync(db => db.Measures.CountAsync()));
    }

    [Fact]
    public async Task Numbers_of_nobody_and_of_what_is_not_public_are_refused_and_what_they_stand_for_is_shown()
    {
        await using var site = await TestSite.StartAsync();
        var (given, field) = (new Given(site), await FieldAsync(site));
        var (idea, hidden) = (await given.IdeaAsync(title: "Ladepunkte am Markt"), await given.IdeaAsync(title: "Verborgen"));
        await site.WithDbAsync(async db =>
        {
            Assert.Null((await db.Ideas.SingleAsync(one => one.Number == hidden)).Hide("Beleidigung.", A.Moment));
            return await db.SaveChangesAsync();
        });
        var browsing = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        foreach (var number in new[] { 999, hidden })
        {
            var page = await browsing.SubmitAsync(Links.NewMeasure, Form, Filled(field, new() { ["Input.Ideas"] = $"{idea}, {number}" }));
            Assert.Equal(400, (int)browsing.Last.StatusCode);
            Assert.NotNull(page.QuerySelector(".error-list a[href='#Input_Ideas']"));
            Assert.Contains("Ladepunkte am Markt", page.QuerySelector("[data-resolved='ideas']")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Verborgen", page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_measure_shows_what_was_resolved_on_its_papers_and_a_paper_the_measures_that_rest_on_it(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (given, field) = (new Given(site), await FieldAsync(site));
        var (moderator, council, draft) = (await given.PersonAsync(Role.Moderator), await GivenCouncil.InAsync(site), await GivenCouncil.InAsync(site, publication: Publication.Draft));
        var (browsing, visitor) = (await Browsing.AsAsync(site, moderator), Browsing.Visitor(site));
        var refused = await browsing.SubmitAsync(Links.NewMeasure, Form, Filled(field, new() { ["Input.Papers"] = $"{council.Paper.Number}, {draft.Paper.Number}" }));
        Assert.Equal(400, (int)browsing.Last.StatusCode);
        Assert.NotNull(refused.QuerySelector(".error-list a[href='#Input_Papers']"));
        Assert.Equal($"{council.Paper.Number}: {council.Paper.Name}", Assert.Single(refused.QuerySelectorAll("[data-resolved='papers'] li")).TextContent);

        await browsing.SubmitAsync(Links.NewMeasure, Form, Filled(field, new() { ["Input.Papers"] = $"{council.Paper.Number}" }));
        var paper = Links.Paper(council.Paper.Number, council.Paper.Name);
        Assert.Null((await visitor.GetAsync(paper)).QuerySelector("[data-measures]"));
        await browsing.SubmitAsync(Links.EditMeasure(1), Form, new() { ["Input.Progress"] = "40", ["Input.Status"] = "Begun", ["Input.Publish.Step"] = "Publish" });
        Assert.Matches("Zehn Ladepunkte.*begonnen.*40", Assert.Single((await visitor.GetAsync(paper)).QuerySelectorAll("[data-measures] li")).TextContent.ReplaceLineEndings(" "));
        var measure = "/massnahmen/1/zehn-ladepunkte";
        var before = await visitor.GetAsync(measure);
        Assert.Equal(paper, Assert.Single(before.QuerySelectorAll("[data-papers] li a")).GetAttribute("href"));
        Assert.Empty(before.QuerySelectorAll("[data-resolution]"));

        Assert.True((await council.ResolveAsync(moderator)).Done);
        var resolved = Assert.Single((await visitor.GetAsync(measure)).QuerySelectorAll("[data-resolution]"));
        Assert.Equal([council.Body.Name, "angenommen"], resolved.Children.Take(2).Select(part => part.TextContent));
        Assert.Equal(Links.AgendaItem(council.Meeting.Number, council.Item), resolved.QuerySelector("a")!.GetAttribute("href"));

        // What is taken out of view is linked still, and shown no more on either side.
        await site.WithDbAsync(db => db.Papers.Where(one => one.Id == council.Paper.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Publication.WithdrawnAt, A.Moment)));
        await browsing.SubmitAsync(Links.EditMeasure(1), Form, new() { ["Input.Progress"] = "50" });
        Assert.Equal(302, (int)browsing.Last.StatusCode);
        Assert.Null((await visitor.GetAsync(measure)).QuerySelector("[data-papers]"));
        Assert.Single(await site.WithDbAsync(db => db.MeasurePapers.ToListAsync()));
        await browsing.SubmitAsync(Links.EditMeasure(1), Form, new() { ["Input.Papers"] = "" });
        Assert.Contains($"Verknüpfte Vorlagen: vorher {council.Paper.Number}, jetzt", (await visitor.GetAsync(measure)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_slower_of_two_moderators_sees_what_differs_and_can_save_on(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (given, field) = (new Given(site), await FieldAsync(site));
        var (fast, slow) = (await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator, "Schnelle Hand")), await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator)));
        await fast.SubmitAsync(Links.NewMeasure, Form, Filled(field, new() { ["Input.Publish.Step"] = "Publish" }));
        var seen = await slow.GetAsync(Links.EditMeasure(1));
        await fast.SubmitAsync(Links.EditMeasure(1), Form, new() { ["Input.Title"] = "Zwölf Ladepunkte" });
        var fields = Browsing.Fields((IHtmlFormElement)seen.QuerySelector(Form)!);
        fields["Input.Title"] = "Elf Ladepunkte";
        var page = await slow.PostAsync(Links.EditMeasure(1), fields);
        Assert.Equal(409, (int)slow.Last.StatusCode);
        Assert.Equal("Elf Ladepunkte", page.QuerySelector("#Input_Title")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("#fehler"));
        Assert.Contains("Schnelle Hand", page.QuerySelector("#inzwischen")!.ParentElement!.TextContent, StringComparison.Ordinal);
        fields["Input.Version"] = page.QuerySelector("input[name='Input.Version']")!.GetAttribute("value")!;
        await slow.PostAsync(Links.EditMeasure(1), fields);
        Assert.Equal("Elf Ladepunkte", await site.WithDbAsync(db => db.Measures.Select(measure => measure.Title).SingleAsync()));
    }

    [Fact]
    public async Task What_was_typed_is_kept_and_back_when_the_form_is_opened_again_and_the_preview_saves_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var field = await FieldAsync(site);
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        await browsing.SubmitAsync(Links.NewMeasure, Form, Filled(field), "[data-keep-now]");
        var page = await browsing.GetAsync(Links.NewMeasure);
        Assert.Equal("Zehn Ladepunkte", page.QuerySelector("#Input_Title")!.GetAttribute("value"));
        Assert.Equal("2030-04-30", page.QuerySelector("#Input_Milestones_0__DueOn")!.GetAttribute("value"));
        page = await browsing.SubmitAsync(Links.NewMeasure, Form, new() { ["Input.Description"] = "Wo sie <script>alert(1)</script> **fehlen**." }, "button[formaction*='Preview']");
        Assert.Equal("fehlen", page.QuerySelector("#vorschau strong")!.TextContent);
        Assert.Null(page.QuerySelector("#vorschau script"));
        Assert.Equal(0, await site.WithDbAsync(db => db.Measures.CountAsync()));
    }

    private static async Task<List<(PersonId Person, NotificationKind Kind)>> ToldAsync(TestSite site) => [.. (await site.WithDbAsync(db => db.Notifications
        .Where(entry => entry.Kind == NotificationKind.MeasureBegun || entry.Kind == NotificationKind.MeasureDeferred || entry.Kind == NotificationKind.MeasureImplemented || entry.Kind == NotificationKind.MeasureStopped)
        .OrderBy(entry => entry.PersonId).Select(entry => new { entry.PersonId, entry.Kind }).ToListAsync())).Select(entry => (entry.PersonId, entry.Kind))];

    private static Task<Guid> FieldAsync(TestSite site) => site.WithDbAsync(async db =>
    {
        var paper = A.Strategy();
        db.Strategies.Add(paper);
        await db.SaveChangesAsync();
        return paper.Fields[0].Id.Value;
    });

    private static Dictionary<string, string> Filled(Guid field, Dictionary<string, string>? other = null)
    {
        var fields = new Dictionary<string, string>
        {
            ["Input.Title"] = "Zehn Ladepunkte", ["Input.Field"] = $"{field}", ["Input.Description"] = "Wo sie fehlen.", ["Input.Milestones[0].Title"] = "Erste fünf", ["Input.Milestones[0].DueOn"] = "2030-04-30",
        };
        foreach (var (name, value) in other ?? []) fields[name] = value;
        return fields;
    }
}

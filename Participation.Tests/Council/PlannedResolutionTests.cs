using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Editing;
using Participation.Domain.Ideas;
using Participation.Domain.Notifications;
using Participation.Tests.Accounts.Organisations;
using Participation.Tests.Support;
using Participation.Web.Council.Desk;
using Participation.Web.Editing;
using Participation.Web.Shared;

namespace Participation.Tests.Council;

/// <summary>A resolution that appears by itself: seen by the team alone until then, with everything that comes along when it does.</summary>
public sealed class PlannedResolutionTests
{
    private const string Far = "2099-03-01T10:00";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task It_is_the_teams_until_its_time_and_then_answers_and_tells_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (author, moderator, council, idea) = await GivenAsync(site);
        var (browsing, visitor) = (await Browsing.AsAsync(site, moderator), Browsing.Visitor(site));
        await PlanAsync(site, browsing, council);
        Assert.Equal(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        Assert.Contains("Erscheint von selbst: 1. März 2099", (await browsing.FollowAsync()).QuerySelector("#geplant")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        var form = Browsing.Fields((IHtmlFormElement)(await browsing.GetAsync(Links.EditResolution(council.Item))).QuerySelector("#beschluss")!);
        Assert.Equal(("Zehn Bänke werden gebaut.", "Im Frühjahr wird gebaut.", Far), (form["Input.Text"], form["Input.Answer"], form["Input.At"][..Far.Length]));
        Assert.NotNull((await browsing.GetAsync(Links.ManageCouncil)).QuerySelector($"#geplant ~ .queue a[href='{Links.EditResolution(council.Item)}']"));
        var pages = new[] { Links.Paper(council.Paper.Number, council.Paper.Name), Links.Meeting(council.Meeting.Number, council.Meeting.Name), Links.Idea(idea), $"{Links.OparlRoot}/agendaitem/{council.Item}" };
        foreach (var page in pages) Assert.DoesNotContain("Zehn Bänke werden gebaut", (await visitor.GetAsync(page)).Source.Text, StringComparison.Ordinal);

        await DueAsync(site);
        Assert.Equal(0, await site.WithDbAsync(db => db.Resolutions.CountAsync()));
        await TimePassesAsync(site);
        await Task.WhenAll(DueAsync(site), DueAsync(site));
        await DueAsync(site);

        Assert.Contains("Zehn Bänke werden gebaut", (await visitor.GetAsync(pages[0])).Source.Text, StringComparison.Ordinal);
        Assert.Equal((1, 0, IdeaStatus.Accepted, 1), await site.WithDbAsync(async db => (
            await db.Resolutions.CountAsync(), await db.PlannedResolutions.CountAsync(), await db.Ideas.Select(one => one.Status).SingleAsync(), await db.Notifications.CountAsync(entry => entry.Kind == NotificationKind.ResolutionPublished))));
        Assert.Equal(author.Person, await site.WithDbAsync(db => db.Notifications.Where(entry => entry.Kind == NotificationKind.ResolutionPublished).Select(entry => entry.PersonId).SingleAsync()));
        Assert.EndsWith("Im Frühjahr wird gebaut.", await site.WithDbAsync(db => db.Set<OfficialAnswer>().Select(answer => answer.Text.Markdown).SingleAsync()), StringComparison.Ordinal);
        Assert.Equal(["resolution.plan", "resolution.publish"], await site.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Action.StartsWith("resolution.")).OrderBy(entry => entry.Position).Select(entry => entry.Action).ToListAsync()));
        Assert.Null((await browsing.GetAsync(Links.ManageCouncil)).QuerySelector("#geplant"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_cannot_appear_stands_among_the_planned_ones_until_somebody_decides_anew(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (_, moderator, council, idea) = await GivenAsync(site);
        var (browsing, address) = (await Browsing.AsAsync(site, moderator), Links.EditResolution(council.Item));
        await PlanAsync(site, browsing, council);
        await site.WithDbAsync(db => db.Meetings.ExecuteUpdateAsync(set => set.SetProperty(meeting => meeting.Cancelled, true)));
        await TimePassesAsync(site);
        await DueAsync(site);
        await DueAsync(site);
        Assert.Equal((0, 1, IdeaStatus.Published), await site.WithDbAsync(async db => (await db.Resolutions.CountAsync(), await db.PlannedResolutions.CountAsync(plan => plan.FailedAt != null), await db.Ideas.Select(one => one.Status).SingleAsync())));
        Assert.Equal(moderator.Person, await site.WithDbAsync(db => db.Notifications.Where(entry => entry.Kind == NotificationKind.PlannedResolutionFailed).Select(entry => entry.PersonId).SingleAsync()));
        Assert.NotNull((await browsing.GetAsync(Links.Inbox)).QuerySelector($"main a[href='{address}']"));
        Assert.Contains("Konnte nicht erscheinen", (await browsing.GetAsync(Links.ManageCouncil)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("konnte es nicht", (await browsing.GetAsync(address)).QuerySelector("#geplant")!.TextContent, StringComparison.Ordinal);
        var shown = await browsing.SubmitAsync(address, "#beschluss", [], "button[formaction*=Preview]");
        Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
        Assert.NotNull(shown.QuerySelector("#fehler"));

        await site.WithDbAsync(db => db.Meetings.ExecuteUpdateAsync(set => set.SetProperty(meeting => meeting.Cancelled, false)));
        await PlanAsync(site, browsing, council);
        await TimePassesAsync(site);
        await DueAsync(site);
        Assert.Equal((1, 0, IdeaStatus.Accepted), await site.WithDbAsync(async db => (await db.Resolutions.CountAsync(), await db.PlannedResolutions.CountAsync(), await db.Ideas.Where(one => one.Number == idea).Select(one => one.Status).SingleAsync())));
    }

    /// <summary>Nothing appears in the name of somebody who may not publish any more; the others are told.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_planner_who_is_no_moderator_any_more_publishes_nothing(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (_, moderator, council, _) = await GivenAsync(site);
        var colleagues = new[] { await new Given(site).PersonAsync(Role.Moderator), await new Given(site).PersonAsync(Role.Administrator) };
        await PlanAsync(site, await Browsing.AsAsync(site, moderator), council);
        await site.WithDbAsync(db => db.People.Where(person => person.Id == moderator.Person).ExecuteUpdateAsync(set => set.SetProperty(person => person.Role, Role.Citizen)));
        await TimePassesAsync(site);
        await DueAsync(site);
        Assert.Equal((0, 1), await site.WithDbAsync(async db => (await db.Resolutions.CountAsync(), await db.PlannedResolutions.CountAsync(plan => plan.FailedAt != null))));
        var told = await site.WithDbAsync(db => db.Notifications.Where(entry => entry.Kind == NotificationKind.PlannedResolutionFailed).Select(entry => entry.PersonId).ToListAsync());
        Assert.Superset(colleagues.Select(colleague => colleague.Person).ToHashSet(), told.ToHashSet());
        Assert.DoesNotContain(moderator.Person, told);
        Assert.Equal(told.Count, told.Distinct().Count());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task It_is_called_off_and_goes_when_it_is_published_by_hand(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (_, moderator, council, _) = await GivenAsync(site);
        var (browsing, address) = (await Browsing.AsAsync(site, moderator), Links.EditResolution(council.Item));
        await PlanAsync(site, browsing, council);
        await browsing.SubmitAsync(address, "#geplant", []);
        Assert.Equal(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        Assert.Null((await browsing.GetAsync(address)).QuerySelector("#geplant"));
        Assert.Null(await site.UseAsync<PlanResolution, Refusal?>(plan => plan.CancelAsync(council.Item, 0, moderator, default)));

        await PlanAsync(site, browsing, council);
        Assert.True((await council.ResolveAsync(moderator)).Done);
        await TimePassesAsync(site);
        await DueAsync(site);
        Assert.Equal((1, 0), await site.WithDbAsync(async db => (await db.Resolutions.CountAsync(), await db.PlannedResolutions.CountAsync())));
    }

    /// <summary>Two moderators have the form open: whoever is slower reads what the other one planned, and neither writes over it, publishes past it nor calls it off unseen.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_plan_is_not_replaced_by_somebody_who_did_not_see_it(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (_, moderator, council, _) = await GivenAsync(site);
        var (fast, slow, address) = (await Browsing.AsAsync(site, moderator), await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator)), Links.EditResolution(council.Item));
        var mine = Fields(await slow.GetAsync(address));
        (mine["Input.Text"], mine["Input.At"]) = ("Zwölf Bänke.", "2099-04-01T10:00");
        mine.Remove("Input.AnswersIdeas");
        await PlanAsync(site, fast, council);
        foreach (var handler in new[] { "?handler=Plan", "" })
        {
            var page = await slow.PostAsync(address + handler, mine);
            Assert.Equal(HttpStatusCode.Conflict, slow.Last.StatusCode);
            var box = page.QuerySelector("[aria-labelledby=inzwischen]")!;
            Assert.Equal(
                [CouncilDeskTexts.FieldText, CouncilDeskTexts.FieldYes, CouncilDeskTexts.FieldNo, CouncilDeskTexts.FieldAbstentions, CouncilDeskTexts.FieldAnswers, CouncilDeskTexts.FieldAnswer, CouncilDeskTexts.FieldOrganisation, EditingTexts.PublishAt],
                [.. box.QuerySelectorAll("h3").Select(label => label.TextContent)]);
            Assert.Equal("Zwölf Bänke.", Fields(page)["Input.Text"]);
        }

        Assert.Equal((0, 1), await site.WithDbAsync(async db => (await db.Resolutions.CountAsync(), await db.PlannedResolutions.CountAsync(plan => plan.PlannedBy == moderator.Person))));

        // Read, and planned over it; the same sent twice is one plan. Whoever had the former one on the screen does not call this one off.
        var seen = await fast.GetAsync(address);
        var second = Fields(await slow.PostAsync(address + "?handler=Plan", mine));
        for (var i = 0; i < 2; i++)
        {
            await slow.PostAsync(address + "?handler=Plan", second);
            Assert.Equal(HttpStatusCode.Redirect, slow.Last.StatusCode);
        }

        Assert.Equal(2, await site.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "resolution.plan")));
        var refused = await fast.PostAsync(address + "?handler=Unplan", Browsing.Fields((IHtmlFormElement)seen.QuerySelector("#geplant")!));
        Assert.Equal(HttpStatusCode.Conflict, fast.Last.StatusCode);
        Assert.Contains(CouncilDeskTexts.PlannedChanged, refused.QuerySelector("#fehler")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Zwölf Bänke.", Fields(refused)["Input.Text"]);
        for (var i = 0; i < 2; i++)
        {
            await fast.PostAsync(address + "?handler=Unplan", Browsing.Fields((IHtmlFormElement)refused.QuerySelector("#geplant")!));
            Assert.Equal(HttpStatusCode.Redirect, fast.Last.StatusCode);
        }

        Assert.Equal(0, await site.WithDbAsync(db => db.PlannedResolutions.CountAsync()));

        // Nothing is planned any more: whoever still reads a plan learns of it, too.
        await slow.PostAsync(address, second);
        Assert.Equal(HttpStatusCode.Conflict, slow.Last.StatusCode);

        // It appeared while somebody was about to call it off; called off twice is called off.
        await PlanAsync(site, fast, council);
        var last = Browsing.Fields((IHtmlFormElement)(await fast.GetAsync(address)).QuerySelector("#geplant")!);
        await TimePassesAsync(site);
        await DueAsync(site);
        await fast.PostAsync(address + "?handler=Unplan", last);
        Assert.Equal((HttpStatusCode.Conflict, 1), (fast.Last.StatusCode, await site.WithDbAsync(db => db.Resolutions.CountAsync())));
    }

    /// <summary>The form was sent, changed by going back and sent again: another result is nothing that was sent before.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_result_that_was_changed_by_going_back_is_not_taken_for_the_first_one(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (_, moderator, council, _) = await GivenAsync(site);
        var (browsing, address) = (await Browsing.AsAsync(site, moderator), Links.EditResolution(council.Item));
        var form = Fields(await browsing.GetAsync(address));
        (form["Input.Result"], form["Input.Text"]) = ("Adopted", "Zehn Bänke.");
        form.Remove("Input.AnswersIdeas");
        for (var i = 0; i < 2; i++)
        {
            await browsing.PostAsync(address, form);
            Assert.Equal(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        }

        form["Input.Result"] = "Rejected";
        await browsing.PostAsync(address, form);
        Assert.Equal(HttpStatusCode.Conflict, browsing.Last.StatusCode);
        Assert.Equal([(ResolutionResult.Adopted, 0)], (await site.WithDbAsync(db => db.Resolutions.Select(one => new { one.Result, one.Version }).ToListAsync())).Select(one => (one.Result, one.Version)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_longest_resolution_can_be_planned_and_what_has_no_part_in_it_is_not_kept(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (_, moderator, council, _) = await GivenAsync(site);
        var browsing = await Browsing.AsAsync(site, moderator);
        await PlanAsync(site, browsing, council, new() { ["Input.Text"] = new string('ü', Resolution.TextMaxLength), ["Input.Answer"] = new string('ß', OfficialAnswer.TextMaxLength - 500) });
        Assert.Equal(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        await PlanAsync(site, browsing, council, new() { ["Input.Result"] = "Postponed", ["Input.Answer"] = new string('x', 200_000), ["Input.Reason"] = new string('y', 200_000) });
        Assert.Equal(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        Assert.DoesNotContain("xx", await site.WithDbAsync(db => db.PlannedResolutions.Select(plan => plan.Form).SingleAsync()), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task It_goes_with_its_item(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (_, moderator, council, _) = await GivenAsync(site);
        var browsing = await Browsing.AsAsync(site, moderator);
        await PlanAsync(site, browsing, council);
        await site.WithDbAsync(db => db.AgendaItems.Where(item => item.Number == council.Item).ExecuteUpdateAsync(set => set.SetProperty(item => item.DeletedAt, A.Moment)));
        Assert.Null((await browsing.GetAsync(Links.ManageCouncil)).QuerySelector("#geplant"));
        await TimePassesAsync(site);
        await DueAsync(site);
        Assert.Equal((0, 0), await site.WithDbAsync(async db => (await db.Resolutions.CountAsync(), await db.PlannedResolutions.CountAsync())));
        Assert.NotNull((await browsing.GetAsync(Links.Inbox)).QuerySelector($"main li a[href='{Links.ManageCouncil}']"));
    }

    [Fact]
    public async Task What_would_be_refused_now_is_not_planned()
    {
        await using var site = await TestSite.StartAsync();
        var (author, moderator, council, _) = await GivenAsync(site);
        var (browsing, address) = (await Browsing.AsAsync(site, moderator), Links.EditResolution(council.Item));
        foreach (var (field, values) in new (string, Dictionary<string, string>)[]
        {
            ("Input_At", new() { ["Input.At"] = "" }), ("Input_At", new() { ["Input.At"] = "2020-01-01T10:00" }), ("Input_NextDate", new() { ["Input.NextDate"] = "2099-02-28" }),
            ("Input_Yes", new() { ["Input.Yes"] = "1", ["Input.No"] = "5" }), ("Input_Text", new() { ["Input.Text"] = " " }),
        })
        {
            var page = await PlanAsync(site, browsing, council, values);
            Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
            Assert.NotNull(page.QuerySelector($"#fehler a[href='#{field}']"));
            Assert.Equal("Im Frühjahr wird gebaut.", ((IHtmlTextAreaElement)page.QuerySelector("#Input_Answer")!).Value);
        }

        Assert.IsType<NotAllowed>(await site.UseAsync<PlanResolution, Refusal?>(plan => plan.CancelAsync(council.Item, 0, author, default)));
        var item = await site.UseAsync<ResolutionForm, ResolutionItem?>(form => form.FindAsync(council.Item, default));
        Assert.IsType<NotAllowed>(await site.UseAsync<PlanResolution, Refusal?>(plan => plan.ExecuteAsync(item!, new ResolutionInput { Text = "Ja." }, null, TimeProvider.System.GetUtcNow().AddDays(1), author, default)));
        Assert.IsType<PublicationMustLieAhead>(await site.UseAsync<PlanResolution, Refusal?>(plan => plan.ExecuteAsync(item!, new ResolutionInput { Text = "Ja." }, null, A.Moment, moderator, default)));
        Assert.Equal(0, await site.WithDbAsync(db => db.PlannedResolutions.CountAsync()));
    }

    private static async Task<(Actor Author, Actor Moderator, GivenCouncil Council, int Idea)> GivenAsync(TestSite site)
    {
        var given = new Given(site);
        var (author, moderator, council) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await GivenCouncil.InAsync(site));
        var idea = await given.IdeaAsync(author);
        await council.ComesFromAsync(idea);
        await council.BeginAsync();
        await site.OrganisationAsync();
        return (author, moderator, council, idea);
    }

    private static async Task<IHtmlDocument> PlanAsync(TestSite site, Browsing browsing, GivenCouncil council, Dictionary<string, string>? other = null)
    {
        Dictionary<string, string> values = new()
        {
            ["Input.Result"] = "Adopted", ["Input.Text"] = "Zehn Bänke werden gebaut.", ["Input.Yes"] = "11", ["Input.No"] = "1", ["Input.Abstentions"] = "0", ["Input.Answer"] = "Im Frühjahr wird gebaut.",
            ["Input.Organisation"] = (await site.WithDbAsync(db => db.Organisations.Select(organisation => organisation.Id).FirstAsync())).Value.ToString(), ["Input.At"] = Far,
        };
        foreach (var (name, value) in other ?? []) values[name] = value;
        return await browsing.SubmitAsync(Links.EditResolution(council.Item), "#beschluss", values, "button[formaction*=Plan]");
    }

    private static Dictionary<string, string> Fields(IHtmlDocument page) => new(Browsing.Fields((IHtmlFormElement)page.QuerySelector("#beschluss")!));

    private static Task<int> TimePassesAsync(TestSite site) => site.WithDbAsync(db => db.PlannedResolutions.ExecuteUpdateAsync(set => set.SetProperty(plan => plan.From, TimeProvider.System.GetUtcNow().AddMinutes(-1))));

    private static Task DueAsync(TestSite site) => site.UseAsync<PublishDue>(due => due.ExecuteAsync(default));
}

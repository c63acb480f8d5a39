using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council.Live;
using Participation.Domain.Editing;
using Participation.Tests.Support;
using Participation.Web.Council.Live;
using Participation.Web.Shared;

namespace Participation.Tests.Council.Live;

/// <summary>The pages of a meeting without script, through HTTP.</summary>
public sealed class LivePageTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Everybody_reads_where_the_meeting_is_and_nothing_of_a_non_public_part(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var meeting = await GivenMeeting.InAsync(site);
        var visitor = Browsing.Visitor(site);
        var page = await visitor.GetAsync(Links.LiveMeeting(meeting.Number));
        Assert.Contains("Hat noch nicht begonnen", page.QuerySelector("[data-floor-now]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Zuerst: Ö 1 Eröffnung", page.QuerySelector(".floor__next")!.TextContent.Trim());

        await meeting.CallAsync(1);
        await meeting.CallAsync(2);
        page = await visitor.GetAsync(Links.LiveMeeting(meeting.Number));
        Assert.Equal("Ö 2 Sensornetz", page.QuerySelector(".floor__now")!.TextContent.Trim());
        // Beside „läuft“ no other state stands on the page of the meeting.
        Assert.Equal("Die Sitzung läuft", (await visitor.GetAsync(Links.Meeting(meeting.Number, "Ausschuss, Sitzung heute"))).QuerySelectorAll("dl.facts dd")[^1].TextContent);
        Assert.Equal(["done", "now", "ahead", "ahead"], page.QuerySelectorAll(".course__item").Select(item => item.ClassList.Single(name => name.StartsWith("course__item--", StringComparison.Ordinal))["course__item--".Length..]));
        Assert.Equal(Links.LiveMeeting(meeting.Number), (await visitor.GetAsync("/")).QuerySelector("#sitzung-live a")!.GetAttribute("href"));

        await meeting.CallAsync(4);
        foreach (var address in new[] { Links.LiveMeeting(meeting.Number), Links.Projector(meeting.Number), "/", Links.Meeting(meeting.Number, "Ausschuss, Sitzung heute") })
            Assert.DoesNotContain(GivenMeeting.Secret, (await visitor.GetAsync(address)).Source.Text, StringComparison.Ordinal);
        Assert.Contains("Nichtöffentlicher Teil", (await visitor.GetAsync(Links.Projector(meeting.Number))).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await meeting.StepAsync(FloorStep.Close));
        Assert.Null((await visitor.GetAsync("/")).QuerySelector("#sitzung-live"));
    }

    [Fact]
    public async Task A_meeting_that_is_late_says_when_it_should_have_begun_and_the_wall_says_what_it_counts()
    {
        await using var site = await TestSite.StartAsync();
        var meeting = await GivenMeeting.InAsync(site, ahead: TimeSpan.FromMinutes(-1));
        var (visitor, moderator, people) = (Browsing.Visitor(site), await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator)), new Given(site));
        Assert.Matches("^Sollte um [0-9]{1,2}:[0-9]{2} Uhr beginnen[.]$", (await visitor.GetAsync(Links.LiveMeeting(meeting.Number))).QuerySelector(".floor__now")!.TextContent);
        Assert.Matches("^Sollte um [0-9]{1,2}:[0-9]{2} Uhr beginnen[.]$", (await visitor.GetAsync(Links.Projector(meeting.Number))).QuerySelector("h1")!.TextContent);
        var ahead = await GivenMeeting.InAsync(site, "Ausschuss, Sitzung später");
        Assert.Matches("^Die Sitzung beginnt um [0-9]{1,2}:[0-9]{2} Uhr[.]$", (await visitor.GetAsync(Links.Projector(ahead.Number))).QuerySelector("h1")!.TextContent);
        Assert.Empty((await moderator.GetAsync(Links.MeetingDesk(meeting.Number))).QuerySelectorAll("#schritte .status--done, #schritte .status--yes"));

        await meeting.OpenAsync();
        Assert.Contains("Noch hat niemand gefragt", (await visitor.GetAsync(Links.LiveMeeting(meeting.Number))).QuerySelector("[data-empty]")!.TextContent, StringComparison.Ordinal);
        Assert.True((await meeting.AskAsync(await people.PersonAsync())).Done);
        Assert.True((await meeting.LikeAsync(await people.PersonAsync(), 1)).Done);
        Assert.Equal("1 Person fragt das auch", (await visitor.GetAsync(Links.Projector(meeting.Number))).QuerySelector(".wall__likes")!.TextContent);
        Assert.Null(await meeting.SettleAsync(1, GivenMeeting.Answered()));
        Assert.Equal("Zurzeit ist keine Frage offen.", (await visitor.GetAsync(Links.LiveMeeting(meeting.Number))).QuerySelector("[data-empty]")!.TextContent);
    }

    /// <summary>When an item was called is part of what programs read of it; they must not wait until the cached answer is old.</summary>
    [Fact]
    public async Task An_item_that_is_called_says_so_to_programs_at_once()
    {
        await using var site = await TestSite.StartAsync();
        var meeting = await GivenMeeting.InAsync(site);
        var (client, address) = (Browsing.Visitor(site).Client, Links.OparlRoot + $"/agendaitem/{await meeting.ItemAsync(1)}");
        Assert.DoesNotContain("\"start\"", await client.GetStringAsync(address), StringComparison.Ordinal);
        await meeting.CallAsync(1);
        Assert.Contains("\"start\"", await client.GetStringAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_of_long_ago_is_over_though_nobody_closed_it()
    {
        await using var site = await TestSite.StartAsync();
        var meeting = await GivenMeeting.InAsync(site);
        await meeting.OpenAsync();
        await meeting.CallAsync(1);
        await site.WithDbAsync(db => db.Meetings.ExecuteUpdateAsync(set => set.SetProperty(one => one.Start, TimeProvider.System.GetUtcNow().AddHours(-25))));
        var visitor = Browsing.Visitor(site);
        var live = await visitor.GetAsync(Links.LiveMeeting(meeting.Number) + "?reihenfolge=neu");
        Assert.Contains("beendet", live.QuerySelector("[data-floor-now]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Sitzung läuft", (await visitor.GetAsync(Links.Meeting(meeting.Number, "Ausschuss, Sitzung heute"))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_citizen_asks_likes_and_takes_back_with_plain_forms(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (meeting, given) = (await GivenMeeting.InAsync(site), new Given(site));
        await meeting.OpenAsync();
        var (asks, likes) = (await Browsing.AsAsync(site, await given.PersonAsync(name: "Anna")), await Browsing.AsAsync(site, await given.PersonAsync()));
        await asks.SubmitAsync(Links.LiveMeeting(meeting.Number), "#fragen", new() { ["Input.Text"] = "Wie viele\nSensoren?", ["Input.Item"] = (await meeting.ItemAsync(2)).ToString(System.Globalization.CultureInfo.InvariantCulture) });
        Assert.Equal(HttpStatusCode.Redirect, asks.Last.StatusCode);
        var page = await asks.FollowAsync();
        Assert.Equal("Wie viele\nSensoren?", page.QuerySelector("#frage-1 .question__text")!.TextContent);
        Assert.Contains("zu Ö\u00a02", page.QuerySelector("#frage-1")!.TextContent, StringComparison.Ordinal);
        Assert.True(page.QuerySelector("#frage-1 [data-like]")!.HasAttribute("hidden"));

        page = await likes.GetAsync(Links.LiveMeeting(meeting.Number));
        var button = page.QuerySelector("#frage-1 [data-like]")!;
        Assert.Equal(("mag", "1", "moegen", "false"), (button.GetAttribute("name"), button.GetAttribute("value"), button.GetAttribute("form"), button.GetAttribute("aria-pressed")));
        await likes.SubmitAsync(Links.LiveMeeting(meeting.Number), "#moegen", new() { ["mag"] = "1" });
        page = await likes.FollowAsync();
        Assert.Equal(("1", "weg"), (page.QuerySelector("#frage-1 [data-total]")!.TextContent, page.QuerySelector("#frage-1 [data-like]")!.GetAttribute("name")));
        await likes.SubmitAsync(Links.LiveMeeting(meeting.Number), "#moegen", new() { ["weg"] = "1" });
        Assert.Equal("0", (await likes.FollowAsync()).QuerySelector("#frage-1 [data-total]")!.TextContent);

        var fields = Browsing.Fields((AngleSharp.Html.Dom.IHtmlFormElement)(await asks.GetAsync(Links.LiveMeeting(meeting.Number))).QuerySelector("#moegen")!);
        await asks.PostAsync(Links.WithdrawQuestion(meeting.Number, 1), fields);
        Assert.Null((await asks.FollowAsync()).QuerySelector("#frage-1"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_desk_leads_the_meeting_and_tells_who_is_behind(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (meeting, given) = (await GivenMeeting.InAsync(site), new Given(site));
        var (one, two) = (await Browsing.AsAsync(site, meeting.Moderator), await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator)));
        var desk = Links.MeetingDesk(meeting.Number);
        var stale = Browsing.Fields((AngleSharp.Html.Dom.IHtmlFormElement)(await two.GetAsync(desk)).QuerySelector("#schritte")!);
        await one.SubmitAsync(desk, "form:has(#schritt-naechster)", new() { ["schritt"] = "Call" });
        Assert.Equal(HttpStatusCode.Redirect, one.Last.StatusCode);
        Assert.Equal("Ö 1 Eröffnung", (await one.FollowAsync()).QuerySelector(".floor__now")!.TextContent.Trim());

        var page = await two.PostAsync(desk + "?handler=Step", new(stale) { ["schritt"] = "Call", ["punkt"] = (await meeting.ItemAsync(3)).ToString(System.Globalization.CultureInfo.InvariantCulture) });
        Assert.Equal(HttpStatusCode.Conflict, two.Last.StatusCode);
        Assert.NotNull(page.QuerySelector("#fehler"));
        Assert.Equal("Ö 1 Eröffnung", page.QuerySelector(".floor__now")!.TextContent.Trim());

        await meeting.OpenAsync();
        await meeting.AskAsync(await given.PersonAsync(), "Wann?");
        page = await one.SubmitAsync(Links.MeetingDesk(meeting.Number) + "?frage=1", "#antwort form", new() { ["Input.Text"] = "Morgen.", ["Input.State"] = "Answered" });
        Assert.Equal(HttpStatusCode.BadRequest, one.Last.StatusCode);
        Assert.Equal(("Morgen.", "true"), (page.QuerySelector("#Input_Text")!.TextContent.Trim(), page.QuerySelector("#Input_Speaker")!.GetAttribute("aria-invalid")));
        await one.SubmitAsync(Links.MeetingDesk(meeting.Number) + "?frage=1", "#antwort form", new() { ["Input.Text"] = "Morgen.", ["Input.Speaker"] = "Frau Muster", ["Input.State"] = "Answered" });
        Assert.Equal(HttpStatusCode.Redirect, one.Last.StatusCode);
        Assert.Contains("Beantwortet von Frau Muster", (await Browsing.Visitor(site).GetAsync(Links.LiveMeeting(meeting.Number))).QuerySelector("#frage-1")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_half_typed_reply_stays_when_the_meeting_goes_on_until_it_is_sent(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var meeting = await GivenMeeting.InAsync(site);
        await meeting.OpenAsync();
        Assert.True((await meeting.AskAsync(await new Given(site).PersonAsync())).Done);
        Assert.True((await meeting.AskAsync(await new Given(site).PersonAsync())).Done);
        var (desk, other) = (await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator)), await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator)));
        var address = Links.MeetingDeskQuestion(meeting.Number, 1).Split('#')[0];

        async Task SendAsync(string step, string action, string text)
        {
            var form = (AngleSharp.Html.Dom.IHtmlFormElement)(await desk.GetAsync(address)).QuerySelector("#antwort-formular")!;
            await desk.PostAsync(action, new(Browsing.Fields(form)) { ["Input.Text"] = text, ["Input.Speaker"] = "Frau Muster", ["schritt"] = step });
        }

        // The button of a step sends the form of the reply along, by its attributes alone.
        foreach (var step in new[] { "#schritt-naechster", "#schritt-fragen" })
        {
            var button = (await desk.GetAsync(address)).QuerySelector(step)!;
            Assert.Equal("antwort-formular", button.GetAttribute("form"));
            await SendAsync(button.GetAttribute("value")!, button.GetAttribute("formaction")!, "Halb getippt");
            Assert.Equal(HttpStatusCode.Redirect, desk.Last.StatusCode);
            var page = await desk.FollowAsync();
            Assert.Equal(("Halb getippt", "Frau Muster"), (page.QuerySelector("[name='Input.Text']")!.TextContent.Trim(), page.QuerySelector("[name='Input.Speaker']")!.GetAttribute("value")));
            Assert.NotNull(page.QuerySelector("#zwischenstand-verwerfen"));
        }

        Assert.Equal("Ö 1", (await desk.GetAsync(address)).QuerySelector("[aria-current=step] .course__sign")!.TextContent);
        // A step that is refused keeps it too; another question and another moderator see nothing of it.
        await SendAsync("Call", Links.MeetingDeskStep(meeting.Number, 1, 0, await meeting.ItemAsync(2)), "Weiter getippt");
        Assert.Equal(HttpStatusCode.Conflict, desk.Last.StatusCode);
        Assert.Equal("Weiter getippt", (await desk.GetAsync(address)).QuerySelector("[name='Input.Text']")!.TextContent.Trim());
        Assert.Equal("", (await desk.GetAsync(Links.MeetingDeskQuestion(meeting.Number, 2))).QuerySelector("[name='Input.Text']")!.TextContent.Trim());
        Assert.Equal("", (await other.GetAsync(address)).QuerySelector("[name='Input.Text']")!.TextContent.Trim());

        await desk.SubmitAsync(address, "#antwort-formular", new() { ["Input.State"] = "Answered" });
        Assert.Equal(HttpStatusCode.Redirect, desk.Last.StatusCode);
        Assert.Equal("Weiter getippt", (await meeting.QuestionAsync(1)).Reply);
        Assert.Equal(0, await site.WithDbAsync(db => db.KeptForms.CountAsync()));
    }

    [Fact]
    public async Task Text_that_would_come_alive_is_text()
    {
        await using var site = await TestSite.StartAsync();
        var (meeting, given) = (await GivenMeeting.InAsync(site), new Given(site));
        await meeting.OpenAsync();
        foreach (var payload in Payloads.Html) Assert.True((await meeting.AskAsync(await given.PersonAsync(), $"{payload} **fett** [x](javascript:alert(1))", shares: true)).Done);
        Assert.Null(await meeting.SettleAsync(1, new QuestionReply(QuestionState.Answered, Payloads.Html[0], Payloads.Html[1])));
        await meeting.CallAsync(1);
        var (visitor, desk) = (Browsing.Visitor(site), await Browsing.AsAsync(site, meeting.Moderator));
        foreach (var page in new[] { await visitor.GetAsync(Links.LiveMeeting(meeting.Number)), await visitor.GetAsync(Links.MeetingQuestion(meeting.Number, 1)), await desk.GetAsync(Links.MeetingDesk(meeting.Number)) })
        {
            Assert.Null(Harmless.OffenceOfPage(page));
            Assert.Empty(page.QuerySelectorAll(".question__text *, .keep-lines *"));
        }

        Assert.Empty((await visitor.GetAsync(Links.Projector(meeting.Number))).QuerySelectorAll(".wall__text *"));
    }

    [Fact]
    public async Task A_malicious_client_gets_nothing_by_skipping_the_page()
    {
        await using var site = await TestSite.StartAsync();
        var (meeting, given) = (await GivenMeeting.InAsync(site), new Given(site));
        await meeting.OpenAsync();
        await meeting.AskAsync(await given.PersonAsync(), "Wann?");
        var citizen = await Browsing.AsAsync(site, await given.PersonAsync());
        var token = Browsing.Fields((AngleSharp.Html.Dom.IHtmlFormElement)(await citizen.GetAsync(Links.LiveMeeting(meeting.Number))).QuerySelector("#moegen")!);
        await citizen.PostAsync(Links.LikeQuestion(meeting.Number), new() { ["mag"] = "1" });
        Assert.Equal(HttpStatusCode.BadRequest, citizen.Last.StatusCode);
        await citizen.PostAsync(Links.LikeQuestion(meeting.Number), new(token) { ["mag"] = "99" });
        Assert.Equal(HttpStatusCode.NotFound, citizen.Last.StatusCode);
        await citizen.PostAsync(Links.LikeQuestion(meeting.Number), new(token));
        Assert.Equal(HttpStatusCode.BadRequest, citizen.Last.StatusCode);
        await citizen.PostAsync(Links.WithdrawQuestion(meeting.Number, 1), token);
        Assert.Equal(HttpStatusCode.Forbidden, citizen.Last.StatusCode);
        var page = await citizen.SubmitAsync(Links.AskMeeting(meeting.Number), "#fragen", new() { ["Input.Text"] = new string('a', 501) });
        Assert.Equal((HttpStatusCode.BadRequest, new string('a', 501)), (citizen.Last.StatusCode, page.QuerySelector("#Input_Text")!.TextContent.Trim()));
        await citizen.SubmitAsync(Links.AskMeeting(meeting.Number), "#fragen", new() { ["Input.Text"] = "Ohne Zeichen?", ["__RequestVerificationToken"] = "falsch" });
        Assert.Equal(HttpStatusCode.BadRequest, citizen.Last.StatusCode);
        Assert.Equal(1, await site.WithDbAsync(db => db.MeetingQuestions.CountAsync()));
        var moderator = await Browsing.AsAsync(site, meeting.Moderator);
        await moderator.SubmitAsync(Links.MeetingDesk(meeting.Number), "#schritte", new() { ["schritt"] = "Blow" });
        Assert.Equal(HttpStatusCode.BadRequest, moderator.Last.StatusCode);
    }

    [Fact]
    public async Task Drafts_are_the_staffs_alone_and_hidden_questions_say_why()
    {
        await using var site = await TestSite.StartAsync();
        var draft = await GivenMeeting.InAsync(site, publication: Publication.Draft);
        var (visitor, staff) = (Browsing.Visitor(site), await Browsing.AsAsync(site, draft.Moderator));
        foreach (var address in new[] { Links.LiveMeeting(draft.Number), Links.Projector(draft.Number) })
        {
            await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, visitor.Last.StatusCode);
            await staff.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, staff.Last.StatusCode);
        }

        var meeting = await GivenMeeting.InAsync(site);
        await meeting.OpenAsync();
        await meeting.AskAsync(await new Given(site).PersonAsync(), "Sie Lügner?");
        await staff.SubmitAsync(Links.ModerateQuestion(meeting.Number, 1), "#entscheidung", new() { ["Input.Step"] = "Hide", ["Input.Ground"] = "Respect", ["Input.Facts"] = "Die Frage beleidigt." });
        Assert.Equal(HttpStatusCode.Redirect, staff.Last.StatusCode);
        var page = await visitor.GetAsync(Links.MeetingQuestion(meeting.Number, 1));
        Assert.Equal(HttpStatusCode.Gone, visitor.Last.StatusCode);
        Assert.Contains("Die Frage beleidigt.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Lügner", (await visitor.GetAsync(Links.LiveMeeting(meeting.Number))).Body!.TextContent, StringComparison.Ordinal);
    }
}

using Microsoft.Playwright;
using Participation.Domain.Accounts;
using Participation.Tests.Council.Live;
using Participation.Tests.Support;
using Participation.Web.Shared;
using static Microsoft.Playwright.Assertions;

namespace Participation.Tests.Journeys;

/// <summary>A meeting in three real browsers: a moderator leads it, a citizen follows and asks on a phone, the wall of the room shows it.</summary>
public sealed class MeetingJourneyTests(LiveSite live) : IClassFixture<LiveSite>
{
    [Fact]
    public async Task A_moderator_leads_a_citizen_asks_and_the_wall_follows_by_itself()
    {
        var given = new Given(live.Site);
        var (meeting, other) = (await GivenMeeting.InAsync(live.Site, "Ausschuss, Sitzung im Saal"), await given.PersonAsync());
        var (desk, citizen, wall) = (await live.OpenAsync(), await live.OpenAsync(width: 390), await live.OpenAsync());
        var complaints = new[] { await Complaints.OfAsync(desk), await Complaints.OfAsync(citizen), await Complaints.OfAsync(wall) };
        await live.SignInByCookieAsync(desk, meeting.Moderator);
        await live.SignInByCookieAsync(citizen, await given.PersonAsync(name: "Anna vom Fluss"));
        await desk.GotoAsync(Links.MeetingDesk(meeting.Number));
        await GoLiveAsync(citizen, Links.LiveMeeting(meeting.Number));
        await GoLiveAsync(wall, Links.Projector(meeting.Number));
        await Expect(citizen.Locator("[data-asking]")).ToBeHiddenAsync();

        await desk.Locator("#schritt-fragen").ClickAsync();
        await desk.Locator("#schritt-naechster").ClickAsync();
        await Expect(citizen.Locator(".floor__now")).ToHaveTextAsync("Ö 1 Eröffnung");
        await Expect(citizen.Locator("#ansage")).ToHaveTextAsync("Jetzt: Ö 1 Eröffnung");
        await Expect(citizen.Locator("[data-asking]")).ToBeVisibleAsync();
        await Expect(wall.Locator("h1")).ToHaveTextAsync("Eröffnung");

        // A half-written question is never touched, whatever arrives.
        await citizen.Locator("summary").ClickAsync();
        await citizen.Locator("#Input_Text").FillAsync("Wer bezahlt den");
        await meeting.AskAsync(other, "Wie viele Sensoren?");
        await desk.Locator("#schritt-naechster").ClickAsync();
        await Expect(citizen.Locator(".floor__now")).ToHaveTextAsync("Ö 2 Sensornetz");
        await Expect(citizen.Locator("[data-new-questions]")).ToHaveTextAsync("1 neue Frage anzeigen");
        Assert.Equal(0, await citizen.Locator("[data-questions] > li").CountAsync());
        await Expect(citizen.Locator("#Input_Text")).ToHaveValueAsync("Wer bezahlt den");
        await citizen.Locator("#Input_Text").FillAsync("Wer bezahlt den Betrieb?");
        await citizen.Locator("#fragen button[type=submit]").ClickAsync();
        await Expect(citizen.Locator("#frage-2 .question__text")).ToHaveTextAsync("Wer bezahlt den Betrieb?");

        await Expect(citizen.Locator("[data-channel]")).ToHaveAttributeAsync("data-live", "on");
        await citizen.Locator("#frage-1 [data-like]").ClickAsync();
        await Expect(citizen.Locator("#frage-1 [data-like]")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(citizen.Locator("#frage-1 [data-total]")).ToHaveTextAsync("1");
        await Expect(wall.Locator(".wall__question").First).ToContainTextAsync("Wie viele Sensoren?");
        await Expect(wall.Locator(".wall__question").First.Locator("[data-total]")).ToHaveTextAsync("1");

        await desk.GotoAsync(Links.MeetingDesk(meeting.Number));
        await desk.Locator("#antworten-1").ClickAsync();
        await desk.Locator("#Input_Text").FillAsync("Vierzig, alle auf Masten der Stadt.");
        await desk.Locator("#Input_Speaker").FillAsync("Beigeordnete Muster");
        await desk.Locator("button[value=Answered]").ClickAsync();
        await Expect(citizen.Locator("#frage-1 .question__reply")).ToContainTextAsync("Vierzig, alle auf Masten der Stadt.");
        await Expect(wall.Locator(".wall__question")).ToHaveCountAsync(1);

        await meeting.CallAsync(4);
        await Expect(wall.Locator("h1")).ToHaveTextAsync("Nichtöffentlicher Teil");
        await Expect(citizen.Locator("body")).Not.ToContainTextAsync(GivenMeeting.Secret);
        Assert.Empty(complaints.SelectMany(complaint => complaint.Met));
    }

    [Fact]
    public async Task The_desk_does_not_move_under_a_hand_and_keeps_what_is_being_written()
    {
        var given = new Given(live.Site);
        var (meeting, other) = (await GivenMeeting.InAsync(live.Site), await given.PersonAsync(Role.Moderator));
        await meeting.OpenAsync();
        await meeting.AskAsync(await given.PersonAsync(), "Erste Frage?");
        var desk = await live.OpenAsync();
        await live.SignInByCookieAsync(desk, meeting.Moderator);
        await GoLiveAsync(desk, Links.MeetingDeskQuestion(meeting.Number, 1));
        await desk.Locator("#Input_Text").FillAsync("Halb geschrie");
        await meeting.AskAsync(await given.PersonAsync(), "Zweite Frage?");
        await Expect(desk.Locator("[data-new-questions]")).ToHaveTextAsync("1 neue Frage anzeigen");
        Assert.Equal(1, await desk.Locator(".desk-question").CountAsync());

        // Somebody else calls an item: the buttons know it, the text stays.
        Assert.Null(await meeting.StepAsync(Web.Council.Live.FloorStep.Call, await meeting.ItemAsync(1), by: other));
        await Expect(desk.Locator("#pult .floor__now")).ToHaveTextAsync("Ö 1 Eröffnung");
        await Expect(desk.Locator("#Input_Text")).ToHaveValueAsync("Halb geschrie");
        await Expect(desk.Locator(".desk-question")).ToHaveCountAsync(2);
        await desk.Locator("#schritt-naechster").FocusAsync();
        await desk.Keyboard.PressAsync("Enter");
        await Expect(desk.Locator("#pult .floor__now")).ToHaveTextAsync("Ö 2 Sensornetz");
        Assert.Contains("frage=1", desk.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_connection_catches_up_with_the_item_the_questions_and_the_likes()
    {
        var given = new Given(live.Site);
        var meeting = await GivenMeeting.InAsync(live.Site);
        await meeting.OpenAsync();
        await meeting.AskAsync(await given.PersonAsync(), "Vorher?");
        var page = await live.OpenAsync();
        await GoLiveAsync(page, Links.LiveMeeting(meeting.Number));
        await page.Context.SetOfflineAsync(offline: true);
        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-connection", "lost", new() { Timeout = 60_000 });
        await meeting.CallAsync(1);
        await meeting.CallAsync(2);
        await meeting.AskAsync(await given.PersonAsync(), "Währenddessen?");
        for (var i = 0; i < 3; i++) await meeting.LikeAsync(await given.PersonAsync(), 1);
        await Expect(page.Locator("#frage-1 [data-total]")).ToHaveTextAsync("0");
        await page.Context.SetOfflineAsync(offline: false);
        await Expect(page.Locator(".floor__now")).ToHaveTextAsync("Ö 2 Sensornetz", new() { Timeout = 40_000 });
        await Expect(page.Locator("#frage-1 [data-total]")).ToHaveTextAsync("3");
        await Expect(page.Locator("[data-open-count]")).ToHaveTextAsync("2 offene Fragen");
        await page.Locator("[data-new-questions]").ClickAsync();
        await Expect(page.Locator("#frage-2 .question__text")).ToHaveTextAsync("Währenddessen?");
        await Expect(page.Locator("#frage-2")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Everything_works_without_a_script()
    {
        var given = new Given(live.Site);
        var meeting = await GivenMeeting.InAsync(live.Site);
        var (desk, citizen) = (await live.OpenAsync(script: false), await live.OpenAsync(script: false, width: 390));
        await live.SignInByCookieAsync(desk, meeting.Moderator);
        await live.SignInByCookieAsync(citizen, await given.PersonAsync());
        await desk.GotoAsync(Links.MeetingDesk(meeting.Number));
        await desk.Locator("#schritt-fragen").ClickAsync();
        await desk.Locator("#schritt-naechster").ClickAsync();
        await citizen.GotoAsync(Links.LiveMeeting(meeting.Number));
        await citizen.Locator("summary").ClickAsync();
        await citizen.Locator("#Input_Text").FillAsync("Geht das auch ohne?");
        await citizen.Locator("#fragen button[type=submit]").ClickAsync();
        await Expect(citizen.Locator("#frage-1 .question__text")).ToHaveTextAsync("Geht das auch ohne?");
        await desk.ReloadAsync();
        await desk.GotoAsync(Links.MeetingDesk(meeting.Number));
        await desk.Locator("#antworten-1").ClickAsync();
        await desk.Locator("#Input_Day").FillAsync(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(10).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await desk.Locator("button[value=Deferred]").ClickAsync();
        await Expect(desk.Locator(".flash--yes")).ToBeVisibleAsync();
        await citizen.GotoAsync(Links.Inbox);
        await citizen.Locator("main a[href*='/fragen/1']").First.ClickAsync();
        await Expect(citizen.Locator("#frage-1")).ToContainTextAsync("schriftlich beantwortet");
        await citizen.GotoAsync(Links.Projector(meeting.Number));
        Assert.Equal("20", await citizen.Locator("meta[http-equiv=refresh]").GetAttributeAsync("content"));
    }

    private static async Task GoLiveAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await Expect(page.Locator("[data-channel]")).ToHaveAttributeAsync("data-live", "on");
    }
}

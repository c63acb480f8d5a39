using Participation.Domain.Accounts;
using Participation.Tests.Moderation.Notices;
using Participation.Tests.Support;
using Participation.Web.Shared;
using static Microsoft.Playwright.Assertions;

namespace Participation.Tests.Journeys;

/// <summary>
/// The whole procedure in four real browsers: a visitor without an account reports, a moderator decides, the author reads the statement of reasons and
/// complains, the first moderator is excluded, a second one reverses, and everybody reads what came of it. With script, and without.
/// </summary>
public sealed class ModerationJourneyTests(LiveSite live) : IClassFixture<LiveSite>
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task From_a_notice_over_a_decision_and_a_complaint_to_a_reversal_by_somebody_else(bool script)
    {
        var given = new Given(live.Site);
        var (writer, first, second) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.PersonAsync(Role.Moderator));
        var title = script ? "Bänke am Poensgenpark" : "Bänke am Blauen See";
        var idea = await given.IdeaAsync(title: title);
        var comment = await live.Site.CommentAsync(idea, writer, "Wer das plant, hat noch nie auf einer Bank gesessen.");
        await live.Site.CommentAsync(idea, await given.PersonAsync(), "Da ist etwas dran.", comment);
        var address = Links.Idea(idea, title);

        var visitor = await live.OpenAsync(script, width: 390);
        await visitor.GotoAsync(address);
        await visitor.Locator($"#beitrag-{comment} a[href^='/melden']").First.ClickAsync();
        await Expect(visitor.Locator("#gemeldet")).ToContainTextAsync("Wer das plant");
        await visitor.Locator("#melden button[type=submit]").ClickAsync();
        await Expect(visitor.Locator("#fehler")).ToBeVisibleAsync();
        await visitor.Locator("#melden input[value=Netiquette]").CheckAsync();
        await visitor.Locator("[name='Input.Explanation']").FillAsync("Das wertet die Planerinnen ab.");
        await visitor.Locator("[name='Input.Name']").FillAsync("Erika Muster");
        await visitor.Locator("[name='Input.Email']").FillAsync("erika@example.org");
        await visitor.Locator("#Input_GoodFaith").CheckAsync();
        await visitor.Locator("#melden button[type=submit]").ClickAsync();
        await visitor.WaitForURLAsync("**/meldungen/**");
        var receipt = visitor.Url;

        var desk = await live.OpenAsync(script);
        await live.SignInByCookieAsync(desk, first);
        await desk.GotoAsync(Links.Moderation);
        await desk.Locator($"#warteschlange a[href='{Links.ModerateComment(idea, comment)}']").ClickAsync();
        await Expect(desk.Locator("main")).ToContainTextAsync("Das wertet die Planerinnen ab.");
        await desk.Locator("[name='Input.Ground']").SelectOptionAsync("Respect");
        await desk.Locator("[name='Input.Facts']").FillAsync("Der Beitrag wertet die Planerinnen ab, statt sich mit dem Vorschlag zu befassen.");
        await desk.Locator("#entscheidung button[value=Hide]").ClickAsync();
        await Expect(desk.Locator(".flash--yes").First).ToBeVisibleAsync();

        await visitor.GotoAsync(address);
        await Expect(visitor.Locator("main")).Not.ToContainTextAsync("Wer das plant");
        await Expect(visitor.Locator("main")).ToContainTextAsync("Da ist etwas dran.");
        await visitor.GotoAsync(receipt);
        await Expect(visitor.Locator("main")).ToContainTextAsync("statt sich mit dem Vorschlag zu befassen");

        var author = await live.OpenAsync(script, width: 390);
        await live.SignInByCookieAsync(author, writer);
        await author.GotoAsync(Links.Inbox);
        await author.Locator("main a[href^='/entscheidungen/']").First.ClickAsync();
        await Expect(author.Locator("main")).ToContainTextAsync("Netiquette: Respekt");
        var statement = author.Url;
        await author.Locator("#beschweren textarea").FillAsync("Das war Kritik an der Sache, nicht an Menschen.");
        await author.Locator("#beschweren button[type=submit]").ClickAsync();
        await Expect(author.Locator("#beschweren textarea")).ToHaveCountAsync(0);

        await desk.GotoAsync(Links.ModerationArea(Links.AreaComplaints));
        await desk.Locator("#warteschlange a[href^='/moderation/beschwerden/']").Last.ClickAsync();
        await Expect(desk.Locator("main")).ToContainTextAsync("Das war Kritik an der Sache");
        await Expect(desk.Locator("#befangen")).ToBeVisibleAsync();
        await Expect(desk.Locator("#entscheidung")).ToHaveCountAsync(0);

        var other = await live.OpenAsync(script);
        await live.SignInByCookieAsync(other, second);
        await other.GotoAsync(desk.Url);
        await Expect(other.Locator("aside.case-aside")).ToContainTextAsync("Da ist etwas dran.");
        await other.Locator("[name='Input.Reasons']").FillAsync("Zugespitzt, aber zur Sache. Das ist erlaubt.");
        await other.Locator("#entscheidung button[value=Reversed]").ClickAsync();
        await Expect(other.Locator(".flash--yes").First).ToBeVisibleAsync();

        await visitor.GotoAsync(address);
        await Expect(visitor.Locator($"#beitrag-{comment} .comment__body").First).ToContainTextAsync("Wer das plant");
        await visitor.GotoAsync(receipt);
        await Expect(visitor.Locator("#ergebnis")).ToContainTextAsync("aufgehoben");
        await author.GotoAsync(statement);
        await Expect(author.Locator("main")).ToContainTextAsync("Zugespitzt, aber zur Sache. Das ist erlaubt.");
        await visitor.GotoAsync(Links.Transparency);
        await Expect(visitor.Locator("#beschwerden")).ToBeVisibleAsync();
    }
}

using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Processes;
using Participation.Tests.Support;
using Participation.Web.Ideas;
using Participation.Web.Moderation;
using Participation.Web.Moderation.Desk;
using Participation.Web.Shared;
using static Microsoft.Playwright.Assertions;

namespace Participation.Tests.Journeys;

/// <summary>A moderator goes through the queue with keys, while colleagues do the same.</summary>
public sealed class DeskKeyboardTests(LiveSite live) : IClassFixture<LiveSite>
{
    [Fact]
    public async Task The_queue_is_worked_off_with_keys_and_nothing_jumps_when_it_changes()
    {
        var given = new Given(live.Site);
        await given.ProcessAsync("tasten", ModerationMode.PreModerateIdeas);
        var (citizen, moderator, colleague) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.PersonAsync(Role.Moderator, "Anna Berg"));
        var ideas = new[] { await SubmitAsync("Erste Idee mit Tasten", citizen), await SubmitAsync("Zweite Idee mit Tasten", citizen), await SubmitAsync("Dritte Idee mit Tasten", citizen) };
        var page = await live.OpenAsync();
        await live.SignInByCookieAsync(page, moderator);
        await page.GotoAsync(Links.Moderation);
        await Expect(page.Locator("[data-channel=moderation]")).ToHaveAttributeAsync("data-live", "on");

        // Down to the second of the three, whatever waits before it.
        for (var i = 0; i < 60 && !await IsAtAsync(page, ideas[1]); i++) await page.Keyboard.PressAsync("j");
        await Expect(Item(page, ideas[1])).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(Item(page, ideas[2])).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("k");
        await Expect(Item(page, ideas[1])).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("x");
        await Expect(Row(page, ideas[1]).Locator("input[type=checkbox]")).ToBeCheckedAsync();

        // What stands above goes away, what stands below is taken: the place, the focus and the tick stay.
        await page.EvaluateAsync("window.scrollTo(0, 200)");
        var top = await TopAsync(page, ideas[1]);
        Assert.Null(await PublishAsync(ideas[0], colleague));
        await Expect(Item(page, ideas[0])).ToHaveCountAsync(0);
        Assert.Null(await live.Site.UseAsync<TakeCase, Refusal?>(take => take.ExecuteAsync(CaseRef.OfIdea(ideas[2]), null, colleague, default)));
        await Expect(Row(page, ideas[2])).ToContainTextAsync("bei Anna Berg bis");
        await Expect(Item(page, ideas[1])).ToBeFocusedAsync();
        await Expect(Row(page, ideas[1]).Locator("input[type=checkbox]")).ToBeCheckedAsync();
        Assert.Equal(top, await TopAsync(page, ideas[1]), 2.0);

        await page.Keyboard.PressAsync("c");
        await Expect(Row(page, ideas[1])).ToContainTextAsync("bei Ihnen bis");
        await Expect(Item(page, ideas[1])).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**" + Links.ModerateIdea(ideas[1]));

        // A number leads to a button and presses nothing; while writing every key is a letter.
        await Expect(page.Locator("#entscheidung button[aria-keyshortcuts='1']")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("1");
        await Expect(page.Locator("#entscheidung button[value=Publish]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("u1c?");
        await Expect(page.Locator("#notiz-schreiben textarea")).ToHaveValueAsync("u1c?");
        Assert.Equal(0, await live.Site.WithDbAsync(db => db.Decisions.CountAsync(decision => decision.DecidedBy == moderator.Person)));
        await page.Locator("#entscheidung button[value=Publish]").FocusAsync();
        await page.Keyboard.PressAsync("u");
        await page.WaitForURLAsync("**" + Links.Moderation);

        await SwitchedOffAsync(page);
    }

    [Fact]
    public async Task With_script_a_template_goes_behind_what_was_typed()
    {
        var given = new Given(live.Site);
        var idea = await given.IdeaAsync(title: "Werbung für Uhren aus aller Welt");
        var page = await live.OpenAsync();
        await live.SignInByCookieAsync(page, await given.PersonAsync(Role.Moderator));
        await page.GotoAsync(Links.ModerateIdea(idea));
        // Before its script has come, the button asks the server, which keeps what was typed but knows of no focus.
        await Expect(page.Locator("[data-shortcuts-open]")).ToBeVisibleAsync();
        await page.Locator("[name='Input.Facts']").FillAsync("Schon getippt.");
        await page.Locator("#vorlage").SelectOptionAsync(new SelectOptionValue { Label = "Werbung" });
        await page.Locator("[data-reason-picker] button").ClickAsync();
        await Expect(page.Locator("[name='Input.Facts']")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^Schon getippt\\.\\n\\nDer Text wirbt", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(page.Locator("[name='Input.Ground']")).ToHaveValueAsync("Advertising");
        await Expect(page.Locator("[name='Input.Facts']")).ToBeFocusedAsync();
        Assert.DoesNotContain("handler", page.Url, StringComparison.Ordinal);
    }

    /// <summary>The list of keys opens and has no problem; in it the keys are switched off, and then none does anything.</summary>
    private static async Task SwitchedOffAsync(IPage page)
    {
        await Expect(page.Locator("[data-shortcuts-open]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator("dialog[data-shortcuts]")).ToBeVisibleAsync();
        // What lies behind it is dimmed and cannot be judged.
        Assert.Empty((await page.Locator("dialog[data-shortcuts]").RunAxe()).Violations);
        await page.Locator("[data-shortcuts-on]").UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator("dialog[data-shortcuts]")).ToBeHiddenAsync();
        Assert.False(await page.EvaluateAsync<bool>("document.activeElement.matches('a.queue__item')"));
    }

    private static ILocator Row(IPage page, int number) => page.Locator($"#fall-{number}");

    private static ILocator Item(IPage page, int number) => page.Locator($"#warteschlange a.queue__item[href='{Links.ModerateIdea(number)}']");

    private static Task<bool> IsAtAsync(IPage page, int number) => page.EvaluateAsync<bool>("href => document.activeElement.getAttribute('href') === href", Links.ModerateIdea(number));

    private static Task<double> TopAsync(IPage page, int number) => page.EvaluateAsync<double>("id => document.getElementById(id).getBoundingClientRect().top", $"fall-{number}");

    private async Task<int> SubmitAsync(string title, Actor author)
    {
        var input = new IdeaInput("tasten", title, null, "Ein Text, lang genug für eine Idee.", "mobilitaet", null, null, null, null);
        return (await live.Site.UseAsync<SubmitIdea, Outcome<SubmittedIdea>>(submit => submit.ExecuteAsync(input, title, author, default))).Value!.Number;
    }

    private async Task<Refusal?> PublishAsync(int number, Actor moderator)
    {
        var version = await live.Site.WithDbAsync(db => db.Ideas.Where(idea => idea.Number == number).Select(idea => idea.Version).SingleAsync());
        return await live.Site.UseAsync<PublishIdea, Refusal?>(publish => publish.ExecuteAsync(new CaseOrder(number, version, moderator), default));
    }
}

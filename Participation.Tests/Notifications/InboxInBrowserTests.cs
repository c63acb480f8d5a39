using Microsoft.Playwright;
using Participation.Domain.Notifications;
using Participation.Tests.Support;

namespace Participation.Tests.Notifications;

/// <summary>An inbox with entries; the matrix of all pages sees an empty one.</summary>
public sealed class InboxInBrowserTests(LiveSite live) : IClassFixture<LiveSite>
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory, InlineData(ColorScheme.Light, 1280), InlineData(ColorScheme.Dark, 390)]
    public async Task A_filled_inbox_is_accessible_and_its_buttons_mark_one_entry(ColorScheme theme, int width)
    {
        var reader = await new Given(live.Site).PersonAsync();
        await live.Site.WithDbAsync(db =>
        {
            foreach (var kind in Enum.GetValues<NotificationKind>())
                db.Notifications.Add(Notification.Tell(reader.Person, kind, 1, null, "Mehr Bänke am Markt", "Es gibt sie schon.", $"{kind}", Start.AddMinutes((int)kind)));
            return db.SaveChangesAsync();
        });
        var page = await live.OpenAsync(theme: theme, width: width);
        await live.SignInByCookieAsync(page, reader);
        await page.GotoAsync("/mitteilungen");
        Assert.Equal("", string.Join("\n", await LiveSite.AccessibilityProblemsAsync(page)));
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"));

        var unread = page.Locator(".inbox-entry[data-unread]");
        var before = await unread.CountAsync();
        await unread.Nth(1).Locator("button").ClickAsync();
        await Assertions.Expect(unread).ToHaveCountAsync(before - 1);
        await Assertions.Expect(page.Locator(".inbox-entry").Nth(1)).Not.ToHaveAttributeAsync("data-unread", "true");
    }
}

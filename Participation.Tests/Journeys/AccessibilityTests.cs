using Microsoft.Playwright;
using Participation.Domain.Accounts;
using Participation.Tests.Support;

namespace Participation.Tests.Journeys;

/// <summary>Every page in light and dark: no violation, no contrast that could not be judged, no sideways scrolling on a phone.</summary>
public sealed class AccessibilityTests(LiveSite live) : IClassFixture<LiveSite>
{
    private static readonly string[] Visitors =
    [
        "/", "/ideen", "/ideen?q=gibtesnicht", "/ideen/1", "/ideen/2/fassungen", "/ideen/neu", "/verfahren", "/verfahren/smart-city-ratingen", "/organisationen", "/organisationen/stadt-ratingen", "/organisationen/einladung?zeichen=falsch",
        "/konto/anmelden", "/konto/registrieren", "/konto/passwort-vergessen", "/seite/netiquette", "/seite/leichte-sprache", "/gibt-es-nicht",
    ];

    private static readonly string[] Moderators = ["/moderation", "/moderation/ideen/1", "/moderation/ideen/1/antwort", "/moderation/ideen/1/beitraege/1", "/ideen/1", "/konto", "/mitteilungen", "/konto/ideen", "/konto/organisationen"];

    [Theory, InlineData(ColorScheme.Light, 1280), InlineData(ColorScheme.Dark, 1280), InlineData(ColorScheme.Light, 390), InlineData(ColorScheme.Dark, 390)]
    public async Task Pages_of_visitors_are_accessible(ColorScheme theme, int width)
    {
        var page = await live.OpenAsync(theme: theme, width: width);
        await CheckAsync(page, Visitors);
    }

    [Theory, InlineData(ColorScheme.Light, 1280), InlineData(ColorScheme.Dark, 390)]
    public async Task Pages_of_moderators_are_accessible(ColorScheme theme, int width)
    {
        var moderator = await new Given(live.Site).PersonAsync(Role.Moderator);
        var page = await live.OpenAsync(theme: theme, width: width);
        await live.SignInByCookieAsync(page, moderator);
        await CheckAsync(page, Moderators);
    }

    [Theory, InlineData(ColorScheme.Light, 1280), InlineData(ColorScheme.Dark, 390)]
    public async Task Pages_that_manage_organisations_are_accessible(ColorScheme theme, int width)
    {
        var administrator = await new Given(live.Site).PersonAsync(Role.Administrator);
        await live.Site.WithDbAsync(async db =>
        {
            var organisation = db.Organisations.Single(candidate => candidate.Slug == "stadt-ratingen").Id;
            db.Memberships.Add(Membership.Grant(organisation, administrator.Person, MembershipRole.Owner));
            db.Invitations.Add(Invitation.Send(
                organisation, "vorname.nachname.mit.langem.namen@abteilung.stadt-ratingen.example", MembershipRole.Owner, administrator.Person.Value.ToString("N"), TimeProvider.System.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        var page = await live.OpenAsync(theme: theme, width: width);
        await live.SignInByCookieAsync(page, administrator);
        await CheckAsync(page, ["/konto/organisationen", "/konto/organisationen/stadt-ratingen", "/verwaltung/organisationen", "/verwaltung/organisationen/stadt-ratingen", "/verwaltung/organisationen/neu"]);
    }

    private static async Task CheckAsync(IPage page, IEnumerable<string> addresses)
    {
        var problems = new List<string>();
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            problems.AddRange(await LiveSite.AccessibilityProblemsAsync(page));
            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth")) problems.Add($"{address} scrolls sideways");
        }

        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }
}

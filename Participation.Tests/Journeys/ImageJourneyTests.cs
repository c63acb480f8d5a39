using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Participation.Tests.Support;
using Participation.Tests.Uploads;
using Participation.Web.Shared;
using static Microsoft.Playwright.Assertions;

namespace Participation.Tests.Journeys;

/// <summary>A photo from the phone into an idea, with and without script.</summary>
public sealed class ImageJourneyTests(LiveSite live) : IClassFixture<LiveSite>
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task A_photo_is_put_into_a_text_and_seen_by_everyone(bool script)
    {
        var given = new Given(live.Site);
        var author = await given.PersonAsync();
        var page = await live.OpenAsync(script);
        await live.SignInByCookieAsync(page, author);
        await page.GotoAsync(Links.NewIdea);
        await page.Locator("#Input_Title").FillAsync("Ein Brunnen am Bahnhof");
        await page.Locator("#Input_Body").FillAsync("Am Bahnhof fehlt ein Brunnen.");
        await page.Locator(".picture > summary").ClickAsync();
        await page.Locator("#Bild").SetInputFilesAsync(new FilePayload { Name = "foto.jpg", MimeType = "image/jpeg", Buffer = Picture.Jpeg() });

        await page.Locator("[data-insert]").ClickAsync();
        await Expect(script ? page.Locator("[data-picture-error]") : page.Locator("#Bildtext-error")).ToContainTextAsync(RefusalTexts.AltTextIsMissing);
        await page.Locator("#Bildtext").FillAsync("Leerer Platz");
        if (!script) await page.Locator("#Bild").SetInputFilesAsync(new FilePayload { Name = "foto.jpg", MimeType = "image/jpeg", Buffer = Picture.Jpeg() });
        await page.Locator("[data-insert]").ClickAsync();
        await Expect(page.Locator("#Input_Body")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"Brunnen\.\s+!\[Leerer Platz\]\(/bilder/[0-9a-f]{32}/1600\.webp\)", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));

        await page.Locator("#Input_Topic").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("#Input_Rules").CheckAsync();
        await page.Locator("button[value=einreichen]").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Ein Brunnen am Bahnhof");
        await Expect(page.Locator(".prose img[alt='Leerer Platz']")).ToBeVisibleAsync();
        Assert.True(await page.Locator(".prose img[alt='Leerer Platz']").EvaluateAsync<int>("image => image.decode().then(() => image.naturalWidth)") > 0);
        Assert.Equal(1, await live.Site.WithDbAsync(db => db.Uploads.CountAsync(upload => upload.OwnerId == author.Person && upload.UsedById != null)));
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Tests.Accounts.Organisations;
using Participation.Tests.Support;
using Participation.Web.Hosting;
using Participation.Web.Shared;
using static Microsoft.Playwright.Assertions;

namespace Participation.Tests.Proposals;

/// <summary>Three organisations in three browsers: from an idea over a text that all of them write to the page with all names.</summary>
public sealed class SigningJourneyTests(LiveSite live) : IClassFixture<LiveSite>
{
    private static readonly string[] Names = ["Stadtwerke am Markt", "Radverein Lintorf", "Schulamt Hösel"];

    [Fact]
    public async Task An_idea_becomes_a_proposal_that_three_organisations_write_sign_and_publish()
    {
        var pages = new List<IPage>();
        foreach (var (name, index) in Names.Select((name, index) => (name, index)))
        {
            var organisation = await live.Site.OrganisationAsync($"reise-{index}", name);
            var page = await live.OpenAsync(width: index == 1 ? 390 : 1280);
            await live.SignInByCookieAsync(page, await live.Site.MemberAsync(organisation, MembershipRole.Owner));
            pages.Add(page);
        }

        var author = await new Given(live.Site).PersonAsync();
        var idea = await new Given(live.Site).IdeaAsync(author, title: "Sichere Wege zur Schule");
        var number = await BeginAsync(pages[0], idea);
        foreach (var index in new[] { 1, 2 }) await InviteAsync(pages[0], pages[index], number, index);
        await WriteAsync(pages, number);
        await SuggestAsync(pages, number);

        await pages[0].GotoAsync(Links.SignProposal(number));
        await pages[0].FillAsync("#Input_SignBy", TimeProvider.System.GetLocalNow().AddDays(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await pages[0].ClickAsync("#einfrieren button[type=submit]");
        foreach (var page in pages)
        {
            await page.GotoAsync(Links.SignProposal(number));
            await page.CheckAsync("#Input_Agrees");
            await page.ClickAsync("#zeichnen button.kern-btn--primary");
            await page.WaitForLoadStateAsync();
        }

        await PublishedAsync(number, idea, author);
        Assert.Equal(0, live.Site.Services.GetRequiredService<CspReports>().Count);
    }

    private static async Task<int> BeginAsync(IPage page, int idea)
    {
        await page.GotoAsync(Links.NewProposal);
        await page.FillAsync("#Input_Title", "Sichere Schulwege");
        await page.FillAsync("#Input_Summary", "Drei Straßen, auf denen Kinder allein gehen können.");
        await page.SelectOptionAsync("#Input_Lead", new SelectOptionValue { Label = Names[0] });
        await page.FillAsync("#Input_Ideas", idea.ToString(CultureInfo.InvariantCulture));
        await page.CheckAsync("#Input_ReadAlong");
        await page.ClickAsync("main form.form button[type=submit].kern-btn--primary");
        await page.WaitForURLAsync(url => !url.EndsWith(Links.NewProposal, StringComparison.Ordinal));
        return int.Parse(new Uri(page.Url).Segments[2].TrimEnd('/'), CultureInfo.InvariantCulture);
    }

    private static async Task InviteAsync(IPage lead, IPage partner, int number, int index)
    {
        await lead.GotoAsync(Links.ProposalAuthors(number));
        await lead.SelectOptionAsync("#Input_Organisation", new SelectOptionValue { Label = Names[index] });
        await lead.SelectOptionAsync("#Input_Role", nameof(AuthorRole.CoAuthor));
        await lead.ClickAsync("#einladen button[type=submit]");
        await Expect(lead.Locator(".signoff__list")).ToContainTextAsync(Names[index]);
        await partner.GotoAsync(Links.ProposalAuthors(number));
        await partner.ClickAsync("form[id^=zusagen] button");
        await Expect(partner.Locator("form[id^=zusagen]")).ToHaveCountAsync(0);
    }

    /// <summary>Each writes two of the six sections, and all see what the others write.</summary>
    private static async Task WriteAsync(List<IPage> pages, int number)
    {
        foreach (var page in pages) await page.GotoAsync(Links.WriteProposal(number));
        for (var section = 1; section <= 6; section++)
        {
            var (writer, reader) = (pages[(section - 1) % 3], pages[section % 3]);
            var editor = $"#abschnitt-{section}-titel ~ .writing__both .cm-content";
            await Expect(writer.Locator($"#abschnitt-{section}-titel ~ .writing__both [data-state]")).ToContainTextAsync("gespeichert");
            await writer.Locator(editor).ClickAsync();
            await writer.Keyboard.TypeAsync($"Das schreibt {Names[(section - 1) % 3]}.");
            await Expect(reader.Locator(editor)).ToContainTextAsync(Names[(section - 1) % 3]);
            await Expect(writer.Locator($"#abschnitt-{section}-titel ~ .writing__both [data-state]")).ToContainTextAsync("gespeichert, Fassung");
        }
    }

    /// <summary>
    /// A citizen on a phone selects one word and proposes another; a partner proposes to strike a word, in its organisation's name; both are found by those who write, and one is
    /// taken over while another browser has the text open.
    /// </summary>
    private async Task SuggestAsync(List<IPage> pages, int number)
    {
        var citizen = await live.OpenAsync(width: 390);
        await live.SignInByCookieAsync(citizen, await new Given(live.Site).PersonAsync());
        await ChooseAsync(citizen, number, "am");
        await citizen.FillAsync("#Input_Replacement", "beim");
        await citizen.FillAsync("#Input_Reason", "So spricht man hier.");
        await citizen.ClickAsync("#vorschlagen button[type=submit]");
        await Expect(citizen.Locator("main")).ToContainTextAsync("Vorschlag 1");

        await ChooseAsync(pages[2], number, "Das");
        await pages[2].FillAsync("#Input_Replacement", "Dies");
        await pages[2].FillAsync("#Input_Reason", "Klingt besser.");
        await pages[2].SelectOptionAsync("#fuer", new SelectOptionValue { Label = Names[2] });
        await pages[2].ClickAsync("#vorschlagen button[type=submit]");
        await Expect(pages[2].Locator("main")).ToContainTextAsync("Vorschlag 2");

        await pages[1].GotoAsync(Links.WriteProposal(number));
        var open = pages[1].Locator("#abschnitt-1-titel ~ .writing__both .cm-content");
        await Expect(open).ToContainTextAsync("am Markt");
        await pages[0].GotoAsync(Links.Suggestion(number, 1));
        await pages[0].ClickAsync("#uebernehmen button");
        await Expect(open).ToContainTextAsync("beim Markt");
        await pages[0].GotoAsync(Links.Suggestion(number, 2));
        await pages[0].FillAsync("#Input_Reason", "Wir schreiben überall „Das“.");
        await pages[0].ClickAsync("#ablehnen button");
        await Expect(pages[0].Locator("main")).ToContainTextAsync("Änderungsvorschläge");
        await citizen.GotoAsync(Links.Inbox);
        await Expect(citizen.Locator("main")).ToContainTextAsync("Sichere Schulwege");
        await pages[2].GotoAsync(Links.Suggestion(number, 2));
        await Expect(pages[2].Locator("#stand")).ToContainTextAsync("Wir schreiben überall „Das“.");
    }

    /// <summary>Selects a word of the first paragraph with the mouse; the link says that it is about these words, and leads to them.</summary>
    private static async Task ChooseAsync(IPage page, int number, string word)
    {
        await page.GotoAsync(Links.ReadProposal(number));
        var passage = page.Locator("[data-passage]").First;
        var whole = await passage.Locator("[data-passage-link]").InnerTextAsync();
        Assert.True(await page.EvaluateAsync<bool>("""
            word => {
              const text = document.createTreeWalker(document.querySelector("[data-passage-text]"), NodeFilter.SHOW_TEXT);
              while (text.nextNode()) {
                const at = text.currentNode.data.search(new RegExp(`\\b${word}\\b`));
                if (at < 0) continue;
                document.getSelection().setBaseAndExtent(text.currentNode, at, text.currentNode, at + word.length);
                return true;
              }
              return false;
            }
            """, word));
        await Expect(passage.Locator("[data-passage-link]")).Not.ToHaveTextAsync(whole);
        await passage.Locator("[data-passage-link]").ClickAsync();
        await Expect(page.Locator("#stelle")).ToHaveTextAsync(word);
    }

    private async Task PublishedAsync(int number, int idea, Actor author)
    {
        var visitor = await live.OpenAsync(script: false, width: 390);
        await visitor.GotoAsync(Links.Proposal(number, "Sichere Schulwege"));
        foreach (var name in Names)
        {
            await Expect(visitor.Locator("article")).ToContainTextAsync($"Das schreibt {(name == Names[0] ? "Stadtwerke" : name)}");
            await Expect(visitor.Locator("main")).ToContainTextAsync(name);
        }

        await Expect(visitor.Locator("article")).ToContainTextAsync("Das schreibt Stadtwerke beim Markt.");
        await Expect(visitor.Locator("#dank")).ToBeVisibleAsync();
        Assert.Empty(await LiveSite.AccessibilityProblemsAsync(await PageAsync(Links.Proposal(number, "Sichere Schulwege"))));
        await visitor.GotoAsync(Links.ProposalPrint(number));
        foreach (var name in Names) await Expect(visitor.Locator("body")).ToContainTextAsync(name);
        var file = await visitor.APIRequest.GetAsync(live.Address + Links.ProposalPdf(number));
        Assert.Equal("%PDF-", System.Text.Encoding.ASCII.GetString((await file.BodyAsync())[..5]));
        await visitor.GotoAsync(Links.Idea(idea, "Sichere Wege zur Schule"));
        Assert.NotEqual(0, await visitor.Locator($"a[href^='/vorhaben/{number}']").CountAsync());
        var told = await live.Site.WithDbAsync(db => db.Notifications.Where(entry => entry.PersonId == author.Person).Select(entry => entry.Kind).ToListAsync());
        Assert.Contains(Domain.Notifications.NotificationKind.ProposalFromIdea, told);
        Assert.Equal(3, await live.Site.WithDbAsync(db => db.SignOffs.CountAsync(signed => db.Proposals.Any(proposal => proposal.Id == signed.ProposalId && proposal.Number == number))));
    }

    private async Task<IPage> PageAsync(string address)
    {
        var page = await live.OpenAsync();
        await page.GotoAsync(address);
        return page;
    }
}

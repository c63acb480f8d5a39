using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain.Ideas;
using Participation.Tests.Support;

namespace Participation.Tests.Shared;

/// <summary>What a newcomer is told first.</summary>
public sealed class StartPageTests
{
    [Fact]
    public async Task It_says_what_this_is_what_is_open_until_when_what_is_new_and_what_was_answered()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 11, 0, 0, TimeSpan.Zero));
        await using var site = await TestSite.StartAsync(demo: true, services: services => services.AddSingleton<TimeProvider>(time));
        var page = await Browsing.Visitor(site).GetAsync("/");

        Assert.Equal("Was soll in Ratingen besser werden?", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(2, page.QuerySelector(".hero .lead")!.TextContent.Count(letter => letter is '.'));
        var open = page.QuerySelectorAll(".open-now__item").Select(Words).ToList();
        Assert.Equal(2, open.Count);
        Assert.Contains("Bürgerbudget Lintorf: Probelauf 2027Offen bis 10. Januar 2027", open[0], StringComparison.Ordinal);
        Assert.StartsWith("49Tage", open[0], StringComparison.Ordinal);
        Assert.Contains("Smart City Ratingen", open[1], StringComparison.Ordinal);
        Assert.Equal(4, page.QuerySelectorAll("section[aria-labelledby=so-gehts] ol > li h3").Length);

        var (newest, answered) = await site.WithDbAsync(async db => (
            (await db.Ideas.AsNoTracking().Where(idea => idea.HiddenAt == null && IdeaStatuses.Public.Contains(idea.Status)).ToListAsync())
                .OrderByDescending(idea => idea.PublishedAt).ThenByDescending(idea => idea.Number).Take(3).Select(idea => idea.Title).ToList(),
            await db.Ideas.AsNoTracking().Where(idea => idea.Answers.Any(answer => answer.Outcome != AnswerOutcome.Interim)).Select(idea => idea.Title).ToListAsync()));
        Assert.Equal(newest, page.QuerySelectorAll("[aria-labelledby=neue-ideen] h3").Select(title => title.TextContent));
        var answers = page.QuerySelectorAll("section[aria-labelledby=antworten] h3").Select(title => title.TextContent).ToList();
        Assert.Equal(3, answers.Count);
        Assert.Subset(answered.ToHashSet(), answers.ToHashSet());
    }

    [Theory, InlineData("light", "light"), InlineData("dark", "dark"), InlineData("auto", null), InlineData("grell", null)]
    public async Task The_chosen_theme_is_remembered_and_worn_by_every_page(string chosen, string? worn)
    {
        await using var site = await TestSite.StartAsync();
        var visitor = Browsing.Visitor(site);
        await visitor.GetAsync($"/darstellung/{chosen}?weiter=/ideen");
        Assert.Equal("/ideen", visitor.Last.Headers.Location?.ToString());
        var cookie = Assert.Single(visitor.Last.Headers.GetValues("Set-Cookie"));
        Assert.Equal($"darstellung={worn ?? "auto"}", cookie.Split(';')[0]);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);

        foreach (var address in new[] { "/", "/ideen" })
        {
            var html = (await visitor.GetAsync(address)).DocumentElement;
            Assert.Equal(worn, html.GetAttribute("data-kern-theme") is "light" or "dark" ? html.GetAttribute("data-kern-theme") : null);
        }
    }

    [Fact]
    public async Task The_chosen_language_is_remembered_and_spoken_by_every_page()
    {
        await using var site = await TestSite.StartAsync();
        var visitor = Browsing.Visitor(site);
        var german = await visitor.GetAsync("/ideen");
        await visitor.GetAsync(german.QuerySelector(".notice-strip a[hreflang=en]")!.GetAttribute("href")!);
        Assert.Equal("/ideen", visitor.Last.Headers.Location?.ToString());
        foreach (var (address, title) in new[] { ("/ideen", "Ideas for Ratingen"), ("/", "What should get better in Ratingen?") })
        {
            var english = await visitor.GetAsync(address);
            Assert.Equal("en", english.DocumentElement.GetAttribute("lang"));
            Assert.Equal(title, english.QuerySelector("h1")!.TextContent);
        }
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Every_link_of_header_and_footer_leads_somewhere(bool demo)
    {
        await using var site = await TestSite.StartAsync(demo: demo);
        var visitor = Browsing.Visitor(site);
        var page = await visitor.GetAsync("/");
        var links = page.QuerySelectorAll("body > :not(main) a[href^='/']").Select(link => link.GetAttribute("href")!).Distinct().ToList();
        Assert.Contains("/seite/impressum", links);
        Assert.Contains("/seite/datenschutz", links);
        Assert.Contains("/seite/barrierefreiheit", links);
        foreach (var link in links)
        {
            await visitor.GetAsync(link);
            if (visitor.Last.Headers.Location is { } next) await visitor.GetAsync(next.ToString());
            Assert.True(visitor.Last.StatusCode is HttpStatusCode.OK, $"{link}: {(int)visitor.Last.StatusCode}");
        }
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}

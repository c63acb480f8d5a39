using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Tests.Support;

namespace Participation.Tests.Notifications;

public sealed class InboxTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task One_sees_one_s_own_entries_newest_first_twenty_at_a_time(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (anna, berta) = (await given.PersonAsync(), await given.PersonAsync());
        await TellAsync(site, anna, 25, "Annas Idee");
        await TellAsync(site, berta, 1, "Bertas Idee");

        var browsing = await Browsing.AsAsync(site, anna);
        var first = (await browsing.GetAsync("/mitteilungen")).QuerySelectorAll(".inbox-entry__link").Select(link => link.TextContent).ToList();
        var second = (await browsing.GetAsync("/mitteilungen?seite=2")).QuerySelectorAll(".inbox-entry__link").Select(link => link.TextContent).ToList();
        Assert.Equal(Enumerable.Range(1, 25).Reverse().Select(i => $"Ihre Idee „Annas Idee {i}“ ist veröffentlicht."), first.Concat(second));
        Assert.Equal((20, 5), (first.Count, second.Count));
        Assert.Equal(5, (await browsing.GetAsync("/mitteilungen?seite=99")).QuerySelectorAll(".inbox-entry").Length);
    }

    [Fact]
    public async Task Opening_an_entry_marks_it_and_leads_to_the_idea()
    {
        await using var site = await TestSite.StartAsync();
        var anna = await new Given(site).PersonAsync();
        await TellAsync(site, anna, 2, "Idee");
        var browsing = await Browsing.AsAsync(site, anna);
        var link = (await browsing.GetAsync("/mitteilungen")).QuerySelector(".inbox-entry__link")!.GetAttribute("href")!;
        await browsing.GetAsync(link);
        Assert.Equal("/ideen/2", browsing.Last.Headers.Location?.ToString());
        Assert.Single((await browsing.GetAsync("/mitteilungen")).QuerySelectorAll(".inbox-entry[data-unread]"));
    }

    [Fact]
    public async Task Somebody_else_s_entry_is_not_there_and_stays_unread()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var anna = await given.PersonAsync();
        await TellAsync(site, anna, 1, "Idee");
        var id = await site.WithDbAsync(db => db.Notifications.Select(entry => entry.Id).SingleAsync());
        var other = await Browsing.AsAsync(site, await given.PersonAsync());
        await other.GetAsync($"/mitteilungen/{id.Value:N}");
        Assert.Equal(HttpStatusCode.NotFound, other.Last.StatusCode);
        Assert.Null(await site.WithDbAsync(db => db.Notifications.Select(entry => entry.ReadAt).SingleAsync()));
    }

    [Fact]
    public async Task Marking_all_marks_only_one_s_own()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (anna, berta) = (await given.PersonAsync(), await given.PersonAsync());
        await TellAsync(site, anna, 3, "Idee");
        await TellAsync(site, berta, 1, "Idee");
        var browsing = await Browsing.AsAsync(site, anna);
        await browsing.SubmitAsync("/mitteilungen", "#alle-gelesen", []);
        Assert.Equal("/mitteilungen", browsing.Last.Headers.Location?.ToString());
        Assert.Equal([berta.Person], await site.WithDbAsync(db => db.Notifications.Where(entry => entry.ReadAt == null).Select(entry => entry.PersonId).ToListAsync()));
        Assert.Null((await browsing.GetAsync("/mitteilungen")).QuerySelector("#alle-gelesen"));
    }

    [Fact]
    public async Task A_visitor_has_no_inbox()
    {
        await using var site = await TestSite.StartAsync();
        var visitor = Browsing.Visitor(site);
        await visitor.GetAsync("/mitteilungen");
        Assert.Contains("/konto/anmelden?weiter=%2Fmitteilungen", visitor.Last.Headers.Location?.ToString());
    }

    private static Task<int> TellAsync(TestSite site, Actor actor, int count, string title) => site.WithDbAsync(db =>
    {
        for (var i = 1; i <= count; i++)
            db.Notifications.Add(Notification.Tell(actor.Person, NotificationKind.IdeaPublished, i, null, $"{title} {i}", null, $"key-{i}", Start.AddMinutes(i)));
        return db.SaveChangesAsync();
    });
}

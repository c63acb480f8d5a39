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
    public async Task Reading_and_following_links_changes_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var anna = await given.PersonAsync();
        var idea = await given.IdeaAsync();
        await site.WithDbAsync(db =>
        {
            db.Notifications.Add(Notification.Tell(anna.Person, NotificationKind.IdeaPublished, idea, null, "Idee", null, "key", Start));
            db.Notifications.Add(Notification.Tell(anna.Person, NotificationKind.CommentReplied, idea, 7, "Idee", null, "key-7", Start.AddMinutes(1)));
            return db.SaveChangesAsync();
        });
        var browsing = await Browsing.AsAsync(site, anna);
        var links = (await browsing.GetAsync("/mitteilungen")).QuerySelectorAll(".inbox-entry__link").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal([$"/ideen/{idea}/beitraege/7", $"/ideen/{idea}"], links);
        foreach (var link in links) await browsing.GetAsync(link);
        Assert.Equal(2, (await browsing.GetAsync("/mitteilungen")).QuerySelectorAll(".inbox-entry[data-unread]").Length);
    }

    [Fact]
    public async Task An_entry_that_cannot_be_read_marks_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var anna = await new Given(site).PersonAsync();
        await TellAsync(site, anna, 3, "Idee");
        var browsing = await Browsing.AsAsync(site, anna);

        await browsing.SubmitAsync("/mitteilungen", "#gelesen", new() { ["eintrag"] = "alle" });

        Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
        Assert.Equal(3, await site.WithDbAsync(db => db.Notifications.CountAsync(entry => entry.ReadAt == null)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task One_entry_is_marked_by_its_button(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var anna = await new Given(site).PersonAsync();
        await TellAsync(site, anna, 22, "Idee");
        var browsing = await Browsing.AsAsync(site, anna);
        var button = (await browsing.GetAsync("/mitteilungen?seite=2")).QuerySelector(".inbox-entry button[form=gelesen]")!;
        await browsing.SubmitAsync("/mitteilungen?seite=2", "#gelesen", new(StringComparer.Ordinal) { [button.GetAttribute("name")!] = button.GetAttribute("value")! });
        Assert.Equal("/mitteilungen?seite=2", browsing.Last.Headers.Location?.ToString());
        Assert.Equal([2], await site.WithDbAsync(db => db.Notifications.Where(entry => entry.ReadAt != null).Select(entry => entry.IdeaNumber).ToListAsync()));
    }

    [Fact]
    public async Task Somebody_else_s_entry_stays_unread()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (anna, berta) = (await given.PersonAsync(), await given.PersonAsync());
        await TellAsync(site, anna, 1, "Idee");
        await TellAsync(site, berta, 1, "Idee");
        var annas = await site.WithDbAsync(db => db.Notifications.SingleAsync(entry => entry.PersonId == anna.Person));
        var other = await Browsing.AsAsync(site, berta);
        await other.SubmitAsync("/mitteilungen", "#gelesen", new(StringComparer.Ordinal) { ["eintrag"] = annas.Id.Value.ToString("N") });
        Assert.Equal(HttpStatusCode.Redirect, other.Last.StatusCode);
        Assert.Equal(2, await site.WithDbAsync(db => db.Notifications.CountAsync(entry => entry.ReadAt == null)));
    }

    [Fact]
    public async Task A_forged_form_marks_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var anna = await new Given(site).PersonAsync();
        await TellAsync(site, anna, 1, "Idee");
        var browsing = await Browsing.AsAsync(site, anna);
        await browsing.PostAsync("/mitteilungen", []);
        Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
        Assert.Equal(1, await site.WithDbAsync(db => db.Notifications.CountAsync(entry => entry.ReadAt == null)));
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
        await browsing.SubmitAsync("/mitteilungen", "#gelesen", []);
        Assert.Equal("/mitteilungen", browsing.Last.Headers.Location?.ToString());
        Assert.Equal([berta.Person], await site.WithDbAsync(db => db.Notifications.Where(entry => entry.ReadAt == null).Select(entry => entry.PersonId).ToListAsync()));
        Assert.Null((await browsing.GetAsync("/mitteilungen")).QuerySelector("#gelesen"));
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

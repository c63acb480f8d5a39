using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Notifications;
using Participation.Tests.Support;
using Participation.Web.Discussions;
using Participation.Web.Ideas;
using Participation.Web.Moderation;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation;

/// <summary>Who reads in the inbox what became of an idea or of a comment.</summary>
public sealed class InvolvedTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Each_step_of_the_administration_tells_author_supporter_and_writer_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (number, author, supporter, writer) = await InvolveAsync(site);
        var deciding = await new Given(site).PersonAsync(Role.Moderator);
        var moderator = await Browsing.AsAsync(site, deciding);
        var page = Links.ModerateIdea(number);

        foreach (var (step, told) in new[] { ("Review", 1), ("Implement", 2), ("Complete", 3) })
        {
            if (step == "Implement") await AcceptAsync(site, number, deciding);
            await moderator.SubmitAsync(page, "#entscheidung", [], $"button[value={step}]");
            Assert.Equal(HttpStatusCode.Redirect, moderator.Last.StatusCode);
            foreach (var person in new[] { author, supporter, writer }) Assert.Equal(told, await ToldAsync(site, person, NotificationKind.IdeaStatusChanged));
        }

        Assert.Equal(3 * 3, await site.WithDbAsync(db => db.Notifications.CountAsync(entry => entry.Kind == NotificationKind.IdeaStatusChanged)));
        var inbox = await (await Browsing.AsAsync(site, supporter)).GetAsync("/mitteilungen");
        Assert.Equal(3, inbox.QuerySelectorAll($".inbox-entry__link[href='/ideen/{number}']").Count(link => link.TextContent == "Bei der Idee „Mehr Bänke am Markt“ geht es weiter: Sie hat einen neuen Stand."));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Hiding_and_restoring_an_idea_tells_its_author_with_the_reason(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (number, author, supporter, _) = await InvolveAsync(site);
        await DecideAsync(site, Links.ModerateIdea(number));

        Assert.Equal("Beleidigt Dritte.", await site.WithDbAsync(db => db.Notifications.Where(entry => entry.Kind == NotificationKind.IdeaHidden && entry.PersonId == author.Person).Select(entry => entry.Detail).SingleAsync()));
        Assert.Equal(1, await ToldAsync(site, author, NotificationKind.IdeaRestored));
        Assert.Equal(0, await ToldAsync(site, supporter, NotificationKind.IdeaHidden));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Hiding_and_restoring_a_comment_tells_its_writer_with_the_reason(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (number, author, _, writer) = await InvolveAsync(site);
        await DecideAsync(site, Links.ModerateComment(number, 1));

        Assert.Equal("Beleidigt Dritte.", await site.WithDbAsync(db => db.Notifications.Where(entry => entry.Kind == NotificationKind.CommentHidden && entry.PersonId == writer.Person).Select(entry => entry.Detail).SingleAsync()));
        Assert.Equal(1, await ToldAsync(site, writer, NotificationKind.CommentRestored));
        Assert.Equal(0, await ToldAsync(site, author, NotificationKind.CommentHidden));
    }

    private static async Task DecideAsync(TestSite site, string page)
    {
        var moderator = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        await moderator.SubmitAsync(page, "#entscheidung", new() { ["Input.Ground"] = "Respect", ["Input.Facts"] = "Beleidigt Dritte." }, "button[value=Hide]");
        Assert.Equal(HttpStatusCode.Redirect, moderator.Last.StatusCode);
        await moderator.SubmitAsync(page, "#entscheidung", [], "button[value=Restore]");
        Assert.Equal(HttpStatusCode.Redirect, moderator.Last.StatusCode);
    }

    private static async Task<(int Number, Actor Author, Actor Supporter, Actor Writer)> InvolveAsync(TestSite site)
    {
        var given = new Given(site);
        var (author, supporter, writer) = (await given.PersonAsync(), await given.PersonAsync(), await given.PersonAsync());
        var number = await given.IdeaAsync(author);
        Assert.True(await site.UseAsync<TakeStance, bool>(async take => (await take.ExecuteAsync(number, StanceKind.For, supporter, default)).Done));
        Assert.True(await site.UseAsync<PostComment, bool>(async post => (await post.ExecuteAsync(new CommentInput(number, null, CommentLabel.None, "Gut.", "gut"), writer, default)).Done));
        return (number, author, supporter, writer);
    }

    private static async Task AcceptAsync(TestSite site, int number, Actor moderator)
    {
        var version = await site.WithDbAsync(db => db.Ideas.Where(idea => idea.Number == number).Select(idea => idea.Version).SingleAsync());
        Assert.Null(await site.UseAsync<AnswerIdea, Refusal?>(answer => answer.ExecuteAsync(number, An.Answer(), version, moderator, default)));
    }

    private static Task<int> ToldAsync(TestSite site, Actor person, NotificationKind kind) =>
        site.WithDbAsync(db => db.Notifications.CountAsync(entry => entry.Kind == kind && entry.PersonId == person.Person));
}

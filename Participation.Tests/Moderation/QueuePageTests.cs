using System.Net;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation;

/// <summary>A queue with ideas and comments, worked off by its pages.</summary>
public sealed class QueuePageTests
{
    private const string Facts = "Nennt die private Anschrift einer Nachbarin.";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_queue_shows_everything_that_waits_oldest_first_and_nothing_else(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var queue = await FilledQueue.StartAsync(site);

        Assert.Equal(queue.Waiting, await queue.ShownAsync());

        await queue.DecideAsync(Links.ModerateIdea(queue.Ideas[1]), "Publish");
        await queue.DecideAsync(Links.ModerateComment(queue.Discussed, queue.Comments[0]), "Decline", Facts);
        Assert.Equal([Links.ModerateIdea(queue.Ideas[0]), Links.ModerateIdea(queue.Ideas[2]), Links.ModerateComment(queue.Discussed, queue.Comments[1])], await queue.ShownAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_published_idea_is_public_at_once_and_its_author_hears_of_it(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var queue = await FilledQueue.StartAsync(site);
        var number = queue.Ideas[0];
        Assert.Equal(HttpStatusCode.NotFound, await queue.ReadAsync(Links.Idea(number)));
        Assert.DoesNotContain("Wartende Idee 1", (await queue.Visitor.GetAsync("/ideen?sortierung=neu")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await queue.DecideAsync(Links.ModerateIdea(number), "Publish");

        Assert.Equal(Links.Moderation, queue.Moderator.Last.Headers.Location?.ToString());
        Assert.NotNull((await queue.Moderator.FollowAsync()).QuerySelector("[role=status].flash--yes"));
        Assert.Equal(HttpStatusCode.OK, await queue.ReadAsync(Links.Idea(number, "Wartende Idee 1")));
        Assert.Contains("Wartende Idee 1", (await queue.Visitor.GetAsync("/ideen?sortierung=neu")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await queue.ToldAsync(NotificationKind.IdeaPublished));
        Assert.Equal([Measure.Publish], await queue.MeasuresAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_declined_idea_stays_closed_to_others_and_tells_its_author_why(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var queue = await FilledQueue.StartAsync(site);
        var number = queue.Ideas[0];
        var author = await Browsing.AsAsync(site, queue.Author);

        await queue.DecideAsync(Links.ModerateIdea(number), "Decline");
        Assert.Equal(HttpStatusCode.BadRequest, queue.Moderator.Last.StatusCode);
        Assert.Empty(await queue.MeasuresAsync());
        await queue.DecideAsync(Links.ModerateIdea(number), "Decline", Facts);

        Assert.Equal(HttpStatusCode.Redirect, queue.Moderator.Last.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await queue.ReadAsync(Links.Idea(number, "Wartende Idee 1")));
        Assert.Contains(Facts, (await author.GetAsync(Links.Idea(number, "Wartende Idee 1"))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Facts, (await author.GetAsync(Links.Inbox)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await queue.ToldAsync(NotificationKind.IdeaDeclined));
        Assert.Equal([Measure.Decline], await queue.MeasuresAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_hidden_idea_is_gone_with_its_reason_until_it_is_restored(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var queue = await FilledQueue.StartAsync(site);
        var (page, address) = (Links.ModerateIdea(queue.Discussed), Links.Idea(queue.Discussed, "Ein Garten für alle"));
        Assert.Equal(HttpStatusCode.OK, await queue.ReadAsync(address));

        await queue.DecideAsync(page, "Hide", Facts);
        Assert.Contains(Facts, (await queue.Visitor.GetAsync(address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, queue.Visitor.Last.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, await queue.ReadAsync($"/api/v1/ideas/{queue.Discussed}"));
        Assert.DoesNotContain("Ein Garten für alle", (await queue.Visitor.GetAsync("/ideen?sortierung=neu")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await queue.DecideAsync(page, "Restore");
        Assert.Equal(HttpStatusCode.OK, await queue.ReadAsync(address));
        Assert.Equal([Measure.Hide, Measure.Restore], await queue.MeasuresAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_comment_is_published_hidden_and_restored_in_its_place(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var queue = await FilledQueue.StartAsync(site);
        var (number, idea) = (queue.Comments[0], Links.Idea(queue.Discussed, "Ein Garten für alle"));
        var page = Links.ModerateComment(queue.Discussed, number);
        Assert.Null((await queue.Visitor.GetAsync(idea)).QuerySelector($"#{Links.CommentAnchor(number)}"));

        await queue.DecideAsync(page, "Publish");
        Assert.Equal("Wartender Beitrag 1", await queue.CommentAsync(idea, number));

        await queue.DecideAsync(page, "Hide", Facts);
        Assert.Null(await queue.CommentAsync(idea, number));
        Assert.Contains(Facts, (await queue.Visitor.GetAsync(idea)).QuerySelector($"#{Links.CommentAnchor(number)} .comment--hidden")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Wartender Beitrag 1", await queue.Visitor.Client.GetStringAsync(idea), StringComparison.Ordinal);

        await queue.DecideAsync(page, "Restore");
        Assert.Equal("Wartender Beitrag 1", await queue.CommentAsync(idea, number));
        Assert.Equal([Measure.Publish, Measure.Hide, Measure.Restore], await queue.MeasuresAsync());
    }

    [Theory, InlineData(true, HttpStatusCode.Conflict), InlineData(false, HttpStatusCode.BadRequest)]
    public async Task A_decision_from_an_old_page_or_without_a_token_changes_nothing(bool genuine, HttpStatusCode expected)
    {
        await using var site = await TestSite.StartAsync();
        var queue = await FilledQueue.StartAsync(site);
        var page = Links.ModerateIdea(queue.Ideas[0]);
        var form = (await queue.Moderator.GetAsync(page)).QuerySelectorAll("#entscheidung input[type=hidden]").ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value")!);
        form["Input.Step"] = "Publish";
        if (genuine) await queue.DecideAsync(page, "Decline", Facts, await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator)));
        else form["__RequestVerificationToken"] = "forged";

        await queue.Moderator.PostAsync(page, form);

        Assert.Equal(expected, queue.Moderator.Last.StatusCode);
        Assert.Equal(genuine ? [Measure.Decline] : [], await queue.MeasuresAsync());
        Assert.Equal(HttpStatusCode.NotFound, await queue.ReadAsync(Links.Idea(queue.Ideas[0])));
    }
}

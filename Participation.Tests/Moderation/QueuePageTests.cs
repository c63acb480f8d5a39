using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Tests.Moderation.Notices;
using Participation.Tests.Support;
using Participation.Web.Moderation;
using Participation.Web.Moderation.Complaints;
using Participation.Web.Moderation.Notices;
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
    public async Task One_list_has_the_gravest_first_and_complaints_too(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (idea, author, decider) = (await given.IdeaAsync(), await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        List<int> comments = [];
        for (var i = 1; i <= 4; i++) comments.Add(await site.CommentAsync(idea, i == 4 ? author : await given.PersonAsync(), $"Beitrag Nummer {i} zur Sache."));
        await site.WithDbAsync(db => db.Comments.ExecuteUpdateAsync(set => set.SetProperty(comment => comment.NeedsLook, false)));
        await site.WithDbAsync(db => db.Ideas.ExecuteUpdateAsync(set => set.SetProperty(it => it.NeedsLook, false)));
        await site.ReportAsync(idea, comments[0], await given.PersonAsync(), NoticeReason.Spam);
        await site.ReportAsync(idea, comments[1], await given.PersonAsync(), NoticeReason.Netiquette);
        await site.ReportAsync(idea, comments[1], null, NoticeReason.Unlawful);
        Assert.Null(await site.StepAsync(CaseStep.Hide, idea, comments[3], decider));
        Assert.Null(await site.UseAsync<FileComplaint, Refusal?>(file => file.ByAuthorAsync(1, "Das war Kritik.", author, default)));
        await site.ReportAsync(idea, comments[2], null, NoticeReason.ChildAbuse);

        var page = await (await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator))).GetAsync(Links.Moderation);
        var rows = page.QuerySelectorAll("a.queue__item");
        Assert.Equal([Links.ModerateComment(idea, comments[2]), Links.ModerateComment(idea, comments[0]), Links.ModerateComment(idea, comments[1]), Links.DecideComplaint(1)], rows.Select(row => row.GetAttribute("href")));
        Assert.Contains("Zuerst ansehen", rows[0].TextContent, StringComparison.Ordinal);
        // A case with several reasons is called by the gravest, and every row says what it is about.
        Assert.Contains(NoticeWords.Of(NoticeReason.Unlawful), rows[2].TextContent, StringComparison.Ordinal);
        Assert.Contains("Beitrag Nummer 2 zur Sache.", rows[2].TextContent, StringComparison.Ordinal);
        Assert.Equal("4", page.QuerySelector("#warteschlange a[aria-current=page] .num")!.TextContent);
        Assert.Equal(3, page.QuerySelectorAll(".queue__pick").Length);
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_case_is_called_by_the_gravest_of_its_reasons_whichever_they_are(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (idea, queue) = (await given.IdeaAsync(), new List<(int Comment, NoticeReason Gravest)>());
        for (var i = 0; i < Notice.ByGravity.Count; i++)
        {
            var comment = await site.CommentAsync(idea, await given.PersonAsync(), $"Beitrag Nummer {i} zur Sache.");
            foreach (var reason in Notice.ByGravity.Skip(i).Reverse()) await site.ReportAsync(idea, comment, null, reason);
            queue.Add((comment, Notice.ByGravity[i]));
        }

        Assert.Equal(Enum.GetValues<NoticeReason>().Except([NoticeReason.None]).Order(), Notice.ByGravity.Order());
        var page = await (await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator))).GetAsync(Links.Moderation);
        foreach (var (comment, gravest) in queue)
            Assert.Contains(": " + NoticeWords.Of(gravest) + ".", page.QuerySelector($"a.queue__item[href='{Links.ModerateComment(idea, comment)}'] .queue__note")!.TextContent, StringComparison.Ordinal);
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

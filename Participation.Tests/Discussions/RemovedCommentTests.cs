using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Notifications;
using Participation.Domain.Processes;
using Participation.Tests.Support;
using Participation.Web.Discussions;
using Participation.Web.Moderation;
using Participation.Web.Shared;

namespace Participation.Tests.Discussions;

public sealed class RemovedCommentTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_deleted_comment_is_gone_and_one_that_never_was_is_not_found(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (number, author) = (await given.IdeaAsync(), await given.PersonAsync());
        var comment = await PostAsync(site, number, author, "Weg damit");
        Assert.Null(await site.UseAsync<DeleteComment, Refusal?>(delete => delete.ExecuteAsync(number, comment, author, default)));
        var visitor = Browsing.Visitor(site);
        foreach (var (address, status) in new[]
        {
            (Links.Comment(number, comment), 410), (Links.Comment(number, 99), 404),
            ($"/api/v1/ideas/{number}/comments/{comment}", 410), ($"/api/v1/ideas/{number}/comments/99", 404),
        })
        {
            await visitor.GetAsync(address);
            Assert.Equal((address, status), (address, (int)visitor.Last.StatusCode));
        }
    }

    [Fact]
    public async Task A_held_comment_tells_author_and_person_replied_to_when_a_moderator_publishes_it()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        await given.ProcessAsync(moderation: ModerationMode.PreModerateAll);
        var (ideaAuthor, first, second, moderator) = (await given.PersonAsync(), await given.PersonAsync(), await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        var number = await given.IdeaAsync(ideaAuthor);
        var root = await PostAsync(site, number, first, "Erster");
        await PublishAsync(site, number, root, moderator);
        var reply = await PostAsync(site, number, second, "Antwort", root);
        Assert.Equal(0, await ToldAsync(site, first, NotificationKind.CommentReplied));
        await PublishAsync(site, number, reply, moderator);
        Assert.Equal(1, await ToldAsync(site, first, NotificationKind.CommentReplied));
        Assert.Equal(2, await ToldAsync(site, ideaAuthor, NotificationKind.IdeaCommented));
    }

    [Fact]
    public async Task Looking_at_a_form_is_free_and_sending_it_too_often_is_answered_with_a_time_to_wait()
    {
        await using var site = await TestSite.StartAsync(settings: settings => settings["Limits:WritesPerMinute"] = "3");
        var given = new Given(site);
        var number = await given.IdeaAsync();
        var browsing = await Browsing.AsAsync(site, await given.PersonAsync());
        for (var i = 0; i < 10; i++)
        {
            await browsing.GetAsync(Links.Comments(number));
            Assert.Equal(200, (int)browsing.Last.StatusCode);
        }

        for (var i = 0; i < 3; i++) await browsing.PostAsync(Links.Comments(number), []);
        Assert.Equal(400, (int)browsing.Last.StatusCode);
        var page = await browsing.PostAsync(Links.Comments(number), []);
        Assert.Equal(429, (int)browsing.Last.StatusCode);
        Assert.True(browsing.Last.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.False(string.IsNullOrWhiteSpace(page.QuerySelector("h1")?.TextContent));
    }

    private static Task<int> ToldAsync(TestSite site, Actor person, NotificationKind kind) =>
        site.WithDbAsync(db => db.Notifications.CountAsync(entry => entry.PersonId == person.Person && entry.Kind == kind));

    private static async Task PublishAsync(TestSite site, int idea, int comment, Actor moderator) =>
        Assert.Null(await site.UseAsync<PublishComment, Refusal?>(publish => publish.ExecuteAsync(new CaseOrder(idea, 0, moderator), comment, default)));

    private static Task<int> PostAsync(TestSite site, int idea, Actor author, string text, int? parent = null) => site.UseAsync<PostComment, int>(async post =>
    {
        var posted = await post.ExecuteAsync(new CommentInput(idea, parent, CommentLabel.None, text, $"key-{text}"), author, default);
        Assert.True(posted.Done, posted.Refusal?.ToString());
        return posted.Value.Number;
    });
}

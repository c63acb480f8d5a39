using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Processes;
using Participation.Tests.Support;
using Participation.Web.Discussions;
using Participation.Web.Ideas;
using Participation.Web.Moderation;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation;

public sealed class LookAfterwardsTests
{
    private static readonly string Page = Links.ModerationArea(Links.AreaUnseen);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_appeared_at_once_is_looked_at_once_and_again_after_a_change(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, idea) = (await given.PersonAsync(), await given.IdeaAsync());
        await PostAsync(site, idea, author, "Zum Nachsehen");
        var moderator = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));

        var page = await moderator.GetAsync(Page);
        Assert.Equal([$"{idea}:1@1", $"{idea}@1"], page.QuerySelectorAll("input[name=gesehen]").Select(box => box.GetAttribute("value")!).Order(StringComparer.Ordinal));
        await moderator.SubmitAsync(Page, "#nachschau", new() { ["gesehen"] = $"{idea}:1@1" });
        Assert.Equal([$"{idea}@1"], (await moderator.GetAsync(Page)).QuerySelectorAll("input[name=gesehen]").Select(box => box.GetAttribute("value")!));
        Assert.Equal(1, await site.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "comment.seen")));

        Assert.Null(await site.UseAsync<EditComment, Domain.Refusal?>(edit => edit.ExecuteAsync(new CommentEdit(idea, 1, "Danach geändert", CommentLabel.None, 1), author, default)));
        Assert.Contains($"{idea}:1@2", (await moderator.GetAsync(Page)).QuerySelectorAll("input[name=gesehen]").Select(box => box.GetAttribute("value")!));
        await moderator.SubmitAsync(Page, "#nachschau", new() { ["gesehen"] = $"{idea}:1@1" });
        Assert.Contains($"{idea}:1@2", (await moderator.GetAsync(Page)).QuerySelectorAll("input[name=gesehen]").Select(box => box.GetAttribute("value")!));
        // Only what was marked is written down; what is not there stops nothing.
        var actor = await given.PersonAsync(Role.Moderator);
        Assert.Equal(1, await site.UseAsync<MarkSeen, int>(seen => seen.ExecuteAsync([new CaseVersion(CaseRef.OfComment(idea, 99), 1), new CaseVersion(CaseRef.OfComment(idea, 1), 1), new CaseVersion(CaseRef.OfIdea(9999), 1), new CaseVersion(CaseRef.OfComment(idea, 1), 2)], actor, default)));
        Assert.Equal(2, await site.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "comment.seen")));
    }

    [Fact]
    public async Task A_published_idea_that_its_author_changes_comes_back_for_a_look()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        await given.ProcessAsync(moderation: ModerationMode.PreModerateIdeas);
        var author = await given.PersonAsync();
        var number = await given.IdeaAsync(author);
        Assert.False(await NeedsLookAsync(site, number));
        var topic = await site.WithDbAsync(db => db.Topics.Select(t => t.Key).FirstAsync());
        var input = new IdeaFormInput { Title = "Kaufen Sie bei mir ein", Body = "Jetzt zugreifen, nur noch heute billig.", Topic = topic }.ToInput("");
        Assert.Null(await site.UseAsync<ReviseIdea, Domain.Refusal?>(revise => revise.ExecuteAsync(number, input, 1, author, default)));
        Assert.True(await NeedsLookAsync(site, number));
    }

    [Fact]
    public async Task What_a_moderator_wrote_published_or_hid_needs_no_look()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var moderator = await given.PersonAsync(Role.Moderator);
        var idea = await given.IdeaAsync();
        await PostAsync(site, idea, moderator, "Von der Moderation");
        await PostAsync(site, idea, await given.PersonAsync(), "Wird ausgeblendet");
        Assert.Null(await site.UseAsync<HideComment, Domain.Refusal?>(hide => hide.ExecuteAsync(new CaseOrder(idea, 0, moderator), 2, Domain.Moderation.Ground.Respect, "Beleidigt.", default)));
        Assert.Equal(0, await site.WithDbAsync(db => db.Comments.CountAsync(comment => comment.NeedsLook && comment.Status == CommentStatus.Published)));
        // The idea alone is left to be looked at.
        Assert.Equal(1, (await site.UseAsync<QueueQueries, QueueCounts>(queries => queries.CountsAsync(default))).Unseen);
    }

    [Fact]
    public async Task Only_moderators_file_texts_and_nonsense_files_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var idea = await given.IdeaAsync();
        Assert.Equal(0, await site.UseAsync<MarkSeen, int>(async seen => await seen.ExecuteAsync([new CaseVersion(CaseRef.OfIdea(idea), 1)], await given.PersonAsync(), default)));
        Assert.True(await NeedsLookAsync(site, idea));
        var moderator = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        await moderator.SubmitAsync(Page, "#nachschau", new() { ["gesehen"] = "1:2:3:4" });
        Assert.True((int)moderator.Last.StatusCode < 500);
        Assert.True(await NeedsLookAsync(site, idea));
    }

    private static Task<bool> NeedsLookAsync(TestSite site, int number) => site.WithDbAsync(db => db.Ideas.Where(idea => idea.Number == number).Select(idea => idea.NeedsLook).SingleAsync());

    private static async Task PostAsync(TestSite site, int idea, Actor author, string text) => Assert.True(
        await site.UseAsync<PostComment, bool>(async post => (await post.ExecuteAsync(new CommentInput(idea, null, CommentLabel.None, text, "key-" + text), author, default)).Done));
}

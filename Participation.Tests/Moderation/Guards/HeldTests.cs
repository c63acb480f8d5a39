using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Domain.Moderation.Guards;
using Participation.Domain.Notifications;
using Participation.Tests.Support;
using Participation.Web.Discussions;
using Participation.Web.Ideas;
using Participation.Web.Moderation;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation.Guards;

/// <summary>What waits for a moderator, why, and how it goes on.</summary>
public sealed class HeldTests
{
    private const string Long = "Auf dem Marktplatz fehlen im Sommer Bänke im Schatten, besonders neben dem Brunnen und vor der Kirche, wo viele ältere Menschen auf den Bus warten.";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_listed_word_holds_a_comment_and_a_moderator_publishes_it(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (idea, author, moderator) = (await given.IdeaAsync(), await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        var posted = (await site.SayAsync(idea, author, "Diese Arschlöcher!")).Value!;
        Assert.True(posted.Held);
        Assert.Contains(new Found(FindingReason.Word, "Arschloch"), posted.HeldFor);
        Assert.Equal((CommentStatus.Queued, 0), await site.WithDbAsync(async db => (await db.Comments.Select(c => c.Status).SingleAsync(), await db.Ideas.Select(i => i.CommentCount).SingleAsync())));

        var desk = await Browsing.AsAsync(site, moderator);
        Assert.Contains("Wortliste: „Arschloch“", (await desk.GetAsync(Links.Moderation)).QuerySelector(".queue")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Wortliste: „Arschloch“", (await desk.GetAsync(Links.ModerateComment(idea, 1))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await site.UseAsync<PublishComment, Domain.Refusal?>(publish => publish.ExecuteAsync(new CaseOrder(idea, 0, moderator), 1, default)));
        Assert.Equal((CommentStatus.Published, 1), await site.WithDbAsync(async db => (await db.Comments.Select(c => c.Status).SingleAsync(), await db.Ideas.Select(i => i.CommentCount).SingleAsync())));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_is_declined_for_a_listed_word_reads_that_a_machine_found_it(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (idea, moderator) = (await given.IdeaAsync(), await given.PersonAsync(Role.Moderator));
        Assert.True((await site.SayAsync(idea, await given.PersonAsync(), "Diese Arschlöcher!")).Value!.Held);
        Assert.Null(await site.UseAsync<DeclineComment, Domain.Refusal?>(decline => decline.ExecuteAsync(new CaseOrder(idea, 0, moderator), 1, Ground.Respect, "Beschimpft andere.", default)));
        Assert.Equal((DecisionSource.AutomatedDetection, false), await site.WithDbAsync(db => db.Decisions.Select(d => new ValueTuple<DecisionSource, bool>(d.Source, d.Automated)).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_listed_word_holds_an_idea_where_ideas_appear_at_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var submitted = (await site.SubmitAsync(await new Given(site).PersonAsync(), "Wichser raus aus dem Park")).Value!;
        Assert.Equal(IdeaStatus.Submitted, submitted.Status);
        Assert.Contains(new Found(FindingReason.Word, "Wichser"), submitted.HeldFor);
        var moderator = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        Assert.Contains("Wortliste: „Wichser“", (await moderator.GetAsync(Links.Moderation)).QuerySelector(".queue")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await Visit(site, Links.Idea(submitted.Number))).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_public_text_that_gets_a_listed_word_is_held_back_with_a_decision_and_comes_back(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, moderator) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        var idea = await given.IdeaAsync(author);
        Assert.True((await site.SayAsync(idea, author, "Ein Gedanke")).Done);
        Assert.Null(await EditAsync(site, idea, author, "Ein Wichser", 1));
        var comment = await site.WithDbAsync(db => db.Comments.AsNoTracking().SingleAsync());
        Assert.Equal((CommentStatus.Hidden, true, 2), (comment.Status, comment.IsHeld, comment.TextVersion));
        var decision = await site.WithDbAsync(db => db.Decisions.SingleAsync());
        Assert.Equal((Measure.Hold, true, DecisionSource.AutomatedDetection, Ground.ToBeChecked), (decision.Measure, decision.Automated, decision.Source, decision.Ground));
        Assert.Contains("„Wichser“", decision.Facts, StringComparison.Ordinal);
        // Everyone reads that it waits, not which word it was.
        Assert.DoesNotContain("Wichser", comment.RemovalReason!, StringComparison.Ordinal);
        var statement = (await (await Browsing.AsAsync(site, author)).GetAsync(Links.Decision(1))).QuerySelector("main")!.TextContent;
        Assert.Contains("Automatisch aufgefallen", statement, StringComparison.Ordinal);
        Assert.Contains("noch nicht geprüft", statement, StringComparison.Ordinal);
        Assert.Equal(1, await site.WithDbAsync(db => db.Notifications.CountAsync(notification => notification.PersonId == author.Person && notification.Kind == NotificationKind.CommentHeld)));

        var desk = await Browsing.AsAsync(site, moderator);
        Assert.Single((await desk.GetAsync(Links.Moderation)).QuerySelectorAll(".queue__item"));
        Assert.Null(await site.UseAsync<RestoreComment, Domain.Refusal?>(restore => restore.ExecuteAsync(new CaseOrder(idea, comment.Version, moderator), 1, default)));
        Assert.Empty((await desk.GetAsync(Links.Moderation)).QuerySelectorAll(".queue__item"));
        // What a moderator let pass is not found again in the next version.
        Assert.Null(await EditAsync(site, idea, author, "Ein Wichser, wie gesagt", 2));
        Assert.Equal(CommentStatus.Published, await site.WithDbAsync(db => db.Comments.Select(c => c.Status).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_public_idea_that_gets_a_listed_word_is_held_back_and_nobody_is_told_of_the_version(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, reader) = (await given.PersonAsync(), await given.PersonAsync());
        var idea = await given.IdeaAsync(author);
        Assert.True((await site.SayAsync(idea, reader, "Gute Idee")).Done);
        var topic = await site.WithDbAsync(db => db.Topics.Select(t => t.Key).FirstAsync());
        var input = new IdeaInput("", "Mehr Bänke am Markt", null, "Auf dem Marktplatz sitzen nur Arschlöcher.", topic, null, null, null, null);
        Assert.Null(await site.UseAsync<ReviseIdea, Domain.Refusal?>(revise => revise.ExecuteAsync(idea, input, 1, author, default)));
        Assert.True(await site.WithDbAsync(db => db.Ideas.Select(i => i.IsHeld).SingleAsync()));
        Assert.Equal(0, await site.WithDbAsync(db => db.Notifications.CountAsync(notification => notification.PersonId == reader.Person)));
        var desk = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        Assert.Contains("Wortliste: „Arschloch“", (await desk.GetAsync(Links.Moderation)).QuerySelector(".queue")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(410, (int)(await Visit(site, Links.Idea(idea))).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nearly_the_same_text_waits_whoever_writes_it(string database)
    {
        await using var site = await GivenGuards.StartAsync(database);
        await site.WithoutPausesAsync();
        var given = new Given(site);
        var (idea, author) = (await given.IdeaAsync(), await given.PersonAsync());
        Assert.False((await site.SayAsync(idea, author, Long)).Value!.Held);
        Assert.Contains(new Found(FindingReason.Similar), (await site.SayAsync(idea, author, Long + " Danke!")).Value!.HeldFor);
        Assert.Contains(new Found(FindingReason.Similar), (await site.SayAsync(idea, await given.PersonAsync(), "Hallo! " + Long)).Value!.HeldFor);
        Assert.False((await site.SayAsync(idea, await given.PersonAsync(), "Das sehe ich genauso.")).Value!.Held);

        // An hour later it may be somebody else's own thought.
        var earlier = TimeProvider.System.GetUtcNow().AddMinutes(-61);
        await site.WithDbAsync(db => db.Writings.ExecuteUpdateAsync(set => set.SetProperty(writing => writing.At, earlier)));
        Assert.False((await site.SayAsync(idea, await given.PersonAsync(), Long)).Value!.Held);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_change_into_what_was_just_written_elsewhere_is_held_back_whoever_wrote_it(string database)
    {
        await using var site = await GivenGuards.StartAsync(database);
        await site.WithoutPausesAsync();
        var given = new Given(site);
        var (idea, author, other) = (await given.IdeaAsync(), await given.PersonAsync(), await given.PersonAsync());
        Assert.True((await site.SayAsync(idea, author, Long)).Done);
        Assert.True((await site.SayAsync(idea, author, "Ein Gedanke")).Done);
        Assert.True((await site.SayAsync(idea, other, "Noch ein Gedanke")).Done);
        Assert.Null(await EditAsync(site, idea, author, Long + " Danke!", 1, number: 2));
        Assert.Null(await EditAsync(site, idea, other, "Hallo! " + Long, 1, number: 3));
        Assert.Equal([false, true, true], await site.WithDbAsync(db => db.Comments.OrderBy(comment => comment.Number).Select(comment => comment.IsHeld).ToListAsync()));
        Assert.All(await site.WithDbAsync(db => db.Decisions.ToListAsync()), decision => Assert.Contains("Fast derselbe Text", decision.Facts, StringComparison.Ordinal));
        var desk = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        Assert.Equal(2, (await desk.GetAsync(Links.Moderation)).QuerySelectorAll(".queue__item").Count(item => item.TextContent.Contains("Fast derselbe Text wie kurz zuvor", StringComparison.Ordinal)));

        // What a change made of a text counts as written, too; short texts are refused as new ones are.
        Assert.True((await site.SayAsync(idea, author, "Kurz und gut")).Done);
        Assert.True((await site.SayAsync(idea, author, "Etwas anderes")).Done);
        Assert.IsType<SameTextAgain>(await EditAsync(site, idea, author, "kurz und **gut**", 1, number: 5));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_idea_that_is_changed_into_another_is_held_back(string database)
    {
        await using var site = await GivenGuards.StartAsync(database);
        await site.WithoutPausesAsync();
        var author = await new Given(site).PersonAsync();
        Assert.True((await site.SubmitAsync(author, "Mehr Bänke am Markt", Long)).Done);
        var second = (await site.SubmitAsync(author, "Ein Brunnen am Markt", "Ein Brunnen wäre für alle gut, die hier wohnen.")).Value!.Number;
        await site.WithDbAsync(db => db.Ideas.Where(idea => idea.Number == second).ExecuteUpdateAsync(set => set.SetProperty(idea => idea.Status, IdeaStatus.Published)));
        var topic = await site.WithDbAsync(db => db.Topics.Select(t => t.Key).FirstAsync());
        Assert.IsType<SameTextAgain>(await site.UseAsync<ReviseIdea, Domain.Refusal?>(revise => revise.ExecuteAsync(second, new IdeaInput("", "Mehr Bänke am Markt", null, Long, topic, null, null, null, null), 1, author, default)));
        Assert.Null(await site.UseAsync<ReviseIdea, Domain.Refusal?>(revise => revise.ExecuteAsync(second, new IdeaInput("", "Mehr Bänke am Markt!", null, Long + " Danke!", topic, null, null, null, null), 1, author, default)));
        Assert.True(await site.WithDbAsync(db => db.Ideas.Where(idea => idea.Number == second).Select(idea => idea.IsHeld).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_text_does_not_repeat_itself_nor_those_who_copied_it(string database)
    {
        await using var site = await GivenGuards.StartAsync(database);
        await site.WithoutPausesAsync();
        var given = new Given(site);
        var (idea, author) = (await given.IdeaAsync(), await given.PersonAsync());
        Assert.True((await site.SayAsync(idea, author, Long)).Done);
        string[] versions = [Long + " Bitte!", "Das hat sich erledigt, weil die Stadt schon Bänke aufstellen will, wie heute in der Zeitung steht.", Long];
        for (var i = 0; i < versions.Length; i++) Assert.Null(await EditAsync(site, idea, author, versions[i], i + 1));
        Assert.True((await site.SayAsync(idea, await given.PersonAsync(), "Hallo! " + Long)).Value!.Held);
        Assert.Null(await EditAsync(site, idea, author, Long + " Danke!", 4));
        Assert.Equal(0, await site.WithDbAsync(db => db.Findings.CountAsync(finding => finding.AuthorId == author.Person && finding.Reason == FindingReason.Similar)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_first_contribution_is_looked_at_afterwards_or_waits_as_the_rules_say(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (idea, author) = (await given.IdeaAsync(), await given.PersonAsync());
        Assert.False((await site.SayAsync(idea, author, "Mein erster Beitrag")).Value!.Held);
        Assert.False((await site.SayAsync(idea, author, "Mein zweiter Beitrag")).Value!.Held);
        var desk = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        // It stands in the one queue, and a moderator who finds it in order says so on its page.
        Assert.Contains("Erster Beitrag", Assert.Single((await desk.GetAsync(Links.Moderation)).QuerySelectorAll("a.queue__item")).TextContent, StringComparison.OrdinalIgnoreCase);
        var rows = (await desk.GetAsync(Links.ModerationArea(Links.AreaUnseen))).QuerySelectorAll(".queue__look").Select(row => row.TextContent).Where(text => text.Contains("Erster Beitrag", StringComparison.Ordinal)).ToList();
        Assert.Contains("Mein erster Beitrag", Assert.Single(rows), StringComparison.Ordinal);
        await desk.SubmitAsync(Links.ModerateComment(idea, 1), "#entscheidung", [], "button[value=Seen]");
        Assert.Empty((await desk.GetAsync(Links.Moderation)).QuerySelectorAll("a.queue__item"));
        Assert.Equal(1, await site.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "comment.seen")));

        await site.RulesAsync(FirstPostRule.Hold);
        Assert.False((await site.SayAsync(idea, author, "Mein dritter Beitrag")).Value!.Held);
        Assert.Equal([new Found(FindingReason.FirstPost)], (await site.SayAsync(idea, await given.PersonAsync(), "Guten Tag")).Value!.HeldFor);
        Assert.Equal(IdeaStatus.Submitted, (await site.SubmitAsync(await given.PersonAsync(), "Ein Brunnen am Markt")).Value!.Status);
    }

    private static Task<Domain.Refusal?> EditAsync(TestSite site, int idea, Actor author, string body, int version, int number = 1) =>
        site.UseAsync<EditComment, Domain.Refusal?>(edit => edit.ExecuteAsync(new CommentEdit(idea, number, body, CommentLabel.None, version), author, default));

    private static async Task<HttpResponseMessage> Visit(TestSite site, string address)
    {
        var visitor = Browsing.Visitor(site);
        await visitor.GetAsync(address);
        while ((int)visitor.Last.StatusCode is 301 or 308) await visitor.FollowAsync();
        return visitor.Last;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Tests.Support;
using Participation.Web.Data;
using Participation.Web.Discussions;
using Participation.Web.Ideas;
using Participation.Web.Moderation;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation;

public sealed class MergeTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Stances_are_united_with_one_per_person_and_comments_keep_threads_and_addresses(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (authorA, authorB, moderator) = (await given.PersonAsync(), await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        var (source, target) = (await given.IdeaAsync(authorA), await given.IdeaAsync(authorB, title: "Sitzbänke für den Marktplatz"));
        var (both, onlySource, onlyTarget) = (await given.PersonAsync(), await given.PersonAsync(), await given.PersonAsync());
        await StanceAsync(site, source, both, StanceKind.Against);
        await StanceAsync(site, target, both, StanceKind.For);
        await StanceAsync(site, source, onlySource, StanceKind.Neutral);
        await StanceAsync(site, target, onlyTarget, StanceKind.Against);
        await StanceAsync(site, source, authorB, StanceKind.For);
        await CommentAsync(site, target, both, null, "Schon hier");
        var root = await CommentAsync(site, source, onlySource, null, "Wurzel");
        var other = await CommentAsync(site, source, both, null, "Zweiter Faden");
        var reply = await CommentAsync(site, source, authorB, root, "Antwort");

        Assert.Null(await MergeAsync(site, source, target, moderator));

        var (from, into, stances, comments) = await site.WithDbAsync(async db =>
        {
            var a = await db.Ideas.AsNoTracking().SingleAsync(idea => idea.Number == source);
            var b = await db.Ideas.AsNoTracking().Include(idea => idea.Events).SingleAsync(idea => idea.Number == target);
            return (a, b, await db.Stances.AsNoTracking().ToListAsync(), await db.Comments.AsNoTracking().OrderBy(comment => comment.Path).ToListAsync());
        });
        Assert.Equal((IdeaStatus.Merged, into.Id, default(StanceCounts), 0), (from.Status, from.MergedIntoId!.Value, from.Stances, from.CommentCount));
        Assert.Equal(new StanceCounts(1, 1, 1), into.Stances);
        Assert.All(stances, stance => Assert.Equal(into.Id, stance.IdeaId));
        Assert.Equal(
            [(both.Person, StanceKind.For), (onlySource.Person, StanceKind.Neutral), (onlyTarget.Person, StanceKind.Against)],
            stances.Select(stance => (stance.PersonId, stance.Kind)).OrderByDescending(pair => pair.Kind));
        Assert.Equal(4, into.CommentCount);
        Assert.Equal(["Schon hier", "Wurzel", "Antwort", "Zweiter Faden"], comments.Select(comment => comment.Body.Markdown));
        Assert.All(comments, comment => Assert.Equal(into.Id.Value, comment.SubjectId));
        Assert.Equal([1, 2, 4, 3], comments.Select(comment => comment.Number));
        Assert.Equal("00000020000004", comments[2].Path);
        Assert.Equal(source, into.Events.Single(step => step.Kind is IdeaEventKind.TookIn).OtherNumber);

        var visitor = Browsing.Visitor(site);
        await visitor.GetAsync(Links.Idea(source));
        Assert.Equal((301, Links.Idea(target)), ((int)visitor.Last.StatusCode, visitor.Last.Headers.Location!.ToString()));
        await visitor.GetAsync(Links.Comment(source, reply));
        Assert.Equal((301, Links.Comment(target, 4)), ((int)visitor.Last.StatusCode, visitor.Last.Headers.Location!.ToString()));
        await visitor.GetAsync(Links.Comment(source, other));
        Assert.Equal(Links.Comment(target, 3), visitor.Last.Headers.Location!.ToString());
        var page = await visitor.GetAsync(Links.Idea(target, into.Title));
        Assert.Contains("Beide wollen Bänke.", page.QuerySelector(".taken-in")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mehr Bänke am Markt", page.QuerySelector(".taken-in details")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Everyone_involved_is_told_once_and_the_decision_is_written(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, voter, writer, moderator) = (await given.PersonAsync(), await given.PersonAsync(), await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        var (source, target) = (await given.IdeaAsync(author), await given.IdeaAsync(title: "Sitzbänke"));
        await StanceAsync(site, source, voter, StanceKind.For);
        await CommentAsync(site, source, writer, null, "Gut!");
        await StanceAsync(site, source, writer, StanceKind.For);

        Assert.Null(await MergeAsync(site, source, target, moderator));

        var told = await site.WithDbAsync(db => db.Notifications.AsNoTracking().Where(entry => entry.Kind == NotificationKind.IdeaMerged).ToListAsync());
        Assert.Equal(new[] { author.Person, voter.Person, writer.Person }.OrderBy(p => p.Value), told.Select(entry => entry.PersonId).OrderBy(p => p.Value));
        Assert.All(told, entry => Assert.Equal("Sitzbänke", entry.Detail));
        var decision = await site.WithDbAsync(db => db.Decisions.AsNoTracking().SingleAsync());
        Assert.Equal((Measure.Merge, Ground.Duplicate, author.Person, moderator.Person), (decision.Measure, decision.Ground, decision.AuthorId, decision.DecidedBy));
        Assert.Equal(1, await site.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "idea.merge")));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Stances_and_comments_that_race_with_a_merge_are_counted_there_or_refused_with_the_new_number(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (source, target, moderator) = (await given.IdeaAsync(), await given.IdeaAsync(title: "Sitzbänke"), await given.PersonAsync(Role.Moderator));
        var people = new List<Actor>();
        for (var i = 0; i < 20; i++) people.Add(await given.PersonAsync());

        var stances = people.Select(async (person, i) => await site.UseAsync<TakeStance, Refusal?>(async take =>
            (await take.ExecuteAsync(i % 2 == 0 ? source : target, StanceKind.For, person, default)).Refusal)).ToList();
        var merge = MergeAsync(site, source, target, moderator);
        var comments = people.Select(async (person, i) => await site.UseAsync<PostComment, Refusal?>(async post =>
            (await post.ExecuteAsync(new CommentInput(source, null, CommentLabel.None, "Beitrag", $"race-{i}"), person, default)).Refusal)).ToList();
        Assert.Null(await merge);
        var refusals = (await Task.WhenAll(stances.Concat(comments))).OfType<Refusal>().ToList();

        Assert.All(refusals, refusal => Assert.Equal(new IdeaWasMerged(target), refusal));
        var (idea, rows, posts) = await site.WithDbAsync(async db => (
            await db.Ideas.AsNoTracking().SingleAsync(candidate => candidate.Number == target),
            await db.Stances.AsNoTracking().ToListAsync(), await db.Comments.AsNoTracking().ToListAsync()));
        Assert.All(rows, row => Assert.Equal(idea.Id, row.IdeaId));
        Assert.All(posts, post => Assert.Equal(idea.Id.Value, post.SubjectId));
        Assert.Equal((rows.Count, posts.Count), (idea.ForCount, idea.CommentCount));
        Assert.Equal(40 - refusals.Count, rows.Count + posts.Count);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_moderators_who_merge_in_opposite_directions_leave_one_merge(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (a, b) = (await given.IdeaAsync(), await given.IdeaAsync(title: "Sitzbänke"));
        var (first, second) = (await given.PersonAsync(Role.Moderator), await given.PersonAsync(Role.Moderator));
        var outcomes = await Task.WhenAll(MergeAsync(site, a, b, first), MergeAsync(site, b, a, second));
        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Equal(1, await site.WithDbAsync(db => db.Ideas.CountAsync(idea => idea.Status == IdeaStatus.Merged)));
    }

    [Fact]
    public async Task Ideas_of_different_processes_and_ones_own_idea_are_not_merged()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var moderator = await given.PersonAsync(Role.Moderator);
        var (number, elsewhere, own) = (await given.IdeaAsync(), await given.IdeaAsync(process: "klima"), await given.IdeaAsync(moderator));
        Assert.IsType<MergeNeedsSameProcess>(await MergeAsync(site, number, elsewhere, moderator));
        Assert.IsType<NotAllowed>(await MergeAsync(site, own, number, moderator));
        Assert.IsType<NotAllowed>(await MergeAsync(site, number, own, moderator));
        Assert.IsType<NotAllowed>(await MergeAsync(site, number, elsewhere, await given.PersonAsync()));
        Assert.IsType<CannotMergeIntoItself>(await MergeAsync(site, number, number, moderator));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_page_compares_both_ideas_needs_a_reason_and_lists_the_decision(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (source, target) = (await given.IdeaAsync(), await given.IdeaAsync(title: "Mehr Bänke auf dem Marktplatz"));
        await StanceAsync(site, source, await given.PersonAsync(), StanceKind.For);
        await CommentAsync(site, source, await given.PersonAsync(), null, "Gut!");
        var browsing = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator, "Anna Moderation"));

        var choose = await browsing.GetAsync(Links.MergeIdea(source));
        Assert.NotNull(choose.QuerySelector($"a[href='{Links.MergeIdea(source, target)}']"));
        var page = Links.MergeIdea(source, target);
        var refused = await browsing.SubmitAsync(page, "form[method=post]:has(#Input_Reason)", new() { ["Input.Reason"] = " " });
        Assert.Equal(400, (int)browsing.Last.StatusCode);
        Assert.NotNull(refused.QuerySelector("a[href='#Input_Reason']"));
        await browsing.SubmitAsync(page, "form[method=post]:has(#Input_Reason)", new() { ["Input.Reason"] = "Beide wollen Bänke." });
        Assert.Equal(302, (int)browsing.Last.StatusCode);

        var decisions = await browsing.GetAsync(Links.Decisions);
        var row = decisions.QuerySelector(".decisions__item")!.TextContent;
        Assert.Contains("Beide wollen Bänke.", row, StringComparison.Ordinal);
        Assert.Contains("Anna Moderation", row, StringComparison.Ordinal);
        var unknown = await browsing.GetAsync(Links.MergeIdea(target, 999));
        Assert.Contains("999", unknown.QuerySelector(".error-list")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_slower_moderator_reads_who_decided_what_and_keeps_the_text()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var number = await given.IdeaAsync();
        var (fast, slow) = (await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator, "Anna Schnell")), await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator)));
        var page = Links.ModerateIdea(number);
        var seen = await slow.GetAsync(page);
        var token = seen.QuerySelector("#entscheidung input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var version = seen.QuerySelector("#entscheidung input[name='Input.Version']")!.GetAttribute("value")!;
        await fast.SubmitAsync(page, "#entscheidung", new() { ["Input.Ground"] = "Respect", ["Input.Facts"] = "Beleidigt Dritte." }, "button[value=Hide]");
        var answer = await slow.PostAsync(page, new()
        {
            ["__RequestVerificationToken"] = token, ["Input.Version"] = version, ["Input.Step"] = "Hide", ["Input.Ground"] = "OffTopic", ["Input.Facts"] = "Gehört nicht hierher.",
        });
        Assert.Equal(409, (int)slow.Last.StatusCode);
        Assert.Contains("Anna Schnell", answer.QuerySelector("#fehler")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(answer.QuerySelector("button[value=Restore]"));
    }

    private static Task<Refusal?> MergeAsync(TestSite site, int source, int target, Actor moderator) => site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<ParticipationDbContext>();
        var version = await db.Ideas.Where(idea => idea.Number == source).Select(idea => idea.Version).SingleAsync();
        return await services.GetRequiredService<MergeIdeas>()
            .ExecuteAsync(source, target, "Beide wollen Bänke.", version, moderator, default);
    });

    private static Task<bool> StanceAsync(TestSite site, int idea, Actor person, StanceKind kind) =>
        site.UseAsync<TakeStance, bool>(async take => (await take.ExecuteAsync(idea, kind, person, default)).Done);

    private static async Task<int> CommentAsync(TestSite site, int idea, Actor person, int? parent, string text) => await site.UseAsync<PostComment, int>(async post =>
    {
        var posted = await post.ExecuteAsync(new CommentInput(idea, parent, CommentLabel.None, text, $"c-{idea}-{text}"), person, default);
        Assert.True(posted.Done, posted.Refusal?.ToString());
        return posted.Value.Number;
    });
}

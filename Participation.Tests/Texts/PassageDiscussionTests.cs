using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Domain.Texts;
using Participation.Tests.Support;
using Participation.Web.Discussions;
using Participation.Web.Moderation;
using Participation.Web.Moderation.Desk;
using Participation.Web.Moderation.Notices;
using Participation.Web.Moderation.Undoing;
using Participation.Web.Notifications;
using Participation.Web.Realtime;
using Participation.Web.Shared;

namespace Participation.Tests.Texts;

/// <summary>A passage has the discussion that an idea has: written, answered, changed, reported, decided on, followed live.</summary>
public sealed class PassageDiscussionTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Comments_are_written_answered_edited_and_deleted_without_script(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var passage = (await GivenPassages.InAsync(site)).First;
        var page = Links.Passage(passage);
        var writer = await Browsing.AsAsync(site, await new Given(site).PersonAsync(name: "Kletterrose"));

        await writer.SubmitAsync(page, "form[data-comment-form]", new() { ["Body"] = "Ein **guter** Gedanke", ["Label"] = "For" });
        await writer.FollowAsync();
        var shown = await writer.FollowAsync();
        Assert.Equal("guter", shown.QuerySelector("#beitrag-1 strong")?.TextContent);
        Assert.Contains("Bänke stehen im Schatten.", shown.QuerySelector("blockquote.text-quote")!.TextContent, StringComparison.Ordinal);
        await writer.SubmitAsync(Links.ReplyTo(DiscussionKey.OfPassage(passage), 1), "form[data-comment-form]", new() { ["Body"] = "Und noch etwas" });
        Assert.NotNull((await writer.GetAsync(page)).QuerySelector("#beitrag-1 #beitrag-2"));
        await writer.SubmitAsync(Links.EditComment(DiscussionKey.OfPassage(passage), 1), "main form", new() { ["Input.Body"] = "Ein besserer Gedanke" });
        var history = await writer.GetAsync(Links.CommentHistory(DiscussionKey.OfPassage(passage), 1));
        Assert.Equal(2, history.QuerySelectorAll("main .prose").Length);
        Assert.NotNull((await writer.GetAsync(Links.Thread(DiscussionKey.OfPassage(passage), 1))).QuerySelector("#beitrag-2"));
        await writer.SubmitAsync(Links.DeleteComment(DiscussionKey.OfPassage(passage), 1), "main form", []);
        Assert.NotNull((await writer.GetAsync(page)).QuerySelector("#beitrag-1 > .comment--hidden"));
        Assert.Equal(1, await site.WithDbAsync(db => db.TextPassages.Where(row => row.Number == passage).Select(row => row.CommentCount).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_idea_and_a_passage_of_the_same_number_keep_their_comments_apart(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var passage = (await GivenPassages.InAsync(site)).First;
        var idea = 0;
        while (idea < passage) idea = await given.IdeaAsync(title: $"Mehr Bänke am Platz {idea}");
        var writer = await given.PersonAsync();
        Assert.Equal(1, (await PostAsync(site, DiscussionKey.OfIdea(idea), "Zur Idee", writer)).Value!.Number);
        Assert.Equal(1, (await PostAsync(site, DiscussionKey.OfPassage(passage), "Zum Absatz", writer)).Value!.Number);
        var visitor = Browsing.Visitor(site);
        Assert.Contains("Zum Absatz", (await visitor.GetAsync(Links.Passage(passage))).QuerySelector("#beitrag-1")!.TextContent, StringComparison.Ordinal);
        await visitor.GetAsync(Links.Comment(idea, 1));
        Assert.Contains("Zur Idee", (await visitor.FollowAsync()).QuerySelector("#beitrag-1")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nobody_writes_under_a_heading_a_draft_or_a_struck_passage_and_what_was_said_stays_readable(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var writer = await new Given(site).PersonAsync();
        var draft = await GivenPassages.InAsync(site, Publication.Draft);
        await Assert.ThrowsAsync<Web.Hosting.NotFoundException>(() => PostAsync(site, DiscussionKey.OfPassage(draft.First), "Zu früh", writer));
        var text = await GivenPassages.InAsync(site);
        await Assert.ThrowsAsync<Web.Hosting.NotFoundException>(() => PostAsync(site, DiscussionKey.OfPassage(text.First - 1), "Zur Überschrift", writer));
        Assert.True((await PostAsync(site, DiscussionKey.OfPassage(text.First), "Das bleibt", writer)).Done);
        await text.ChangeAsync(site, stored => Assert.Null(stored.Change(
            new TextPlan(stored.Title, stored.Lead, stored.ProcessId, null, null, [new(text.Numbers[1], 0, A.Text("Wege sind eben."))]), stored.Version, () => 0, A.Moment)));
        Assert.IsType<DiscussionIsClosed>((await PostAsync(site, DiscussionKey.OfPassage(text.First), "Zu spät", writer)).Refusal);
        var shown = await Browsing.Visitor(site).GetAsync(Links.Passage(text.First));
        Assert.Contains("Das bleibt", shown.QuerySelector("#beitrag-1")!.TextContent, StringComparison.Ordinal);
        Assert.Null(shown.QuerySelector("form[data-comment-form]"));
        Assert.Equal([text.First, text.Numbers[1]], await site.WithDbAsync(db => db.TextPassages.Where(row => row.Text.Number == text.Text).OrderBy(row => row.Number).Select(row => row.Number).ToListAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_draft_is_for_the_staff_and_a_withdrawn_text_says_why_in_every_address(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var text = await GivenPassages.InAsync(site);
        var draft = await GivenPassages.InAsync(site, Publication.Draft);
        Assert.True((await PostAsync(site, DiscussionKey.OfPassage(text.First), "Gesagt", await given.PersonAsync())).Done);
        await text.ChangeAsync(site, stored => Assert.Null(stored.Publish(new PublicationChange(PublicationStep.Withdraw, Reason: "Falscher Stand."), A.Moment)));
        var (visitor, moderator) = (Browsing.Visitor(site), await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator)));
        foreach (var address in new[] { Links.Passage(text.First), Links.Comment(DiscussionKey.OfPassage(text.First), 1), Links.Thread(DiscussionKey.OfPassage(text.First), 1), Links.CommentHistory(DiscussionKey.OfPassage(text.First), 1) })
        {
            await visitor.GetAsync(address);
            Assert.True(visitor.Last.StatusCode is HttpStatusCode.Gone or HttpStatusCode.NotFound, $"{address}: {visitor.Last.StatusCode}");
        }

        Assert.Contains("Falscher Stand.", (await visitor.GetAsync(Links.Passage(text.First))).Body!.TextContent, StringComparison.Ordinal);
        await visitor.GetAsync(Links.Passage(draft.First));
        Assert.Equal(HttpStatusCode.NotFound, visitor.Last.StatusCode);
        foreach (var number in new[] { text.First, draft.First })
        {
            await moderator.GetAsync(Links.Passage(number));
            Assert.Equal(HttpStatusCode.OK, moderator.Last.StatusCode);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_comment_is_reported_hidden_with_reasons_and_the_step_undone(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var passage = (await GivenPassages.InAsync(site)).First;
        var (writer, moderator, reader) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator), Browsing.Visitor(site));
        var at = CaseRef.OfComment(DiscussionKey.OfPassage(passage), (await PostAsync(site, DiscussionKey.OfPassage(passage), "Frechheit", writer)).Value!.Number);
        Assert.Equal(at, NoticeTarget.Read(Links.Comment(at.Discussion, 1), "localhost"));
        Assert.Equal(at, NoticeTarget.Read(Links.Passage(passage) + "?seite=2#beitrag-1", "localhost"));
        Assert.Equal(at, CaseRef.Parse(at.ToString(), null));
        Assert.True((await site.UseAsync<FileNotice, Outcome<int>>(file => file.ExecuteAsync(new NoticeInput(at, NoticeReason.Netiquette, "Beleidigt.", null, null, "de", "schluessel-1"), null, default))).Done);
        var desk = await Browsing.AsAsync(site, moderator);
        Assert.Contains("Frechheit", (await desk.GetAsync(Links.Moderation)).QuerySelector($"#fall-{at.Anchor()}")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Frechheit", (await desk.GetAsync(Links.Case(at))).Body!.TextContent, StringComparison.Ordinal);

        var version = await site.WithDbAsync(db => db.Comments.Select(comment => comment.Version).SingleAsync());
        var order = new CaseOrder(at.Number, version, moderator);
        Assert.Null(await site.UseAsync<CaseSteps, Refusal?>(steps => steps.TakeAsync(CaseStep.Hide, at, order, Ground.Respect, "Das ist eine Beleidigung.", default)));
        Assert.Contains("Das ist eine Beleidigung.", (await reader.GetAsync(Links.Passage(passage))).QuerySelector("#beitrag-1")!.TextContent, StringComparison.Ordinal);
        var inbox = await site.UseAsync<InboxQueries, InboxPage>(queries => queries.PageAsync(writer.Person, 1, default));
        Assert.Equal([(NotificationKind.CommentHidden, at.Discussion)], inbox.Items.Select(item => (item.Kind, item.Discussion)));
        Assert.Equal(0, await site.WithDbAsync(db => db.TextPassages.Where(row => row.Number == passage).Select(row => row.CommentCount).SingleAsync()));

        var decision = await site.WithDbAsync(db => db.Decisions.Select(row => row.Number).SingleAsync());
        Assert.Null(await site.UseAsync<UndoDecision, Refusal?>(undo => undo.ExecuteAsync(decision, moderator, default)));
        Assert.Contains("Frechheit", (await reader.GetAsync(Links.Passage(passage))).QuerySelector("#beitrag-1")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await site.UseAsync<InboxQueries, InboxPage>(queries => queries.PageAsync(writer.Person, 1, default))).Items);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Comments_that_nobody_looked_at_are_seen_or_declined_together(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var text = await GivenPassages.InAsync(site);
        var (writer, moderator) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        foreach (var number in text.Numbers) Assert.True((await PostAsync(site, DiscussionKey.OfPassage(number), $"Zu {number}", writer)).Done);
        List<CaseRef> all = [.. text.Numbers.Select(number => CaseRef.OfComment(DiscussionKey.OfPassage(number), 1))];
        var unseen = await site.UseAsync<QueueQueries, IReadOnlyList<UnseenItem>>(queue => queue.UnseenAsync(default));
        Assert.Equal(all.ToHashSet(), unseen.Select(item => item.Seen.At).ToHashSet());
        Assert.Equal(1, await site.UseAsync<MarkSeen, int>(seen => seen.ExecuteAsync([unseen.Single(item => item.Seen.At == all[0]).Seen], moderator, default)));
        var rows = await site.UseAsync<BulkQueries, IReadOnlyList<BulkRow>>(queries => queries.OfAuthorAsync(all[1], default));
        Assert.Equal(all.ToHashSet(), rows.Select(row => row.At).ToHashSet());
        var outcome = await site.UseAsync<DecideBulk, BulkOutcome>(bulk => bulk.ExecuteAsync([.. rows.Where(row => row.At != all[0]).Select(row => new CaseVersion(row.At, row.Version))], Ground.Advertising, "Werbung.", null, moderator, default));
        Assert.Equal(2, outcome.Done);
        Assert.Equal([1, 0, 0], await site.WithDbAsync(db => db.TextPassages.Where(row => row.Text.Number == text.Text && row.Level == 0).OrderBy(row => row.Order).Select(row => row.CommentCount).ToListAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_is_answered_is_led_to_the_passage(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var key = DiscussionKey.OfPassage((await GivenPassages.InAsync(site)).First);
        var (first, second) = (await given.PersonAsync(), await given.PersonAsync());
        Assert.True((await PostAsync(site, key, "Frage", first)).Done);
        Assert.True((await PostAsync(site, key, "Antwort", second, 1)).Done);
        var told = Assert.Single((await site.UseAsync<InboxQueries, InboxPage>(queries => queries.PageAsync(first.Person, 1, default))).Items);
        Assert.Equal((NotificationKind.CommentReplied, Links.Comment(key, 2), GivenPassages.Title), (told.Kind, InboxText.AddressOf(told), told.Title));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_happens_meanwhile_is_caught_up_with_on_the_channel_of_the_passage(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var text = await GivenPassages.InAsync(site);
        var key = DiscussionKey.OfPassage(text.First);
        Assert.True((await PostAsync(site, key, "Live dabei", await given.PersonAsync())).Done);
        Assert.True((await PostAsync(site, DiscussionKey.OfPassage(text.Numbers[1]), "Anderswo", await given.PersonAsync())).Done);
        var missed = await site.UseAsync<CatchUpQuery, CatchUp?>(query => query.ExecuteAsync(key.Channel, 0, null, default));
        Assert.Contains("Live dabei", Assert.Single(missed!.Changes).Html, StringComparison.Ordinal);
        Assert.Contains(Links.ReplyTo(key, 1), missed!.Changes[0].Html, StringComparison.Ordinal);
    }

    internal static Task<Outcome<PostedComment>> PostAsync(TestSite site, DiscussionKey key, string body, Actor writer, int? parent = null) =>
        site.UseAsync<PostComment, Outcome<PostedComment>>(post => post.ExecuteAsync(new CommentInput(key, parent, CommentLabel.None, body, $"{key}-{body}", null), writer, default));
}

using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Tests.Moderation.Notices;
using Participation.Tests.Support;
using Participation.Web.Discussions;
using Participation.Web.Moderation;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation;

/// <summary>Closing a thread, and closing a whole discussion.</summary>
public sealed class LockTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nobody_but_moderators_replies_in_a_closed_thread_at_any_depth(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, citizen, moderator, idea) = (await given.PersonAsync(), await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.IdeaAsync());
        var root = await site.CommentAsync(idea, author);
        var reply = await site.CommentAsync(idea, citizen, "Doch.", root);
        var other = await site.CommentAsync(idea, citizen, "Etwas anderes.");
        Assert.IsType<CommentIsClosed>(await site.StepAsync(CaseStep.Lock, idea, reply, moderator));
        Assert.Null(await site.StepAsync(CaseStep.Lock, idea, root, moderator));
        Assert.IsType<ThreadIsLocked>((await PostAsync(site, idea, citizen, root)).Refusal);
        Assert.IsType<ThreadIsLocked>((await PostAsync(site, idea, citizen, reply)).Refusal);
        Assert.Null((await PostAsync(site, idea, citizen, other)).Refusal);
        Assert.Null((await PostAsync(site, idea, moderator, root)).Refusal);
        var page = await Browsing.Visitor(site).GetAsync(Links.Idea(idea, "Mehr Bänke am Markt"));
        Assert.Contains("wertet jemanden ab", page.QuerySelector(".comment--locked .comment__lock")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await site.StepAsync(CaseStep.Unlock, idea, root, moderator));
        Assert.Null((await PostAsync(site, idea, citizen, reply)).Refusal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_closed_discussion_says_why_and_opens_again_after_a_complaint(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, citizen, moderator, second) = (await given.PersonAsync(), await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.PersonAsync(Role.Moderator));
        var idea = await given.IdeaAsync(author);
        var desk = await Browsing.AsAsync(site, moderator);
        await desk.SubmitAsync(Links.ModerateIdea(idea), "#entscheidung", new() { ["Input.Ground"] = nameof(Ground.OffTopic), ["Input.Facts"] = "Nur noch Streit." }, "button[value=Lock]");
        Assert.IsType<ThreadIsLocked>((await PostAsync(site, idea, citizen, null)).Refusal);
        var reader = await Browsing.AsAsync(site, citizen);
        var page = await reader.GetAsync(Links.Idea(idea, "Mehr Bänke am Markt"));
        Assert.Contains("Nur noch Streit.", page.QuerySelector("#geschlossen")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#mitschreiben"));
        Assert.NotNull(page.QuerySelector("[data-thread].thread--closed"));
        await (await Browsing.AsAsync(site, author)).SubmitAsync(Links.Decision(1), "#beschweren", new() { ["Input.Text"] = "Es war eine gute Diskussion." });
        Assert.IsType<OwnDecision>(await site.DecideComplaintAsync(1, ComplaintOutcome.Reversed, moderator));
        Assert.Null(await site.DecideComplaintAsync(1, ComplaintOutcome.Reversed, second));
        Assert.Null((await PostAsync(site, idea, citizen, null)).Refusal);
        Assert.Equal([Measure.Lock, Measure.Unlock], await site.WithDbAsync(db => db.Decisions.OrderBy(d => d.Number).Select(d => d.Measure).ToListAsync()));
    }

    private static Task<Outcome<PostedComment>> PostAsync(TestSite site, int idea, Actor author, int? parent) => site.UseAsync<PostComment, Outcome<PostedComment>>(post =>
        post.ExecuteAsync(new CommentInput(idea, parent, CommentLabel.None, "Noch ein Wort dazu.", SubmissionKey.New(TimeProvider.System.GetUtcNow())), author, default));
}

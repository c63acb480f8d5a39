using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Domain.Processes;
using Participation.Tests.Moderation.Notices;
using Participation.Tests.Support;
using Participation.Web.Moderation;
using Participation.Web.Moderation.Sanctions;
using Participation.Web.Moderation.Undoing;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation;

/// <summary>A decision undone in its first half minute leaves everything as it was.</summary>
public sealed class UndoTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_hidden_comment_is_back_with_its_counts_and_the_notice_waits_again(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, moderator, idea) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.IdeaAsync());
        var comment = await site.CommentAsync(idea, author);
        await site.CommentAsync(idea, await given.PersonAsync(), "Doch.", comment);
        await site.ReportAsync(idea, comment, await given.PersonAsync());
        var before = await CountsAsync(site, idea);
        var inboxes = await site.WithDbAsync(db => db.Notifications.CountAsync());
        var desk = await Browsing.AsAsync(site, moderator);
        await desk.SubmitAsync(Links.ModerateComment(idea, comment), "#entscheidung", new() { ["Input.Ground"] = nameof(Ground.Respect), ["Input.Facts"] = "Verklickt." }, "button[value=Hide]");
        Assert.Equal(CommentStatus.Hidden, await site.StatusAsync(comment));

        await desk.SubmitAsync(Links.Moderation, "#rueckgaengig", []);
        Assert.Equal(CommentStatus.Published, await site.StatusAsync(comment));
        Assert.Equal(before, await CountsAsync(site, idea));
        Assert.Equal(inboxes, await site.WithDbAsync(db => db.Notifications.CountAsync()));
        Assert.Equal(NoticeOutcome.Open, await site.WithDbAsync(db => db.Notices.Select(notice => notice.Outcome).SingleAsync()));
        Assert.Equal(0, await site.WithDbAsync(db => db.Decisions.CountAsync()));
        Assert.Equal(["comment.hide", "decision.undo"], await site.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Action == "comment.hide" || entry.Action == "decision.undo").OrderBy(entry => entry.At).Select(entry => entry.Action).ToListAsync()));
        Assert.Null((await desk.GetAsync(Links.Moderation)).QuerySelector("#rueckgaengig"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_published_idea_waits_again_unless_somebody_has_taken_a_stance(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, citizen, moderator) = (await given.PersonAsync(), await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        await given.ProcessAsync(moderation: ModerationMode.PreModerateIdeas);
        var idea = await SubmittedAsync(site, author);
        Assert.Null(await PublishAsync(site, idea, moderator));
        Assert.Null(await UndoAsync(site, 1, moderator));
        var waiting = await site.WithDbAsync(db => db.Ideas.Include(i => i.Events).SingleAsync(i => i.Number == idea));
        Assert.Equal((IdeaStatus.Submitted, null, null), (waiting.Status, waiting.PublishedAt, waiting.NextDate));
        Assert.Equal([IdeaEventKind.Submitted], waiting.Events.Select(step => step.Kind));
        Assert.DoesNotContain(author.Person, await site.WithDbAsync(db => db.Notifications.Select(n => n.PersonId).ToListAsync()));

        Assert.Null(await PublishAsync(site, idea, moderator));
        await site.UseAsync<Web.Ideas.TakeStance, Outcome<StanceCounts>>(take => take.ExecuteAsync(idea, StanceKind.For, citizen, default));
        Assert.IsType<ChangedMeanwhile>(await UndoAsync(site, 2, moderator));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Every_step_with_a_comment_leads_back_to_the_state_before(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (moderator, idea) = (await given.PersonAsync(Role.Moderator), await given.IdeaAsync());
        var comment = await site.CommentAsync(idea, await given.PersonAsync());
        CaseStep[] way = [CaseStep.Keep, CaseStep.Lock, CaseStep.Unlock, CaseStep.Hide, CaseStep.Restore, CaseStep.Hide];
        foreach (var step in way)
        {
            var before = await StateAsync(site, comment);
            Assert.Null(await site.StepAsync(step, idea, comment, moderator));
            var number = await site.WithDbAsync(db => db.Decisions.MaxAsync(decision => decision.Number));
            Assert.Null(await UndoAsync(site, number, moderator));
            Assert.Equal(before, await StateAsync(site, comment));
            Assert.Null(await site.StepAsync(step, idea, comment, moderator));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Every_step_with_an_idea_leads_back_to_the_state_before(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        await given.ProcessAsync(moderation: ModerationMode.PreModerateIdeas);
        var (author, moderator) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        var idea = await SubmittedAsync(site, author);
        CaseStep[] way = [CaseStep.Decline, CaseStep.Publish, CaseStep.Keep, CaseStep.Lock, CaseStep.Unlock, CaseStep.Hide, CaseStep.Restore, CaseStep.Hide];
        foreach (var step in way)
        {
            var before = await StateOfIdeaAsync(site, idea);
            Assert.Null(await StepAsync(site, step, idea, moderator));
            Assert.Null(await UndoAsync(site, await site.WithDbAsync(db => db.Decisions.MaxAsync(decision => decision.Number)), moderator));
            Assert.Equal(before, await StateOfIdeaAsync(site, idea));
            Assert.Null(await StepAsync(site, step, idea, moderator));
        }
    }

    [Fact]
    public async Task A_decision_about_something_else_in_between_does_not_mislead()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (author, moderator, idea) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.IdeaAsync());
        var comment = await site.CommentAsync(idea, author);
        for (var i = 0; i < 3; i++) await site.ReportAsync(idea, comment, await given.PersonAsync(verification: Verification.VerifiedResident));
        var held = await StateAsync(site, comment);
        Assert.Null(await site.UseAsync<SanctionAuthor, Refusal?>(sanction => sanction.ExecuteAsync(new SanctionOrder(CaseRef.OfComment(idea, comment), 0, Measure.Warn, null, Ground.Respect, "Bitte sachlich.", moderator), default)));
        Assert.Null(await site.StepAsync(CaseStep.Restore, idea, comment, moderator));
        Assert.Null(await UndoAsync(site, 3, moderator));
        Assert.Equal(held, await StateAsync(site, comment));
    }

    [Fact]
    public async Task It_is_for_who_decided_and_for_half_a_minute_and_not_after_a_complaint()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await TestSite.StartAsync(services: services => services.AddSingleton<TimeProvider>(clock));
        var given = new Given(site);
        var (author, first, second, idea) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.PersonAsync(Role.Moderator), await given.IdeaAsync());
        var comment = await site.CommentAsync(idea, author);
        Assert.Null(await site.StepAsync(CaseStep.Hide, idea, comment, first));
        Assert.IsType<NotAllowed>(await UndoAsync(site, 1, second));
        Assert.IsType<NotAllowed>(await UndoAsync(site, 1, author));
        clock.Advance(TimeSpan.FromSeconds(36));
        Assert.IsType<UndoIsTooLate>(await UndoAsync(site, 1, first));
        Assert.Null(await site.StepAsync(CaseStep.Restore, idea, comment, first));
        Assert.Null(await site.StepAsync(CaseStep.Hide, idea, comment, first));
        Assert.IsType<ChangedMeanwhile>(await UndoAsync(site, 2, first));
        await (await Browsing.AsAsync(site, author)).SubmitAsync(Links.Decision(3), "#beschweren", new() { ["Input.Text"] = "Nein." });
        Assert.IsType<ChangedMeanwhile>(await UndoAsync(site, 3, first));
    }

    [Fact]
    public async Task A_silence_taken_by_mistake_is_lifted()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (author, moderator, idea) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.IdeaAsync());
        var comment = await site.CommentAsync(idea, author);
        Assert.Null(await site.UseAsync<SanctionAuthor, Refusal?>(sanction => sanction.ExecuteAsync(new SanctionOrder(CaseRef.OfComment(idea, comment), 0, Measure.Silence, 720, Ground.Respect, "Verklickt.", moderator), default)));
        Assert.Null(await UndoAsync(site, 1, moderator));
        Assert.Null(await site.WithDbAsync(db => db.People.Where(person => person.Id == author.Person).Select(person => person.SilencedUntil).SingleAsync()));
        await site.CommentAsync(idea, author);
    }

    private static Task<Refusal?> UndoAsync(TestSite site, int decision, Actor moderator) => site.UseAsync<UndoDecision, Refusal?>(undo => undo.ExecuteAsync(decision, moderator, default));

    private static Task<(int Comments, int Replies)> CountsAsync(TestSite site, int idea) => site.WithDbAsync(async db =>
        (await db.Ideas.Where(i => i.Number == idea).Select(i => i.CommentCount).SingleAsync(), await db.Comments.SumAsync(c => c.ReplyCount)));

    private static Task<string> StateAsync(TestSite site, int comment) => site.WithDbAsync(async db =>
    {
        var found = await db.Comments.SingleAsync(c => c.Number == comment);
        var count = await db.Ideas.Where(i => i.Id == IdeaId.From(found.SubjectId)).Select(i => i.CommentCount).SingleAsync();
        return $"{found.Status} {found.RemovalReason} {found.LockReason} {found.IsHeld} {count}";
    });

    private static async Task<int> SubmittedAsync(TestSite site, Actor author) => (await site.UseAsync<Web.Ideas.SubmitIdea, Outcome<Web.Ideas.SubmittedIdea>>(async submit =>
        await submit.ExecuteAsync(await InputAsync(site), SubmissionKey.New(TimeProvider.System.GetUtcNow()), author, default))).Value!.Number;

    private static Task<Web.Ideas.IdeaInput> InputAsync(TestSite site) => site.WithDbAsync(async db => new Web.Ideas.IdeaInput(
        "smart-city", "Mehr Bänke am Markt", "Es fehlen Bänke.", "Auf dem Marktplatz fehlen Bänke im Schatten.", (await db.Topics.OrderBy(topic => topic.Order).FirstAsync()).Key, null, null, null, null));

    private static Task<Refusal?> PublishAsync(TestSite site, int idea, Actor moderator) => StepAsync(site, CaseStep.Publish, idea, moderator);

    private static Task<Refusal?> StepAsync(TestSite site, CaseStep step, int idea, Actor moderator) => site.UseAsync<IdeaSteps, Refusal?>(async steps =>
    {
        var version = await site.WithDbAsync(db => db.Ideas.Where(i => i.Number == idea).Select(i => i.Version).SingleAsync());
        return await steps.TakeAsync(step, new CaseOrder(idea, version, moderator), Ground.Respect, "Die Idee wertet jemanden ab.", default);
    });

    private static Task<string> StateOfIdeaAsync(TestSite site, int idea) => site.WithDbAsync(async db =>
    {
        var found = await db.Ideas.Include(i => i.Events).SingleAsync(i => i.Number == idea);
        return $"{found.Status} {found.RemovalReason} {found.LockReason} {found.IsHeld} {found.HiddenAt is null} {found.PublishedAt} {found.NextDate} {string.Join(' ', found.Events.OrderBy(step => step.At).Select(step => step.Kind))}";
    });
}

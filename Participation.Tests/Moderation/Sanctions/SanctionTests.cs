using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Tests.Moderation.Notices;
using Participation.Tests.Support;
using Participation.Web.Discussions;
using Participation.Web.Ideas;
using Participation.Web.Moderation.Sanctions;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation.Sanctions;

/// <summary>Warning, silencing and suspending people: what it forbids, what stays open, who takes it back.</summary>
public sealed class SanctionTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_silenced_person_reads_why_takes_stances_and_writes_nothing(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, moderator, idea) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.IdeaAsync());
        var comment = await site.CommentAsync(idea, author);
        var desk = await Browsing.AsAsync(site, moderator);
        await desk.SubmitAsync(Links.Sanction(CaseRef.OfComment(idea, comment)), "#massnahme", new() { ["Input.Measure"] = "24", ["Input.Ground"] = nameof(Ground.Respect), ["Input.Facts"] = "Beleidigt zum dritten Mal." });
        Assert.Equal(System.Net.HttpStatusCode.Redirect, desk.Last.StatusCode);

        Assert.IsType<AccountIsSilenced>((await PostAsync(site, idea, author)).Refusal);
        Assert.IsType<AccountIsSilenced>(await site.UseAsync<EditComment, Refusal?>(edit => edit.ExecuteAsync(new CommentEdit(idea, comment, "Anders.", CommentLabel.None, 1), author, default)));
        Assert.Null((await site.UseAsync<TakeStance, Outcome<StanceCounts>>(take => take.ExecuteAsync(idea, StanceKind.For, author, default))).Refusal);
        var told = await site.WithDbAsync(db => db.Notifications.SingleAsync(n => n.PersonId == author.Person && n.Kind == NotificationKind.PersonSilenced));
        Assert.Equal("Beleidigt zum dritten Mal.", told.Detail);

        var reader = await Browsing.AsAsync(site, author);
        var page = await reader.GetAsync(Links.Idea(idea, "Mehr Bänke am Markt"));
        Assert.Contains("24 h", page.QuerySelector("#mitschreiben")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#mitschreiben textarea"));
        Assert.NotNull((await reader.GetAsync(Links.NewIdea)).QuerySelector("#gesperrt"));
        var statement = await reader.GetAsync(Links.Decision(1));
        Assert.Contains("Gilt bis", statement.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(statement.QuerySelector("#beschweren"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_suspension_is_reversed_by_somebody_else_after_a_complaint(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, first, second, idea) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.PersonAsync(Role.Moderator), await given.IdeaAsync());
        var comment = await site.CommentAsync(idea, author);
        Assert.Null(await SanctionAsync(site, idea, comment, Measure.Suspend, null, first));
        Assert.IsType<AccountIsSuspended>((await PostAsync(site, idea, author)).Refusal);
        Assert.IsType<AccountIsSuspended>((await site.UseAsync<TakeStance, Outcome<StanceCounts>>(take => take.ExecuteAsync(idea, StanceKind.For, author, default))).Refusal);

        await (await Browsing.AsAsync(site, author)).SubmitAsync(Links.Decision(1), "#beschweren", new() { ["Input.Text"] = "Das war ich nicht." });
        Assert.IsType<OwnDecision>(await site.DecideComplaintAsync(1, ComplaintOutcome.Reversed, first));
        Assert.Null(await site.DecideComplaintAsync(1, ComplaintOutcome.Reversed, second));
        Assert.Null((await PostAsync(site, idea, author)).Refusal);
        var revoking = await site.WithDbAsync(db => db.Decisions.SingleAsync(decision => decision.Number == 2));
        Assert.Equal((Measure.Revoke, DecisionSource.Complaint), (revoking.Measure, revoking.Source));
        Assert.Contains("Nr.", (await (await Browsing.AsAsync(site, author)).GetAsync(Links.Decision(1))).QuerySelector($"a[href='{Links.Decision(2)}']")!.TextContent, StringComparison.Ordinal);
        Assert.Single(await site.WithDbAsync(db => db.Notifications.Where(n => n.PersonId == author.Person && n.CaseNumber != null && n.Kind != NotificationKind.PersonSuspended).ToListAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_moderators_at_once_take_one_measure(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, idea) = (await given.PersonAsync(), await given.IdeaAsync());
        var comment = await site.CommentAsync(idea, author);
        var moderators = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => given.PersonAsync(Role.Moderator)));
        var version = await VersionAsync(site, author);
        var outcomes = await Task.WhenAll(moderators.Select(moderator => SanctionAsync(site, idea, comment, Measure.Silence, 72, moderator, version)));
        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Equal(3, outcomes.Count(outcome => outcome is ChangedMeanwhile));
        Assert.Equal(1, await site.WithDbAsync(db => db.Decisions.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Lifting_the_longer_silence_leaves_the_shorter_one(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, moderator, idea) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.IdeaAsync());
        var comment = await site.CommentAsync(idea, author);
        Assert.Null(await SanctionAsync(site, idea, comment, Measure.Silence, 24, moderator));
        Assert.Null(await SanctionAsync(site, idea, comment, Measure.Silence, 720, moderator));
        Assert.Equal(720, Assert.IsType<AccountIsSilenced>((await PostAsync(site, idea, author)).Refusal).Hours);
        var desk = await Browsing.AsAsync(site, moderator);
        await desk.SubmitAsync(Links.Sanction(CaseRef.OfComment(idea, comment)), "#aufheben", new() { ["Input.Revoke"] = "2", ["Input.Why"] = "War zu lang." });
        Assert.Equal(24, Assert.IsType<AccountIsSilenced>((await PostAsync(site, idea, author)).Refusal).Hours);
        Assert.IsType<ChangedMeanwhile>(await RevokeAsync(site, 2, moderator));
        Assert.Null(await RevokeAsync(site, 1, moderator));
        Assert.Null((await PostAsync(site, idea, author)).Refusal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_longest_reasons_fit_everywhere_they_are_written(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, moderator, idea) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.IdeaAsync());
        var comment = await site.CommentAsync(idea, author);
        var longest = new string('ä', Decision.FactsMaxLength);
        Assert.Null(await site.UseAsync<SanctionAuthor, Refusal?>(sanction => sanction.ExecuteAsync(new SanctionOrder(CaseRef.OfComment(idea, comment), 0, Measure.Suspend, null, Ground.Respect, longest, moderator), default)));
        Assert.Null(await site.UseAsync<RevokeDecision, Refusal?>(revoke => revoke.ExecuteAsync(1, longest, null, moderator, default)));
        Assert.Equal(2, await site.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Detail == longest)));
    }

    [Fact]
    public async Task Staff_oneself_and_people_without_account_are_not_sanctioned_and_citizens_sanction_nobody()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (moderator, citizen, idea) = (await given.PersonAsync(Role.Moderator), await given.PersonAsync(), await given.IdeaAsync());
        var ofModerator = await site.CommentAsync(idea, await given.PersonAsync(Role.Moderator));
        var own = await site.CommentAsync(idea, moderator);
        Assert.IsType<StaffIsNotSanctioned>(await SanctionAsync(site, idea, ofModerator, Measure.Suspend, null, moderator));
        Assert.IsType<NotAllowed>(await SanctionAsync(site, idea, own, Measure.Warn, null, moderator));
        Assert.IsType<NotAllowed>(await SanctionAsync(site, idea, ofModerator, Measure.Warn, null, citizen));
        Assert.IsType<NobodyToSanction>(Person.WithoutAccount(PersonId.New(A.Moment), null, A.Moment).Warn());
        Assert.NotNull((await (await Browsing.AsAsync(site, moderator)).GetAsync(Links.Sanction(CaseRef.OfComment(idea, own)))).QuerySelector("#ausgeschlossen"));
    }

    [Fact]
    public async Task A_measure_needs_its_kind_a_ground_and_facts_and_keeps_what_was_typed()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var idea = await given.IdeaAsync();
        var comment = await site.CommentAsync(idea, await given.PersonAsync());
        var desk = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        var page = await desk.SubmitAsync(Links.Sanction(CaseRef.OfComment(idea, comment)), "#massnahme", new() { ["Input.Measure"] = "25", ["Input.Facts"] = "Schon wieder." });
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, desk.Last.StatusCode);
        Assert.Equal(2, page.QuerySelectorAll(".error-summary a, .kern-alert a").Length);
        Assert.Equal("Schon wieder.", page.QuerySelector("#Input_Facts")!.TextContent.Trim());
    }

    [Fact]
    public void A_silence_ends_by_itself_and_knows_four_durations()
    {
        var person = Person.Join(PersonId.New(A.Moment), "Ben", Role.Citizen, Verification.Email, A.Moment);
        Assert.IsType<DurationIsMissing>(person.Silence(25, A.Moment));
        Assert.Null(person.Silence(24, A.Moment));
        Assert.IsType<AccountIsSilenced>(person.CheckWriting(Verification.Email, A.Moment.AddHours(24).AddTicks(-1)));
        Assert.Null(person.CheckWriting(Verification.Email, A.Moment.AddHours(24)));
        Assert.Null(person.CheckTakingPart(Verification.Email));
    }

    private static Task<Outcome<PostedComment>> PostAsync(TestSite site, int idea, Actor author) => site.UseAsync<PostComment, Outcome<PostedComment>>(post =>
        post.ExecuteAsync(new CommentInput(idea, null, CommentLabel.None, "Noch ein Wort dazu.", SubmissionKey.New(TimeProvider.System.GetUtcNow())), author, default));

    private static Task<int> VersionAsync(TestSite site, Actor author) => site.WithDbAsync(db => db.People.Where(person => person.Id == author.Person).Select(person => person.Version).SingleAsync());

    private static async Task<Refusal?> SanctionAsync(TestSite site, int idea, int comment, Measure measure, int? hours, Actor moderator, int? version = null)
    {
        var seen = version ?? await site.WithDbAsync(db => db.Comments.Where(c => c.Number == comment).Join(db.People, c => c.AuthorId, person => person.Id, (_, person) => person.Version).SingleAsync());
        return await site.UseAsync<SanctionAuthor, Refusal?>(sanction => sanction.ExecuteAsync(new SanctionOrder(CaseRef.OfComment(idea, comment), seen, measure, hours, Ground.Respect, "Beleidigt immer wieder.", moderator), default));
    }

    private static Task<Refusal?> RevokeAsync(TestSite site, int decision, Actor moderator) =>
        site.UseAsync<RevokeDecision, Refusal?>(revoke => revoke.ExecuteAsync(decision, "Nicht mehr nötig.", null, moderator, default));
}

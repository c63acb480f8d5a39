using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Ideas;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals;
using Participation.Tests.Proposals;
using Participation.Tests.Support;
using Participation.Web.Council.Desk;
using Participation.Web.Ideas;
using Participation.Web.Shared;

namespace Participation.Tests.Council;

/// <summary>A resolution settles what its paper comes from, and tells everybody once.</summary>
public sealed class ResolutionTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_decision_answers_the_ideas_and_tells_each_person_once_however_many_of_them_they_take_part_in(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, voter, moderator) = (await given.PersonAsync(), await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        var (one, other) = (await given.IdeaAsync(author), await given.IdeaAsync(author, title: "Noch mehr Bänke"));
        foreach (var idea in new[] { one, other }) Assert.True((await site.UseAsync<TakeStance, Outcome<StanceCounts>>(take => take.ExecuteAsync(idea, StanceKind.For, voter, default))).Done);
        var council = await GivenCouncil.InAsync(site);
        await council.ComesFromAsync(one, other);

        var effects = await council.ResolveAsync(moderator);
        Assert.Equal([one, other], effects.Value!.Answered.Order());
        var ideas = await site.WithDbAsync(db => db.Ideas.AsNoTracking().Include(idea => idea.Answers).OrderBy(idea => idea.Number).ToListAsync());
        Assert.All(ideas, idea => Assert.Equal((IdeaStatus.Accepted, "Die Bänke kommen.", "Tiefbauamt"), (idea.Status, Assert.Single(idea.Answers).Text.Markdown, idea.ResponsibleUnit)));
        var told = await site.WithDbAsync(db => db.Notifications.AsNoTracking().Where(entry => entry.Kind == NotificationKind.ResolutionPublished).ToListAsync());
        Assert.Equal(new[] { author.Person, voter.Person }.Order(Comparer<PersonId>.Create((a, b) => a.Value.CompareTo(b.Value))), told.Select(entry => entry.PersonId).Order(Comparer<PersonId>.Create((a, b) => a.Value.CompareTo(b.Value))));
        Assert.All(told, entry => Assert.Equal((one, "Mehr Bänke am Markt", council.Paper.Number), (entry.IdeaNumber, entry.Title, entry.CaseNumber)));
        var inbox = (await (await Browsing.AsAsync(site, voter)).GetAsync(Links.Inbox)).Body!.TextContent;
        Assert.Contains("Über die Idee „Mehr Bänke am Markt“ wurde entschieden: angenommen", inbox, StringComparison.Ordinal);
        Assert.Contains($"Vorlage: {council.Paper.Name}", inbox, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_another_council_system_decided_is_answered_here_and_changed_there(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (idea, moderator, council) = (await given.IdeaAsync(), await given.PersonAsync(Role.Moderator), await GivenCouncil.InAsync(site));
        await council.ComesFromAsync(idea);
        await council.BeginAsync();
        await site.WithDbAsync(async db =>
        {
            await db.AgendaItems.ExecuteUpdateAsync(set => set.SetProperty(item => item.Origin, item => "https://rat.example/" + item.Number));
            var item = await db.AgendaItems.SingleAsync(item => item.Number == council.Item);
            db.Resolutions.Add(Resolution.Publish(1, item.Id, A.Resolution() with { Text = "Der Rat beschließt Bänke." }, null, A.Moment, "https://rat.example/beschluss"));
            return await db.SaveChangesAsync();
        });
        var answer = new AnswerToIdeas(A.Text("Die Bänke kommen."), null, "Tiefbauamt", null);
        Task<Outcome<ResolutionEffects>> SettleAsync(ResolutionPlan? plan, int version) => site.UseAsync<PublishResolution, Outcome<ResolutionEffects>>(publish => publish.ExecuteAsync(council.Item, plan, answer, version, moderator, default));

        Assert.IsType<ComesFromElsewhere>((await SettleAsync(A.Resolution(), 1)).Refusal);
        Assert.IsType<ChangedMeanwhile>((await SettleAsync(null, 0)).Refusal);
        var form = await (await Browsing.AsAsync(site, moderator)).GetAsync(Links.EditResolution(council.Item));
        Assert.Contains("Der Rat beschließt Bänke.", form.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(form.QuerySelector("[name='Input.Text']"));
        Assert.Equal([idea], (await SettleAsync(null, 1)).Value!.Answered);
        Assert.Empty((await SettleAsync(null, 1)).Value!.Answered);
        // There it is corrected: what it means here is settled anew, and everybody is told of the other result.
        await site.WithDbAsync(async db =>
        {
            Assert.True((await db.Resolutions.SingleAsync()).Renew(A.Resolution(ResolutionResult.Rejected) with { Text = "Der Rat beschließt Bänke." }, TimeProvider.System.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        Assert.NotNull((await (await Browsing.AsAsync(site, moderator)).GetAsync(Links.EditResolution(council.Item))).QuerySelector("[name='Input.Answer']"));
        Assert.Equal([idea], (await SettleAsync(null, 2)).Value!.Answered);
        Assert.Equal((IdeaStatus.Rejected, 2), await site.WithDbAsync(async db => ((await db.Ideas.SingleAsync()).Status, await db.Notifications.CountAsync(entry => entry.Kind == NotificationKind.ResolutionPublished))));
        Assert.Equal((IdeaStatus.Rejected, 2, "Der Rat beschließt Bänke."), await site.WithDbAsync(async db => ((await db.Ideas.SingleAsync()).Status, await db.Set<OfficialAnswer>().CountAsync(), (await db.Resolutions.SingleAsync()).Text)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_correction_changes_the_words_and_tells_nobody(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (idea, moderator, council) = (await given.IdeaAsync(), await given.PersonAsync(Role.Moderator), await GivenCouncil.InAsync(site));
        await council.ComesFromAsync(idea);
        Assert.True((await council.ResolveAsync(moderator)).Done);
        Assert.True((await council.ResolveAsync(moderator, A.Resolution() with { Text = "Zehn Bänke werden gebaut." }, version: 1)).Done);
        Assert.Equal(("Zehn Bänke werden gebaut.", 1, 1), await site.WithDbAsync(async db => (await db.Resolutions.Select(resolution => resolution.Text).SingleAsync(), await db.Notifications.CountAsync(), await db.Set<OfficialAnswer>().CountAsync())));
        Assert.IsType<ChangedMeanwhile>((await council.ResolveAsync(moderator, A.Resolution() with { Text = "Zu spät." }, version: 1)).Refusal);
        Assert.IsType<ChangedMeanwhile>((await council.ResolveAsync(moderator, A.Resolution() with { Text = "Zweimal." })).Refusal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nothing_is_decided_in_a_meeting_or_on_a_paper_that_nobody_may_read(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (idea, moderator, council) = (await given.IdeaAsync(), await given.PersonAsync(Role.Moderator), await GivenCouncil.InAsync(site));
        await council.ComesFromAsync(idea);
        var future = (DateTimeOffset?)TimeProvider.System.GetUtcNow().AddDays(1);
        await site.WithDbAsync(db => db.Papers.ExecuteUpdateAsync(set => set.SetProperty(paper => paper.Publication.From, future)));
        Assert.IsType<PaperIsNotPublic>((await council.ResolveAsync(moderator)).Refusal);
        await site.WithDbAsync(db => db.Meetings.ExecuteUpdateAsync(set => set.SetProperty(meeting => meeting.Publication.From, future)));
        Assert.IsType<MeetingDecidesNothing>((await council.ResolveAsync(moderator)).Refusal);
        await site.WithDbAsync(db => db.Meetings.ExecuteUpdateAsync(set => set.SetProperty(meeting => meeting.Publication.From, (DateTimeOffset?)A.Moment).SetProperty(meeting => meeting.Cancelled, true)));
        Assert.IsType<MeetingDecidesNothing>((await council.ResolveAsync(moderator)).Refusal);
        Assert.Equal((IdeaStatus.Published, 0, 0), await site.WithDbAsync(async db => (await db.Ideas.Select(one => one.Status).SingleAsync(), await db.Resolutions.CountAsync(), await db.Notifications.CountAsync())));
    }

    /// <summary>The usual case of a city whose papers come from elsewhere: they are public before anybody says where they come from.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_takes_part_in_an_idea_that_is_linked_later_is_told_then_and_the_others_not_again(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (first, second, moderator) = (await given.PersonAsync(), await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        var (one, other, council) = (await given.IdeaAsync(first), await given.IdeaAsync(second, title: "Noch mehr Bänke"), await GivenCouncil.InAsync(site));
        await site.WithDbAsync(db => db.Papers.ExecuteUpdateAsync(set => set.SetProperty(paper => paper.Origin, "https://rat.example/vorlage/1")));
        var plan = new PaperPlan(council.Paper.Name, council.Paper.Reference, council.Paper.Date, council.Paper.PaperType, council.Body.Id, council.Paper.Summary);
        async Task LinkAsync(params int[] ideas)
        {
            var version = await site.WithDbAsync(db => db.Papers.Select(paper => paper.Version).SingleAsync());
            var saved = await site.UseAsync<SavePaper, Outcome<int>>(save => save.ExecuteAsync(council.Paper.Number, plan, new PaperOrigins(ideas, []), new(Domain.Editing.PublicationStep.Keep), [], [], version, moderator, default));
            Assert.True(saved.Done);
        }

        await LinkAsync(one);
        Assert.Equal([first.Person], await ToldAsync());
        await LinkAsync(one, other);
        await LinkAsync(one, other);
        Assert.Equal([first.Person, second.Person], await ToldAsync());

        Task<List<PersonId>> ToldAsync() => site.WithDbAsync(db => db.Notifications.Where(entry => entry.Kind == NotificationKind.PaperIntroduced).OrderBy(entry => entry.At).Select(entry => entry.PersonId).ToListAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_recommendation_tells_and_leaves_ideas_as_they_are(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (idea, council) = (await given.IdeaAsync(), await GivenCouncil.InAsync(site, ConsultationRole.Recommendation));
        await council.ComesFromAsync(idea);
        Assert.Equal(ResolutionEffects.None with { Told = 1 }, (await council.ResolveAsync(await given.PersonAsync(Role.Moderator))).Value);
        Assert.Equal((IdeaStatus.Published, 1), await site.WithDbAsync(async db => (await db.Ideas.Select(candidate => candidate.Status).SingleAsync(), await db.Notifications.CountAsync())));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_idea_that_was_withdrawn_stays_and_the_moderator_is_told(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var author = await given.PersonAsync();
        var (idea, council) = (await given.IdeaAsync(author), await GivenCouncil.InAsync(site));
        await council.ComesFromAsync(idea);
        Assert.Null(await site.UseAsync<WithdrawIdea, Refusal?>(withdraw => withdraw.ExecuteAsync(idea, null, author, default)));
        var effects = await council.ResolveAsync(await given.PersonAsync(Role.Moderator));
        Assert.Equal([idea], effects.Value!.Left);
        Assert.Empty(effects.Value.Answered);
        Assert.Equal(IdeaStatus.Withdrawn, await site.WithDbAsync(db => db.Ideas.Select(candidate => candidate.Status).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_signed_proposal_is_handed_over_by_its_paper_and_decided_on_by_the_resolution(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var proposals = await GivenProposals.InAsync(site);
        await site.WithDbAsync(db => db.Proposals.ExecuteUpdateAsync(set => set.SetProperty(proposal => proposal.Status, ProposalStatus.Published).SetProperty(proposal => proposal.PublishedAt, (DateTimeOffset?)TimeProvider.System.GetUtcNow().AddHours(-1))));
        var council = await GivenCouncil.InAsync(site);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        await site.WithDbAsync(db => db.Papers.ExecuteUpdateAsync(set => set.SetProperty(paper => paper.AnnouncedAt, (DateTimeOffset?)null)));
        var version = await site.WithDbAsync(db => db.Papers.Select(paper => paper.Version).SingleAsync());
        var plan = new PaperPlan(council.Paper.Name, council.Paper.Reference, council.Paper.Date, council.Paper.PaperType, council.Body.Id, council.Paper.Summary);
        Assert.True((await site.UseAsync<SavePaper, Outcome<int>>(save => save.ExecuteAsync(council.Paper.Number, plan, new PaperOrigins([], [proposals.Number]), new(Domain.Editing.PublicationStep.Keep), [], [], version, moderator, default))).Done);
        Assert.Equal((ProposalStatus.InCommittee, council.Body.Name), await site.WithDbAsync(async db => (await db.Proposals.Select(proposal => proposal.Status).SingleAsync(), await db.Proposals.Select(proposal => proposal.Committee).SingleAsync())));

        var effects = await council.ResolveAsync(moderator, A.Resolution(ResolutionResult.Rejected, new(2, 9, 1)), answer: null);
        Assert.Equal([proposals.Number], effects.Value!.Decided);
        Assert.Equal(ProposalStatus.Rejected, await site.WithDbAsync(db => db.Proposals.Select(proposal => proposal.Status).SingleAsync()));
        Assert.Equal([proposals.Number], (await council.ResolveAsync(moderator, A.Resolution(), answer: null, version: 1)).Value!.Decided);
        Assert.Equal(ProposalStatus.Adopted, await site.WithDbAsync(db => db.Proposals.Select(proposal => proposal.Status).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_proposal_that_is_not_before_the_committee_stays_and_the_moderator_is_told(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var proposals = await GivenProposals.InAsync(site);
        var council = await GivenCouncil.InAsync(site);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        await site.WithDbAsync(async db =>
        {
            var paper = await db.Papers.Include(candidate => candidate.Proposals).SingleAsync();
            Assert.Null(paper.SetOrigins([], [await db.Proposals.Select(proposal => proposal.Id).SingleAsync()], A.Moment));
            return await db.SaveChangesAsync();
        });
        var effects = (await council.ResolveAsync(moderator, answer: null)).Value!;
        Assert.Empty(effects.Decided);
        Assert.Equal([proposals.Number], effects.Undecided);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_moderators_at_once_publish_one_resolution(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (idea, council) = (await given.IdeaAsync(), await GivenCouncil.InAsync(site));
        await council.ComesFromAsync(idea);
        var moderators = new[] { await given.PersonAsync(Role.Moderator), await given.PersonAsync(Role.Moderator), await given.PersonAsync(Role.Moderator) };
        var outcomes = await Task.WhenAll(moderators.Select((moderator, index) => council.ResolveAsync(moderator, A.Resolution() with { Text = $"Wortlaut {index}" })));
        Assert.Single(outcomes, outcome => outcome.Done);
        Assert.All(outcomes.Where(outcome => !outcome.Done), outcome => Assert.IsType<ChangedMeanwhile>(outcome.Refusal));
        Assert.Equal((1, 1), await site.WithDbAsync(async db => (await db.Resolutions.CountAsync(), await db.Set<OfficialAnswer>().CountAsync())));
    }

    [Fact]
    public async Task Nobody_but_the_staff_publishes_and_nobody_answers_their_own_idea()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (moderator, council) = (await given.PersonAsync(Role.Moderator), await GivenCouncil.InAsync(site));
        await council.ComesFromAsync(await given.IdeaAsync(moderator));
        Assert.IsType<NotAllowed>((await council.ResolveAsync(await given.PersonAsync(Role.Partner))).Refusal);
        Assert.Empty((await council.ResolveAsync(moderator)).Value!.Answered);
    }
}

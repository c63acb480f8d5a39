using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Editing;
using Participation.Domain.Ideas;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals;
using Participation.Tests.Accounts.Organisations;
using Participation.Tests.Proposals;
using Participation.Tests.Support;
using Participation.Web.Council.Desk;
using Participation.Web.Ideas;
using Participation.Web.Shared;

namespace Participation.Tests.Council;

/// <summary>A resolution is looked at before it is published, and withdrawn when it was a mistake.</summary>
public sealed class RetractTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_withdrawn_resolution_is_claimed_nowhere_any_more_and_everybody_who_knew_of_it_reads_why(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, voter, moderator) = (await given.PersonAsync(), await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        var (idea, council) = (await given.IdeaAsync(author), await GivenCouncil.InAsync(site));
        Assert.True((await site.UseAsync<TakeStance, Outcome<StanceCounts>>(take => take.ExecuteAsync(idea, StanceKind.For, voter, default))).Done);
        await council.ComesFromAsync(idea);
        Assert.True((await council.ResolveAsync(moderator)).Done);
        var browsing = await Browsing.AsAsync(site, moderator);
        var address = Links.EditResolution(council.Item);
        var empty = await browsing.SubmitAsync(address, "#zurueckziehen", new() { ["Input.Reason"] = " " });
        Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
        Assert.NotNull(empty.QuerySelector("#fehler a[href='#Input_Reason']"));
        // The form of the resolution beside it still says what is stored.
        Assert.Equal("Die Bänke werden gebaut.", ((IHtmlTextAreaElement)empty.QuerySelector("#Input_Text")!).Value);
        await browsing.SubmitAsync(address, "#zurueckziehen", new() { ["Input.Reason"] = "Falsche Vorlage." });
        Assert.Equal(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        await browsing.FollowAsync();
        Assert.Contains("Ideen mit neuer Antwort: 1. Vorhaben wieder beim Gremium: 0. Benachrichtigte Personen: 2.", (await browsing.FollowAsync()).Body!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);

        var stored = await site.WithDbAsync(db => db.Ideas.AsNoTracking().Include(one => one.Answers).SingleAsync());
        var answers = stored.Answers.OrderBy(answer => answer.AnsweredAt).ToList();
        Assert.Equal((IdeaStatus.UnderReview, 2, AnswerOutcome.Interim), (stored.Status, answers.Count, answers[1].Outcome));
        Assert.Contains("Grund: Falsche Vorlage.", answers[1].Text.Markdown, StringComparison.Ordinal);
        Assert.Contains($"](/vorlagen/{council.Paper.Number})", answers[1].Text.Markdown, StringComparison.Ordinal);
        var visitor = Browsing.Visitor(site);
        var paper = (await visitor.GetAsync(Links.Paper(council.Paper.Number, council.Paper.Name))).QuerySelector("main")!;
        Assert.Contains("Falsche Vorlage.", paper.TextContent, StringComparison.Ordinal);
        Assert.Contains("zurückgezogen", paper.QuerySelector(".way")!.TextContent, StringComparison.Ordinal);
        foreach (var page in new[] { Links.Paper(council.Paper.Number, council.Paper.Name), Links.Meeting(council.Meeting.Number, council.Meeting.Name), $"{Links.OparlRoot}/agendaitem/{council.Item}" })
            Assert.DoesNotContain("Die Bänke werden gebaut.", (await visitor.GetAsync(page)).Source.Text, StringComparison.Ordinal);
        foreach (var person in new[] { author, voter })
        {
            var inbox = (await (await Browsing.AsAsync(site, person)).GetAsync(Links.Inbox)).Body!.TextContent;
            Assert.Contains("Der Beschluss zu „Mehr Bänke am Markt“ wurde zurückgezogen.", inbox, StringComparison.Ordinal);
            Assert.Contains("Falsche Vorlage.", inbox, StringComparison.Ordinal);
        }

        Assert.Contains("resolution.retract", await site.WithDbAsync(db => db.AuditEntries.Select(entry => entry.Action).ToListAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task It_can_be_published_again_with_all_that_comes_along_and_nobody_withdraws_it_twice_or_from_an_old_page(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (idea, moderator, council) = (await given.IdeaAsync(), await given.PersonAsync(Role.Moderator), await GivenCouncil.InAsync(site));
        await council.ComesFromAsync(idea);
        Assert.True((await council.ResolveAsync(moderator)).Done);
        Assert.IsType<NotAllowed>((await council.RetractAsync(await given.PersonAsync(Role.Partner))).Refusal);
        Assert.IsType<ChangedMeanwhile>((await council.RetractAsync(moderator, version: 7)).Refusal);
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => council.RetractAsync(moderator)));
        Assert.Single(both, outcome => outcome.Done);
        Assert.IsType<ChangedMeanwhile>((await council.RetractAsync(moderator, version: 2)).Refusal);

        Assert.Equal([idea], (await council.ResolveAsync(moderator, A.Resolution(ResolutionResult.Rejected, new(2, 9, 1)), version: 2)).Value!.Answered);
        Assert.Equal((IdeaStatus.Rejected, 3, null as string), await site.WithDbAsync(async db => (
            await db.Ideas.Select(one => one.Status).SingleAsync(), await db.Set<OfficialAnswer>().CountAsync(), await db.Resolutions.Select(resolution => resolution.RetractReason).SingleAsync())));
        Assert.Contains("Die Bänke werden gebaut.", (await Browsing.Visitor(site).GetAsync(Links.Paper(council.Paper.Number, council.Paper.Name))).Source.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_idea_that_was_answered_otherwise_since_stays_and_a_proposal_is_before_its_committee_again(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (idea, moderator, council) = (await given.IdeaAsync(), await given.PersonAsync(Role.Moderator), await GivenCouncil.InAsync(site));
        var proposals = await GivenProposals.InAsync(site);
        await council.ComesFromAsync(idea);
        await site.WithDbAsync(async db =>
        {
            var proposal = await db.Proposals.SingleAsync();
            db.Add(new PaperProposal(council.Paper.Id, proposal.Id));
            await db.SaveChangesAsync();
            return await db.Proposals.ExecuteUpdateAsync(set => set.SetProperty(one => one.Status, ProposalStatus.InCommittee).SetProperty(one => one.Committee, "Rat"));
        });
        Assert.True((await council.ResolveAsync(moderator)).Done);
        Assert.Equal(ProposalStatus.Adopted, await site.WithDbAsync(db => db.Proposals.Select(proposal => proposal.Status).SingleAsync()));
        await site.WithDbAsync(async db =>
        {
            var stored = await db.Ideas.Include(one => one.Answers).SingleAsync();
            Assert.Null(stored.Answer(new AnswerDraft(AnswerOutcome.PartlyAccepted, A.Text("Fünf Bänke."), null, null, null), moderator.Person, TimeProvider.System.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        var effects = (await council.RetractAsync(moderator)).Value!;
        Assert.Equal((0, idea, proposals.Number), (effects.Answered.Count, Assert.Single(effects.Left), Assert.Single(effects.Decided)));
        Assert.Equal((IdeaStatus.PartlyAccepted, ProposalStatus.InCommittee), await site.WithDbAsync(async db => (await db.Ideas.Select(one => one.Status).SingleAsync(), await db.Proposals.Select(proposal => proposal.Status).SingleAsync())));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_preview_says_what_each_idea_will_read_and_how_many_people_are_told_and_does_nothing(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, voter, gone) = (await given.PersonAsync(), await given.PersonAsync(), await given.PersonAsync());
        var (idea, other, council) = (await given.IdeaAsync(author), await given.IdeaAsync(gone, title: "Noch mehr Bänke"), await GivenCouncil.InAsync(site));
        Assert.True((await site.UseAsync<TakeStance, Outcome<StanceCounts>>(take => take.ExecuteAsync(idea, StanceKind.For, voter, default))).Done);
        Assert.Null(await site.UseAsync<WithdrawIdea, Refusal?>(withdraw => withdraw.ExecuteAsync(other, null, gone, default)));
        await council.ComesFromAsync(idea, other);
        await council.BeginAsync();
        var browsing = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        var fields = new Dictionary<string, string>
        {
            ["Input.Result"] = "Adopted", ["Input.Text"] = "Zehn Bänke.", ["Input.Yes"] = "11", ["Input.No"] = "1", ["Input.Answer"] = "Im Frühjahr wird **gebaut**.", ["Input.Organisation"] = (await site.OrganisationAsync()).Id.Value.ToString(),
        };
        var before = await CountsAsync();
        var page = await browsing.SubmitAsync(Links.EditResolution(council.Item), "#beschluss", fields, "button[formaction]:not([data-keep-now])");
        Assert.Equal(HttpStatusCode.OK, browsing.Last.StatusCode);
        var preview = page.QuerySelector("section[aria-labelledby=vorschau]")!;
        foreach (var text in new[] { "11 Ja, 1 Nein", "Zehn Bänke.", "Mehr Bänke am Markt", "Im Frühjahr wird gebaut.", "Diese Ideen bleiben, wie sie sind", "Noch mehr Bänke" }) Assert.Contains(text, preview.TextContent, StringComparison.Ordinal);
        Assert.Equal("3 Personen werden benachrichtigt.", preview.QuerySelector("#benachrichtigt")!.TextContent);
        Assert.Equal(before, await CountsAsync());

        await browsing.PostAsync(Links.EditResolution(council.Item), Browsing.Fields((IHtmlFormElement)page.QuerySelector("#beschluss")!));
        Assert.Equal(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        Assert.Equal(3, await site.WithDbAsync(db => db.Notifications.CountAsync(entry => entry.Kind == NotificationKind.ResolutionPublished)));
        Assert.Equal(1, await site.WithDbAsync(db => db.Resolutions.Select(resolution => resolution.Number).SingleAsync()));

        Task<(int, int, int, int)> CountsAsync() => site.WithDbAsync(async db => (await db.Resolutions.CountAsync(), await db.Notifications.CountAsync(), await db.Set<OfficialAnswer>().CountAsync(), await db.ChannelEvents.CountAsync()));
    }

    [Fact]
    public async Task A_forged_form_withdraws_nothing_and_a_reason_of_any_kind_is_text()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (moderator, council) = (await given.PersonAsync(Role.Moderator), await GivenCouncil.InAsync(site));
        await council.ComesFromAsync(await given.IdeaAsync());
        Assert.True((await council.ResolveAsync(moderator)).Done);
        var (browsing, address) = (await Browsing.AsAsync(site, moderator), Links.EditResolution(council.Item));
        await browsing.SubmitAsync(address, "#zurueckziehen", new() { ["Input.Reason"] = "Gefälscht.", ["__RequestVerificationToken"] = "" });
        Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
        await browsing.SubmitAsync(address, "#zurueckziehen", new() { ["Input.Reason"] = new string('x', Resolution.ReasonMaxLength + 1) });
        Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
        Assert.Null(await site.WithDbAsync(db => db.Resolutions.Select(resolution => resolution.RetractedAt).SingleAsync()));
        await browsing.SubmitAsync(address, "#zurueckziehen", new() { ["Input.Reason"] = "<script>alert(1)</script><img src=x onerror=alert(1)>" });
        Assert.Equal(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        var visitor = Browsing.Visitor(site);
        foreach (var page in new[] { Links.Paper(council.Paper.Number, council.Paper.Name), Links.Meeting(council.Meeting.Number, council.Meeting.Name), Links.Idea(1, "Mehr Bänke am Markt") })
            Assert.Empty((await visitor.GetAsync(page)).QuerySelectorAll("main script:not([src]):not([type]), main [onerror]"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nothing_is_decided_before_the_meeting_began(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (moderator, council) = (await given.PersonAsync(Role.Moderator), await GivenCouncil.InAsync(site));
        var refused = await site.UseAsync<PublishResolution, Outcome<ResolutionEffects>>(publish => publish.ExecuteAsync(council.Item, A.Resolution(), null, 0, moderator, default));
        Assert.IsType<MeetingIsYetToCome>(refused.Refusal);
        var page = await (await Browsing.AsAsync(site, moderator)).GetAsync(Links.EditResolution(council.Item));
        Assert.Contains("noch nicht begonnen", page.QuerySelector("main .flash")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#beschluss .kern-btn--primary"));
        Assert.True((await council.ResolveAsync(moderator)).Done);
    }

    /// <summary>Notices are deleted after a time; that must not make a withdrawn paper news again.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_paper_that_is_withdrawn_and_published_again_tells_nobody_twice_though_the_old_notices_are_gone(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (first, second, moderator) = (await given.PersonAsync(), await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        var (one, other, council) = (await given.IdeaAsync(first), await given.IdeaAsync(second, title: "Noch mehr Bänke"), await GivenCouncil.InAsync(site));
        var plan = new PaperPlan(council.Paper.Name, council.Paper.Reference, council.Paper.Date, council.Paper.PaperType, council.Body.Id, council.Paper.Summary);
        async Task SaveAsync(PublicationStep step, params int[] ideas)
        {
            var version = await site.WithDbAsync(db => db.Papers.Select(paper => paper.Version).SingleAsync());
            Assert.True((await site.UseAsync<SavePaper, Outcome<int>>(save => save.ExecuteAsync(council.Paper.Number, plan, new PaperOrigins(ideas, []), new(step, Reason: "Falsch."), [], [], version, moderator, default))).Done);
        }

        await SaveAsync(PublicationStep.Keep, one);
        Assert.Equal(first.Person, await site.WithDbAsync(db => db.Notifications.Select(entry => entry.PersonId).SingleAsync()));
        await site.WithDbAsync(db => db.Notifications.ExecuteDeleteAsync());
        await SaveAsync(PublicationStep.Withdraw, one);
        await SaveAsync(PublicationStep.Keep, one, other);
        await SaveAsync(PublicationStep.Publish, one, other);
        await site.UseAsync<Web.Editing.PublishDue>(due => due.ExecuteAsync(default));
        // Only who takes part in what was added while it was out of view.
        Assert.Equal(second.Person, await site.WithDbAsync(db => db.Notifications.Select(entry => entry.PersonId).SingleAsync()));
    }
}

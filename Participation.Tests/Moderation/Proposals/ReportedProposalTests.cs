using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Moderation.Guards;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Suggestions;
using Participation.Tests.Accounts.Organisations;
using Participation.Tests.Moderation.Notices;
using Participation.Tests.Proposals;
using Participation.Tests.Proposals.Suggestions;
using Participation.Tests.Support;
using Participation.Web.Moderation;
using Participation.Web.Moderation.Desk;
using Participation.Web.Moderation.Undoing;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation.Proposals;

/// <summary>Proposals, suggestions for them and remarks on them pass through the same procedure as ideas and comments.</summary>
public sealed class ReportedProposalTests
{
    public static TheoryData<string> All => Databases.All;

    private static readonly CaseRef Made = CaseRef.OfSuggestion(1, 1);
    private static readonly CaseRef Text = CaseRef.OfProposal(1);

    [Theory, MemberData(nameof(All))]
    public async Task A_suggestion_is_reported_hidden_complained_about_and_brought_back_by_somebody_else(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (given, citizen) = await SuggestedAsync(site);
        var (anna, bert, notifier) = (await new Given(site).PersonAsync(Role.Moderator), await new Given(site).PersonAsync(Role.Moderator), await new Given(site).PersonAsync());
        Assert.True((await site.ReportAsync(Made, null)).Done);
        Assert.True((await site.ReportAsync(Made, notifier)).Done);
        var row = Assert.Single(await QueueAsync(site, anna));
        Assert.Equal((Made, "Sichere Radwege"), (row.Case, row.Title));
        Assert.Contains("Vorschlag", row.Kind, StringComparison.Ordinal);

        Assert.IsType<NotAllowed>(await given.StepAsync(CaseStep.Hide, Made, citizen));
        Assert.Null(await given.StepAsync(CaseStep.Hide, Made, anna));
        Assert.False((await given.SuggestionAsync(1)).IsVisible);
        Assert.Equal(["SuggestionHidden"], await given.ToldAsync(citizen));
        Assert.Equal(["NoticeActedOn"], await given.ToldAsync(notifier));
        Assert.Empty(await QueueAsync(site, anna));
        Assert.IsType<SuggestionIsClosed>(await given.AcceptAsync(given.Owner, 1));
        Assert.Equal(HttpStatusCode.NotFound, (await Browsing.Visitor(site).Client.GetAsync(Links.Suggestion(1, 1))).StatusCode);

        var author = await Browsing.AsAsync(site, citizen);
        var reasons = await author.GetAsync(Links.Decision(1));
        Assert.Contains("Der Text wertet jemanden ab.", reasons.Body!.TextContent, StringComparison.Ordinal);
        await author.SubmitAsync(Links.Decision(1), "#beschweren", new() { ["Input.Text"] = "Das ist sachlich gemeint." });
        Assert.IsType<OwnDecision>(await site.DecideComplaintAsync(1, ComplaintOutcome.Reversed, anna));
        Assert.Null(await site.DecideComplaintAsync(1, ComplaintOutcome.Reversed, bert));
        Assert.True((await given.SuggestionAsync(1)).IsVisible);
        Assert.Equal(HttpStatusCode.OK, (await Browsing.Visitor(site).Client.GetAsync(Links.Suggestion(1, 1))).StatusCode);
        Assert.Null(await given.AcceptAsync(given.Owner, 1));
    }

    [Theory, MemberData(nameof(All))]
    public async Task Several_residents_have_a_suggestion_held_back_until_somebody_looked_and_never_one_of_an_organisation(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (given, citizen) = await SuggestedAsync(site);
        Assert.True((await given.SuggestAsync(given.Editor, "fahren", "radeln", organisation: given.Second.Id.Value)).Done);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        for (var i = 0; i < 3; i++)
            foreach (var number in new[] { 1, 2 }) Assert.True((await site.ReportAsync(CaseRef.OfSuggestion(1, number), await new Given(site).PersonAsync(verification: Verification.VerifiedResident))).Done);
        var (held, official) = (await given.SuggestionAsync(1), await given.SuggestionAsync(2));
        Assert.Equal((true, false, true), (held.IsHeld, held.IsVisible, official.IsVisible));
        Assert.Equal(["SuggestionHeld"], await given.ToldAsync(citizen));
        var decision = await site.WithDbAsync(db => db.Decisions.AsNoTracking().SingleAsync());
        Assert.Equal((Measure.Hold, true), (decision.Measure, decision.Automated));
        Assert.IsType<ContentIsClosed>(await site.UseAsync<Web.Proposals.Suggestions.SettleSuggestion, Refusal?>(settle => settle.ShowAsync(1, 1, given.Editor, default)));

        Assert.Null(await given.StepAsync(CaseStep.Restore, Made, moderator));
        var shown = await given.SuggestionAsync(1);
        Assert.Equal((true, false), (shown.IsVisible, shown.NeedsLook));
        for (var i = 0; i < 3; i++) await site.ReportAsync(Made, await new Given(site).PersonAsync(verification: Verification.VerifiedResident));
        Assert.True((await given.SuggestionAsync(1)).IsVisible);
    }

    [Theory, MemberData(nameof(All))]
    public async Task What_the_word_list_found_waits_at_the_desk_with_the_word_and_is_shown_or_refused(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Alle fahren.");
        var (citizen, moderator) = (await new Given(site).PersonAsync(), await new Given(site).PersonAsync(Role.Moderator));
        Assert.True((await given.SuggestAsync(citizen, "Alle", "Alle Wichser")).Value!.IsHeld);
        Assert.True((await given.SuggestAsync(citizen, "fahren", "du Arschloch fährst")).Value!.IsHeld);
        var rows = await QueueAsync(site, moderator);
        Assert.Equal([Made, CaseRef.OfSuggestion(1, 2)], rows.Select(row => row.Case));
        Assert.Contains("wichser", rows[0].Kind, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, await site.UseAsync<QueueQueries, int>(async queries => (await queries.CountsAsync(default)).Waiting));

        Assert.Null(await given.StepAsync(CaseStep.Publish, Made, moderator, ""));
        Assert.Null(await given.StepAsync(CaseStep.Decline, CaseRef.OfSuggestion(1, 2), moderator));
        Assert.Empty(await QueueAsync(site, moderator));
        Assert.Equal((true, false), ((await given.SuggestionAsync(1)).IsVisible, (await given.SuggestionAsync(2)).IsVisible));
        Assert.Equal(["SuggestionRefused", "SuggestionShown"], (await given.ToldAsync(citizen)).Order());
        Assert.Equal(DecisionSource.AutomatedDetection, await site.WithDbAsync(db => db.Decisions.Where(decision => decision.Measure == Measure.Decline).Select(decision => decision.Source).SingleAsync()));
        Assert.Null(await UndoAsync(site, 2, moderator));
        Assert.Null(await UndoAsync(site, 1, moderator));
        Assert.Equal([Made, CaseRef.OfSuggestion(1, 2)], (await QueueAsync(site, moderator)).Select(row => row.Case));
        Assert.Empty(await given.ToldAsync(citizen));
    }

    [Theory, MemberData(nameof(All))]
    public async Task What_a_moderator_undoes_is_as_it_was(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (given, _) = await SuggestedAsync(site);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        await given.RemarkAsync(given.Owner, "Alle", "Wer zählt dazu?");
        CaseRef[] cases = [Text, Made, CaseRef.OfRemark(1, 1)];
        await site.ReportAsync(Made, await new Given(site).PersonAsync());
        var before = await StateAsync(given);
        foreach (var at in cases) Assert.Null(await given.StepAsync(CaseStep.Hide, at, moderator));
        var hidden = await StateAsync(given);
        Assert.NotEqual(before, hidden);
        foreach (var at in cases) Assert.Null(await given.StepAsync(CaseStep.Restore, at, moderator, ""));
        foreach (var number in new[] { 6, 5, 4 }) Assert.Null(await UndoAsync(site, number, moderator));
        Assert.Equal(hidden, await StateAsync(given));
        foreach (var number in new[] { 3, 2, 1 }) Assert.Null(await UndoAsync(site, number, moderator));
        Assert.Equal(before, await StateAsync(given));
        Assert.Equal(NoticeOutcome.Open, await site.WithDbAsync(db => db.Notices.Select(notice => notice.Outcome).SingleAsync()));
    }

    [Theory, MemberData(nameof(All))]
    public async Task A_hidden_proposal_is_gone_everywhere_says_why_and_its_organisations_can_complain(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (given, _) = await SuggestedAsync(site);
        var (anna, bert, coOwner) = (await new Given(site).PersonAsync(Role.Moderator), await new Given(site).PersonAsync(Role.Moderator), await site.MemberAsync(given.Second, MembershipRole.Owner));
        Assert.True((await site.ReportAsync(Text, null)).Done);
        Assert.Contains("Alle fahren.", await site.WithDbAsync(db => db.ReportedVersions.Select(kept => kept.Body).SingleAsync()), StringComparison.Ordinal);
        Assert.Contains("Vorhaben", Assert.Single(await QueueAsync(site, anna)).Kind, StringComparison.Ordinal);
        Assert.Contains("Sichere Radwege", await Browsing.Visitor(site).Client.GetStringAsync(Links.Proposals), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Browsing.Visitor(site).Client.GetAsync(Links.Proposal(1, "Sichere Radwege"))).StatusCode);

        Assert.Null(await given.StepAsync(CaseStep.Hide, Text, anna));
        foreach (var address in new[] { Links.Proposal(1, "Sichere Radwege"), Links.ProposalPrint(1), Links.ProposalRevisions(1), Links.Suggestions(1), Links.Suggestion(1, 1), Links.ReadProposal(1) })
        {
            var gone = await Browsing.Visitor(site).Client.GetAsync(address);
            Assert.Equal((HttpStatusCode.Gone, address), (gone.StatusCode, address));
            Assert.Contains("Der Text wertet jemanden ab.", await gone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Sichere Radwege", await Browsing.Visitor(site).Client.GetStringAsync(Links.Proposals), StringComparison.Ordinal);
        Assert.DoesNotContain(Links.Proposal(1, "Sichere Radwege"), await Browsing.Visitor(site).Client.GetStringAsync("/suche?q=Radwege"), StringComparison.Ordinal);
        Assert.DoesNotContain(Links.Proposal(1, "Sichere Radwege"), await Browsing.Visitor(site).Client.GetStringAsync(Links.Organisation(given.Lead.Slug)), StringComparison.Ordinal);
        Assert.IsType<NothingToReport>((await site.ReportAsync(Text, null)).Refusal);
        await given.WriteAsync(SectionKind.Goal, "Alle fahren, auch Kinder.");
        Assert.NotNull((await (await Browsing.AsAsync(site, given.Owner)).GetAsync(Links.Proposal(1, "Sichere Radwege"))).QuerySelector("#ausgeblendet"));
        Assert.Contains("ProposalHidden", await given.ToldAsync(given.Owner));
        Assert.Contains("ProposalHidden", await given.ToldAsync(coOwner));
        Assert.DoesNotContain("ProposalHidden", await given.ToldAsync(given.Editor));

        var second = await Browsing.AsAsync(site, coOwner);
        await second.SubmitAsync(Links.Decision(1), "#beschweren", new() { ["Input.Text"] = "Der Satz steht so im Gesetz." });
        var lead = await Browsing.AsAsync(site, given.Owner);
        Assert.Contains("Der Satz steht so im Gesetz.", (await lead.GetAsync(Links.Decision(1))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await Browsing.AsAsync(site, given.Editor)).Client.GetAsync(Links.Decision(1))).StatusCode);
        Assert.Null(await site.DecideComplaintAsync(1, ComplaintOutcome.Reversed, bert));
        Assert.Equal(HttpStatusCode.OK, (await Browsing.Visitor(site).Client.GetAsync(Links.Proposal(1, "Sichere Radwege"))).StatusCode);
        Assert.Contains("Sichere Radwege", await Browsing.Visitor(site).Client.GetStringAsync(Links.Proposals), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(All))]
    public async Task A_remark_is_reported_by_those_inside_alone(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Alle fahren.");
        await given.RemarkAsync(given.Editor, "Alle", "Wer zählt dazu?");
        var (at, moderator) = (CaseRef.OfRemark(1, 1), await new Given(site).PersonAsync(Role.Moderator));
        Assert.IsType<NothingToReport>((await site.ReportAsync(at, null)).Refusal);
        Assert.IsType<NothingToReport>((await site.ReportAsync(at, await new Given(site).PersonAsync())).Refusal);
        Assert.True((await site.ReportAsync(at, given.Owner)).Done);
        Assert.Null(await given.StepAsync(CaseStep.Keep, at, moderator, ""));
        Assert.Equal(["NoticeNotActedOn"], (await given.ToldAsync(given.Owner)).Where(kind => kind.StartsWith("Notice", StringComparison.Ordinal)));
        Assert.Null(await given.StepAsync(CaseStep.Hide, at, moderator));
        Assert.Contains("ausgeblendet", (await (await Browsing.AsAsync(site, given.Owner)).GetAsync(Links.Remark(1, 1))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(await given.StepAsync(CaseStep.Restore, at, moderator, ""));
        Assert.Equal(["RemarkHidden", "RemarkShown"], (await given.ToldAsync(given.Editor)).Where(kind => kind.StartsWith("Remark", StringComparison.Ordinal) && kind is not "RemarkMade").Order());
    }

    [Theory, MemberData(nameof(All))]
    public async Task Whoever_wrote_along_does_not_decide_and_of_two_the_second_sees_what_the_first_did(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (given, citizen) = await SuggestedAsync(site);
        var (party, anna, bert) = (await new Given(site).PersonAsync(Role.Moderator), await new Given(site).PersonAsync(Role.Moderator), await new Given(site).PersonAsync(Role.Moderator));
        await site.WithDbAsync(async db =>
        {
            db.Memberships.AddRange(Membership.Grant(given.Second.Id, party.Person, MembershipRole.Editor), Membership.Grant(given.Second.Id, anna.Person, MembershipRole.Viewer));
            return await db.SaveChangesAsync();
        });
        await given.WriteAsync(SectionKind.Measures, "Schilder.", party);
        Assert.IsType<NotAllowed>(await given.StepAsync(CaseStep.Hide, Text, party));
        var desk = await Browsing.AsAsync(site, party);
        var own = await desk.GetAsync(Links.ModerateProposal(1));
        Assert.NotNull(own.QuerySelector("#beteiligt"));
        Assert.Null(own.QuerySelector("#entscheidung"));

        var (first, second) = (await Browsing.AsAsync(site, anna), await Browsing.AsAsync(site, bert));
        var late = Browsing.Fields((IHtmlFormElement)(await second.GetAsync(Links.ModerateSuggestion(1, 1))).QuerySelector("#entscheidung")!);
        await first.SubmitAsync(Links.ModerateSuggestion(1, 1), "#entscheidung", new() { ["Input.Step"] = "Hide", ["Input.Ground"] = "Respect", ["Input.Facts"] = "Wertet jemanden ab." });
        (late["Input.Step"], late["Input.Ground"], late["Input.Facts"]) = ("Hide", "Respect", "Zu spät.");
        var told = await second.PostAsync(Links.ModerateSuggestion(1, 1), late);
        Assert.Equal(HttpStatusCode.Conflict, second.Last.StatusCode);
        Assert.Contains(await site.WithDbAsync(db => db.People.Where(person => person.Id == anna.Person).Select(person => person.DisplayName).SingleAsync()), told.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await site.WithDbAsync(db => db.Decisions.CountAsync()));
        Assert.Equal(citizen.Person, await site.WithDbAsync(db => db.Decisions.Select(decision => decision.AuthorId).SingleAsync()));
    }

    [Theory, MemberData(nameof(All))]
    public async Task A_wave_of_suggestions_is_decided_at_once_and_their_author_is_warned(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (given, citizen) = await SuggestedAsync(site);
        await given.SuggestAsync(citizen, "fahren", "kaufen Uhren");
        var moderator = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        var page = $"{Links.BulkDecision}?fall=v1:1&fall=v1:2";
        var wave = await moderator.GetAsync(Links.BulkOfAuthor(Made));
        Assert.Equal(2, wave.QuerySelectorAll("input[name='auswahl']").Length);
        Assert.Contains("kaufen Uhren – ", wave.Body!.TextContent, StringComparison.Ordinal);
        var form = (await moderator.GetAsync(page)).QuerySelector("#entscheidung")!;
        var fields = Browsing.Fields((IHtmlFormElement)form).Where(field => field.Key != "auswahl").Concat(form.QuerySelectorAll("input[name='auswahl']").Select(box => KeyValuePair.Create("auswahl", box.GetAttribute("value")!)));
        await moderator.PostAllAsync(Links.BulkDecision, [.. fields.Where(field => !field.Key.StartsWith("Input.", StringComparison.Ordinal)), new("Input.Ground", "Advertising"), new("Input.Facts", "Werbung.")]);
        Assert.Equal(0, await site.WithDbAsync(db => db.Suggestions.CountAsync(made => made.HiddenAt == null)));
        await moderator.SubmitAsync(Links.Sanction(Made), "#massnahme", new() { ["Input.Measure"] = "verwarnen", ["Input.Ground"] = "Advertising", ["Input.Facts"] = "Bitte keine Werbung." });
        Assert.Contains("PersonWarned", await given.ToldAsync(citizen));
        Assert.Equal(HttpStatusCode.NotFound, (await moderator.Client.GetAsync(Links.Sanction(Text))).StatusCode);
    }

    [Theory, MemberData(nameof(All))]
    public async Task Whoever_wrote_along_does_not_confirm_a_complaint_either(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (given, _) = await SuggestedAsync(site);
        var (party, anna, bert, notifier) = (await new Given(site).PersonAsync(Role.Moderator), await new Given(site).PersonAsync(Role.Moderator), await new Given(site).PersonAsync(Role.Moderator), await new Given(site).PersonAsync());
        await site.WithDbAsync(db =>
        {
            db.Memberships.Add(Membership.Grant(given.Second.Id, party.Person, MembershipRole.Editor));
            return db.SaveChangesAsync();
        });
        await given.WriteAsync(SectionKind.Measures, "Schilder.", party);
        await site.ReportAsync(Text, notifier);
        Assert.Null(await given.StepAsync(CaseStep.Keep, Text, anna, ""));
        var track = await Browsing.AsAsync(site, notifier);
        await track.SubmitAsync(Links.MyNotice(1), "#beschweren", new() { ["Input.Text"] = "Doch, das verletzt das Gesetz." });
        Assert.Null((await (await Browsing.AsAsync(site, party)).GetAsync(Links.DecideComplaint(1))).QuerySelector("#entscheidung"));
        foreach (var outcome in new[] { ComplaintOutcome.Confirmed, ComplaintOutcome.Reversed }) Assert.IsType<NotAllowed>(await site.DecideComplaintAsync(1, outcome, party));
        Assert.Null(await site.DecideComplaintAsync(1, ComplaintOutcome.Confirmed, bert));
        Assert.IsType<NotAllowed>(await site.UseAsync<TakeCase, Refusal?>(take => take.ExecuteAsync(Text, null, party, default)));
    }

    [Theory, MemberData(nameof(All))]
    public async Task A_reported_title_is_kept_when_it_is_changed_and_is_told_to_nobody_when_it_is_private(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (given, _) = await SuggestedAsync(site);
        var (moderator, notifier) = (await new Given(site).PersonAsync(Role.Moderator), await new Given(site).PersonAsync());
        Assert.Equal(1, (await site.ReportAsync(Text, notifier)).Value);
        await given.ChangeAsync((proposal, now) => proposal.Describe("Ganz anders", "Etwas anderes.", readAlong: true, now));
        Assert.Equal(2, (await site.ReportAsync(Text, notifier)).Value);
        await given.ChangeAsync((proposal, now) => proposal.Describe("Geheimer Plan", "Für uns.", readAlong: false, now));
        var desk = await (await Browsing.AsAsync(site, moderator)).GetAsync(Links.ModerateProposal(1));
        Assert.Contains("Sichere Radwege", desk.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ganz anders", desk.Body.TextContent, StringComparison.Ordinal);
        var own = await (await Browsing.AsAsync(site, notifier)).GetAsync(Links.MyNotice(1));
        Assert.DoesNotContain("Geheimer Plan", own.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("nicht mehr öffentlich", own.Body.TextContent, StringComparison.Ordinal);
        await given.ChangeAsync((proposal, _) => proposal.Hide("Nennt jemanden.", A.Moment));
        Assert.Contains("Geheimer Plan", (await (await Browsing.AsAsync(site, given.Editor)).GetAsync(Links.Proposals)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_beside_a_step_without_reasons_are_told_to_nobody_and_the_second_suggestion_is_no_first_contribution()
    {
        await using var site = await TestSite.StartAsync();
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Alle fahren.");
        var (citizen, moderator) = (await new Given(site).PersonAsync(), await new Given(site).PersonAsync(Role.Moderator));
        await given.SuggestAsync(citizen, "Alle", "Alle Wichser");
        Assert.Null(await given.StepAsync(CaseStep.Publish, Made, moderator, "Beleidigung."));
        Assert.Equal("", await site.WithDbAsync(db => db.Decisions.Select(decision => decision.Facts).SingleAsync()));
        Assert.Null(await site.WithDbAsync(db => db.Notifications.Where(told => told.PersonId == citizen.Person).Select(told => told.Detail).SingleAsync()));
        await given.SuggestAsync(citizen, "fahren", "radeln");
        Assert.Equal(1, await site.WithDbAsync(db => db.Findings.CountAsync(finding => finding.Reason == FindingReason.FirstPost)));
        Assert.True((await given.SuggestAsync(moderator, "Alle", "Wir alle")).Done);
        Assert.Equal([2], await site.WithDbAsync(db => db.Suggestions.Where(made => made.NeedsLook).Select(made => made.Number).ToListAsync()));
    }

    [Fact]
    public async Task Every_page_about_a_proposal_leads_to_the_form_and_it_shows_what_is_reported()
    {
        await using var site = await TestSite.StartAsync();
        var (given, _) = await SuggestedAsync(site);
        await given.RemarkAsync(given.Editor, "Alle", "Wer zählt dazu?");
        var (visitor, inside) = (Browsing.Visitor(site), await Browsing.AsAsync(site, given.Owner));
        foreach (var (browsing, page, shown) in new[] { (visitor, Links.Proposal(1, "Sichere Radwege"), "Wege, auf denen alle fahren."), (visitor, Links.Suggestion(1, 1), "Wir"), (inside, Links.Remark(1, 1), "Wer zählt dazu?") })
        {
            var link = (await browsing.GetAsync(page)).QuerySelector("main a[href^='/melden']")?.GetAttribute("href");
            Assert.NotNull(link);
            Assert.Contains(shown, (await browsing.GetAsync(link)).QuerySelector("#gemeldet")!.TextContent, StringComparison.Ordinal);
        }
    }

    private static async Task<(GivenProposals Given, Actor Citizen)> SuggestedAsync(TestSite site)
    {
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Alle fahren.");
        var citizen = await new Given(site).PersonAsync();
        Assert.True((await given.SuggestAsync(citizen, "Alle", "Wir")).Done);
        // Nobody's first contribution, so that it waits for nothing.
        await site.WithDbAsync(db => db.Findings.Where(finding => finding.Reason == FindingReason.FirstPost).ExecuteDeleteAsync());
        return (given, citizen);
    }

    private static Task<IReadOnlyList<QueueItem>> QueueAsync(TestSite site, Actor reader) => site.UseAsync<QueueQueries, IReadOnlyList<QueueItem>>(queries => queries.WaitingAsync(reader.Person, default));

    private static Task<Refusal?> UndoAsync(TestSite site, int decision, Actor moderator) => site.UseAsync<UndoDecision, Refusal?>(undo => undo.ExecuteAsync(decision, moderator, default));

    private static async Task<string> StateAsync(GivenProposals given)
    {
        var (proposal, made, remark) = (await given.ReadAsync(), await given.SuggestionAsync(1), await given.RemarkAsync(1));
        return $"{proposal.HiddenAt} {proposal.HiddenReason} {made.HiddenAt} {made.IsHeld} {made.NeedsLook} {made.Status} {remark.HiddenAt} {remark.HiddenReason}";
    }
}

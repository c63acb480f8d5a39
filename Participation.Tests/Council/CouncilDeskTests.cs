using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Editing;
using Participation.Domain.Ideas;
using Participation.Domain.Notifications;
using Participation.Tests.Accounts.Organisations;
using Participation.Tests.Support;
using Participation.Tests.Uploads;
using Participation.Web.Data;
using Participation.Web.Shared;

#pragma warning disable CA2000 // Forms dispose their parts.

namespace Participation.Tests.Council;

/// <summary>How the staff writes the council's side in the browser, without a script.</summary>
public sealed class CouncilDeskTests
{
    private static readonly DateTime Evening = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(20).AddHours(17);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_moderator_sets_up_a_term_a_body_a_member_a_meeting_with_its_agenda_a_paper_and_a_resolution(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var idea = await given.IdeaAsync();
        var browsing = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        await SendAsync(browsing, Links.NewTerm, "#wahlperiode", new() { ["Input.Name"] = "Wahlperiode 2025–2030", ["Input.StartsOn"] = "2025-11-01", ["Input.EndsOn"] = "2030-10-31", ["Input.Publish.Step"] = "Publish" });
        await SendAsync(browsing, Links.NewBody, "#gremium", new() { ["Input.Name"] = "Ausschuss für Bänke", ["Input.ShortName"] = "BA", ["Input.Terms"] = "1", ["Input.Publish.Step"] = "Publish" });
        await SendAsync(browsing, Links.NewCouncilPerson, "#ratsmitglied", new() { ["Input.Name"] = "Anna Beispiel", ["Input.Seats[0].Body"] = "1", ["Input.Seats[0].Role"] = "Vorsitz", ["Input.Publish.Step"] = "Publish" });
        await SendAsync(browsing, Links.NewMeeting, "#sitzung", Meeting(new() { ["Input.Publish.Step"] = "Publish" }));
        Assert.Equal(Links.EditAgenda(1), browsing.Last.Headers.Location!.ToString());
        await SendAsync(browsing, Links.NewPaper, "#vorlage", new() { ["Input.Name"] = "Zehn Bänke", ["Input.Reference"] = "12/2026", ["Input.Body"] = "1", ["Input.Summary"] = "**Zehn** Bänke.", ["Input.Ideas"] = $"#{idea}", ["Input.Planned[0].Body"] = "1", ["Input.Planned[0].Role"] = "Decision", ["Input.Publish.Step"] = "Publish" });
        await SendAsync(browsing, Links.EditAgenda(1), "#tagesordnung", new()
        {
            ["Input.Items[0].Sign"] = "Ö 1", ["Input.Items[0].Name"] = "Eröffnung", ["Input.Items[1].Sign"] = "Ö 2", ["Input.Items[1].Name"] = "Zehn Bänke", ["Input.Items[1].Paper"] = " 12/2026 ", ["Input.Items[1].Role"] = "Decision",
        });
        var step = await site.WithDbAsync(db => db.Consultations.AsNoTracking().SingleAsync());
        Assert.Equal((ConsultationRole.Decision, true), (step.Role, step.AgendaItemId is not null));
        var agenda = await browsing.GetAsync(Links.EditAgenda(1));
        Assert.Equal("12/2026", ((IHtmlInputElement)agenda.QuerySelector("#Input_Items_1__Paper")!).Value);
        Assert.Contains("Vorlage: Zehn Bänke", agenda.QuerySelector("#tagesordnung")!.TextContent, StringComparison.Ordinal);
        foreach (var (typed, status) in new[] { ("99/2026", HttpStatusCode.BadRequest), ("1", HttpStatusCode.Redirect) })
        {
            await browsing.SubmitAsync(Links.EditAgenda(1), "#tagesordnung", new() { ["Input.Items[1].Paper"] = typed });
            Assert.Equal((typed, status), (typed, browsing.Last.StatusCode));
        }

        Assert.Equal(1, await site.WithDbAsync(db => db.Consultations.CountAsync()));

        await site.WithDbAsync(db => db.Meetings.ExecuteUpdateAsync(set => set.SetProperty(meeting => meeting.Start, TimeProvider.System.GetUtcNow().AddHours(-1))));
        await SendAsync(browsing, Links.EditResolution(2), "#beschluss", new() { ["Input.Result"] = "Adopted", ["Input.Text"] = "Zehn Bänke werden gebaut.", ["Input.Yes"] = "11", ["Input.No"] = "1", ["Input.Abstentions"] = "0", ["Input.Answer"] = "Im Frühjahr wird gebaut.", ["Input.Organisation"] = (await site.OrganisationAsync()).Id.Value.ToString() });
        var page = await Browsing.Visitor(site).GetAsync(Links.Paper(1, "Zehn Bänke"));
        Assert.Contains("11 Ja, 1 Nein", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"a[href='{Links.Idea(idea, "Mehr Bänke am Markt")}']"));
        var answer = await site.WithDbAsync(db => db.Set<OfficialAnswer>().AsNoTracking().SingleAsync());
        Assert.Matches(@"^\*\*Ausschuss für Bänke, \d+\. \w+ \d{4}: angenommen \(11 Ja, 1 Nein, 0 Enthaltungen\)\.\*\* Vorlage \[12/2026\]\(/vorlagen/1\)\.\n\nIm Frühjahr wird gebaut\.$", answer.Text.Markdown);
        Assert.Contains("Anna Beispiel", (await Browsing.Visitor(site).GetAsync(Links.Body(1, "Ausschuss für Bänke"))).Body!.TextContent, StringComparison.Ordinal);
        var actions = await site.WithDbAsync(db => db.AuditEntries.OrderBy(entry => entry.Position).Select(entry => entry.Action).ToListAsync());
        foreach (var action in new[] { "term.save", "body.save", "council-person.save", "meeting.save", "paper.save", "meeting.agenda", "resolution.publish", "idea.answer" }) Assert.Contains(action, actions);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Another_result_is_asked_for_once_more_and_then_answered_and_told_anew(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (idea, moderator, council) = (await given.IdeaAsync(), await given.PersonAsync(Role.Moderator), await GivenCouncil.InAsync(site));
        await council.ComesFromAsync(idea);
        Assert.True((await council.ResolveAsync(moderator)).Done);
        var (browsing, address) = (await Browsing.AsAsync(site, moderator), Links.EditResolution(council.Item));
        Dictionary<string, string> fields = new() { ["Input.Result"] = "Rejected", ["Input.Yes"] = "2", ["Input.No"] = "10", ["Input.Abstentions"] = "" };
        var page = await browsing.SubmitAsync(address, "#beschluss", fields);
        Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
        Assert.NotNull(page.QuerySelector("a[href='#Input_Result']"));
        Assert.Equal(IdeaStatus.Accepted, await site.WithDbAsync(db => db.Ideas.Select(one => one.Status).SingleAsync()));

        var shown = Browsing.Fields((IHtmlFormElement)page.QuerySelector("#beschluss")!);
        (shown["Input.Answer"], shown["Input.Organisation"]) = ("Das Geld fehlt.", (await site.OrganisationAsync()).Id.Value.ToString());
        await browsing.PostAsync(address, shown);
        Assert.Equal(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        Assert.Equal((IdeaStatus.Rejected, 2, 2), await site.WithDbAsync(async db => (
            await db.Ideas.Select(one => one.Status).SingleAsync(), await db.Set<OfficialAnswer>().CountAsync(), await db.Notifications.CountAsync(entry => entry.Kind == NotificationKind.ResolutionPublished))));
        Assert.Contains("Berichtigt am", (await Browsing.Visitor(site).GetAsync(Links.Paper(council.Paper.Number, council.Paper.Name))).Body!.TextContent, StringComparison.Ordinal);
        await browsing.PostAsync(address, shown);
        Assert.Equal(HttpStatusCode.Conflict, browsing.Last.StatusCode);
        Assert.Equal(2, await site.WithDbAsync(db => db.Notifications.CountAsync(entry => entry.Kind == NotificationKind.ResolutionPublished)));
    }

    /// <summary>A body that only recommends answers no idea; its result must not be locked for want of the fields of an answer.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Another_result_of_a_recommendation_is_asked_for_once_more_too_and_then_told(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (idea, moderator, council) = (await given.IdeaAsync(), await given.PersonAsync(Role.Moderator), await GivenCouncil.InAsync(site, ConsultationRole.Recommendation));
        await council.ComesFromAsync(idea);
        Assert.True((await council.ResolveAsync(moderator)).Done);
        var (browsing, address) = (await Browsing.AsAsync(site, moderator), Links.EditResolution(council.Item));
        var page = await browsing.SubmitAsync(address, "#beschluss", new() { ["Input.Result"] = "Postponed" });
        Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
        await browsing.PostAsync(address, Browsing.Fields((IHtmlFormElement)page.QuerySelector("#beschluss")!));
        Assert.Equal(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        Assert.Equal((ResolutionResult.Postponed, IdeaStatus.Published, 2), await site.WithDbAsync(async db => (
            await db.Resolutions.Select(one => one.Result).SingleAsync(), await db.Ideas.Select(one => one.Status).SingleAsync(), await db.Notifications.CountAsync(entry => entry.Kind == NotificationKind.ResolutionPublished))));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_paper_on_the_agenda_is_meant_by_the_citys_number_before_that_of_its_address_and_stays_when_nobody_touched_its_line(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var council = await GivenCouncil.InAsync(site);
        // Numbers of addresses are 1 to 4; the city calls the second one „3“, and two others the same.
        var papers = await site.WithDbAsync(async db =>
        {
            List<Paper> more = [];
            foreach (var reference in new[] { "3", null, "3" }) more.Add(Paper.Introduce(await db.NextNumberAsync(Counter.Papers, default), new($"Vorlage {reference}", reference, null, null, null, council.Paper.Summary), Publication.At(A.Moment), A.Moment));
            db.AddRange(more);
            await db.SaveChangesAsync();
            return more;
        });
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        await SendAsync(browsing, Links.EditAgenda(council.Meeting.Number), "#tagesordnung", new() { ["Input.Items[1].Paper"] = "3" });
        Assert.Equal(papers[2].Id, await TiedAsync());
        await site.WithDbAsync(db => db.Papers.Where(paper => paper.Number == papers[2].Number).ExecuteUpdateAsync(set => set.SetProperty(paper => paper.Reference, "9")));
        await SendAsync(browsing, Links.EditAgenda(council.Meeting.Number), "#tagesordnung", new() { ["Input.Items[1].Paper"] = "3" });
        Assert.Equal(papers[0].Id, await TiedAsync());
        await site.WithDbAsync(db => db.Papers.Where(paper => paper.Number == papers[2].Number).ExecuteUpdateAsync(set => set.SetProperty(paper => paper.Reference, "3")));
        await SendAsync(browsing, Links.EditAgenda(council.Meeting.Number), "#tagesordnung", []);
        Assert.Equal(papers[0].Id, await TiedAsync());

        Task<PaperId> TiedAsync() => site.WithDbAsync(db => db.Consultations.Where(step => step.DeletedAt == null && step.AgendaItemId != null).Select(step => step.PaperId).SingleAsync());
    }

    /// <summary>The button for the preview leads to an address of its own; the next click on „Speichern“ must not go there.</summary>
    [Fact]
    public async Task After_a_preview_every_editor_saves_where_it_saved_before()
    {
        await using var site = await TestSite.StartAsync();
        var council = await GivenCouncil.InAsync(site);
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        foreach (var (address, form) in new[]
        {
            (Links.NewMeeting, "#sitzung"), (Links.NewPaper, "#vorlage"), (Links.NewResult, "#ergebnis"), (Links.EditStrategy, "#strategie"), (Links.NewMeasure, "#massnahme"), (Links.NewService, "#dienst"),
            (Links.NewArticle, "#meldung"), (Links.NewPage, "#seite"), (Links.EditResolution(council.Item), "#beschluss"),
        })
            Assert.Equal((address, address), (address, (await browsing.GetAsync(address)).QuerySelector(form)!.GetAttribute("action")));
    }

    [Fact]
    public async Task Every_mistake_is_named_at_its_field_and_nothing_typed_is_lost()
    {
        await using var site = await TestSite.StartAsync();
        await (await GivenCouncil.InAsync(site)).BeginAsync();
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        var page = await browsing.SubmitAsync(Links.NewMeeting, "#sitzung", new() { ["Input.Name"] = "", ["Input.Start"] = "2027-01-05T17:00", ["Input.End"] = "2027-01-05T16:00", ["Input.Note"] = "Bleibt **stehen**", ["Input.Publish.Step"] = "Schedule" });
        Check(browsing, page, "#Input_Body", "#Input_End", "#Input_Name", "#Input_Publish_At");
        Assert.Equal("Bleibt **stehen**", ((IHtmlTextAreaElement)page.QuerySelector("#Input_Note")!).Value);

        page = await browsing.SubmitAsync(Links.NewPaper, "#vorlage", new() { ["Input.Name"] = new string('x', Paper.NameMaxLength + 1), ["Input.Ideas"] = "17 und 18", ["Input.Proposals"] = "-1" });
        Check(browsing, page, "#Input_Ideas", "#Input_Name", "#Input_Proposals");
        page = await browsing.SubmitAsync(Links.NewPaper, "#vorlage", new() { ["Input.Name"] = "Bänke", ["Input.Ideas"] = "4711" });
        Check(browsing, page, "#Input_Ideas");
        page = await browsing.SubmitAsync(Links.EditResolution(2), "#beschluss", new() { ["Input.Text"] = "", ["Input.Yes"] = "3" });
        Check(browsing, page, "#Input_No", "#Input_Text");
        page = await browsing.SubmitAsync(Links.EditResolution(2), "#beschluss", new() { ["Input.Text"] = "Ja.", ["Input.Yes"] = "1", ["Input.No"] = "2", ["Input.Abstentions"] = "0" });
        Check(browsing, page, "#Input_Yes");
        page = await browsing.SubmitAsync(Links.EditAgenda(1), "#tagesordnung", new() { ["Input.Items[0].Sign"] = "", ["Input.Items[3].Sign"] = "Ö 3", ["Input.Items[3].Name"] = "" });
        Check(browsing, page, "#Input_Items_0__Sign", "#Input_Items_3__Name");
        Assert.Equal(0, await site.WithDbAsync(db => db.Resolutions.CountAsync()));

        static void Check(Browsing browsing, AngleSharp.Dom.IDocument page, params string[] fields)
        {
            Assert.Equal(400, (int)browsing.Last.StatusCode);
            var links = page.QuerySelectorAll(".error-list a").Select(link => link.GetAttribute("href")!).Order(StringComparer.Ordinal).ToList();
            Assert.Equal(fields, links);
            Assert.All(links, link => Assert.NotNull(page.QuerySelector(link)));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_slower_of_two_sees_what_the_faster_one_saved_and_can_save_on(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var council = await GivenCouncil.InAsync(site);
        var given = new Given(site);
        var (fast, slow) = (await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator, "Frau Schnell")), await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator)));
        var fields = Browsing.Fields((IHtmlFormElement)(await slow.GetAsync(Links.EditPaper(council.Paper.Number))).QuerySelector("#vorlage")!);
        await SendAsync(fast, Links.EditPaper(council.Paper.Number), "#vorlage", new() { ["Input.Summary"] = "Fünf Bänke." });
        fields["Input.Summary"] = "Zwanzig Bänke.";
        var page = await slow.PostAsync(Links.EditPaper(council.Paper.Number), fields);
        Assert.Equal(409, (int)slow.Last.StatusCode);
        Assert.Null(page.QuerySelector("#fehler"));
        var conflict = page.QuerySelector("section[aria-labelledby=inzwischen][role=alert]")!;
        Assert.Contains("Frau Schnell", conflict.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Fünf", "Zwanzig"), (conflict.QuerySelector("del")!.TextContent.Trim(), conflict.QuerySelector("ins")!.TextContent.Trim()));
        fields["Input.Version"] = page.QuerySelector("input[name='Input.Version']")!.GetAttribute("value")!;
        await slow.PostAsync(Links.EditPaper(council.Paper.Number), fields);
        Assert.Equal(302, (int)slow.Last.StatusCode);
        Assert.Equal("Zwanzig Bänke.", await site.WithDbAsync(db => db.Papers.Select(paper => paper.Summary.Markdown).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_was_typed_and_not_sent_is_back_when_the_form_is_opened_again_and_gone_when_it_was_saved(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var council = await GivenCouncil.InAsync(site);
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        var form = (IHtmlFormElement)(await browsing.GetAsync(Links.EditMeeting(council.Meeting.Number))).QuerySelector("#sitzung")!;
        var fields = Browsing.Fields(form);
        (fields["Input.Name"], fields["Input.Cancelled"], fields["Input.Publish.Step"]) = ("Sondersitzung", "true", "Withdraw");
        await browsing.PostAsync(form.QuerySelector("[data-keep]")!.GetAttribute("data-keep")!, fields);
        Assert.Equal(HttpStatusCode.OK, browsing.Last.StatusCode);

        var again = await browsing.GetAsync(Links.EditMeeting(council.Meeting.Number));
        Assert.Equal(("Sondersitzung", true, true), (again.QuerySelector("#Input_Name")!.GetAttribute("value"), ((IHtmlInputElement)again.QuerySelector("#Input_Cancelled")!).IsChecked, ((IHtmlInputElement)again.QuerySelector("#Input_Publish_Step_Withdraw")!).IsChecked));
        Assert.NotNull(again.QuerySelector("#zwischenstand-verwerfen"));
        await SendAsync(browsing, Links.EditMeeting(council.Meeting.Number), "#sitzung", new() { ["Input.Publish.Step"] = "Keep" });
        Assert.Equal(0, await site.WithDbAsync(db => db.KeptForms.CountAsync()));
        Assert.Equal(("Sondersitzung", true), await site.WithDbAsync(async db => (await db.Meetings.Select(meeting => meeting.Name).SingleAsync(), await db.Meetings.Select(meeting => meeting.Cancelled).SingleAsync())));
    }

    [Fact]
    public async Task Kept_work_is_discarded_and_without_a_script_kept_by_its_button()
    {
        await using var site = await TestSite.StartAsync();
        await GivenCouncil.InAsync(site);
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        await browsing.SubmitAsync(Links.NewPaper, "#vorlage", new() { ["Input.Name"] = "Halb fertig" }, "button[data-keep-now]");
        Assert.Equal((302, Links.NewPaper), ((int)browsing.Last.StatusCode, browsing.Last.Headers.Location!.ToString()));
        Assert.Equal("Halb fertig", (await browsing.GetAsync(Links.NewPaper)).QuerySelector("#Input_Name")!.GetAttribute("value"));
        await SendAsync(browsing, Links.NewPaper, "#zwischenstand-verwerfen", []);
        Assert.Equal("", (await browsing.GetAsync(Links.NewPaper)).QuerySelector("#Input_Name")!.GetAttribute("value"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_file_comes_with_the_form_and_a_draft_is_scheduled_shown_and_withdrawn(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await GivenCouncil.InAsync(site);
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        var form = (IHtmlFormElement)(await browsing.GetAsync(Links.NewPaper)).QuerySelector("#vorlage")!;
        foreach (var (paper, again) in new[] { ("", true), ("Mit Datei", false) })
        {
            using var content = new MultipartFormDataContent();
            var fields = Browsing.Fields(form);
            (fields["Input.Name"], fields["Input.Documents.Title"]) = (paper, "Anlage 1");
            foreach (var (name, value) in fields.Where(field => field.Key != "Input.Documents.File")) content.Add(new StringContent(value), name);
            content.Add(new ByteArrayContent(PdfBytes.Of()), "Input.Documents.File", "anlage.pdf");
            await browsing.SendFormAsync(Links.NewPaper, content);
            // What was sent beside another mistake is not stored, and the page says so.
            Assert.Equal(again, (await browsing.Last.Content.ReadAsStringAsync()).Contains("Bitte wählen Sie die Datei „anlage.pdf“ noch einmal aus", StringComparison.Ordinal));
        }

        Assert.Equal(302, (int)browsing.Last.StatusCode);
        var followed = browsing.Last.Headers.Location!.ToString();
        await browsing.SubmitAsync(Links.NewPaper, "#vorlage", new() { ["Input.Name"] = "Ohne Datei", ["Input.Documents.Title"] = "Anlage 2" });
        Assert.Equal(400, (int)browsing.Last.StatusCode);
        Assert.Equal(2, await site.WithDbAsync(db => db.Papers.CountAsync()));
        var visitor = Browsing.Visitor(site);
        Assert.Contains("Anlage 1", (await browsing.GetAsync(followed)).Body!.TextContent, StringComparison.Ordinal);
        await visitor.GetAsync(Links.Paper(2, "Mit Datei"));
        Assert.Equal(404, (int)visitor.Last.StatusCode);
        await SendAsync(browsing, Links.EditPaper(2), "#vorlage", new() { ["Input.Publish.Step"] = "Schedule", ["Input.Publish.At"] = $"{Evening:yyyy-MM-dd'T'HH:mm}" });
        Assert.Equal(PublicationState.Scheduled, await StateAsync());
        await visitor.GetAsync(Links.Paper(2, "Mit Datei"));
        Assert.Equal(404, (int)visitor.Last.StatusCode);
        Assert.NotNull((await browsing.GetAsync(Links.ManageDocuments)).QuerySelector("[aria-labelledby^=dokument-] .status--open"));
        await SendAsync(browsing, Links.EditPaper(2), "#vorlage", new() { ["Input.Publish.Step"] = "Publish" });
        Assert.Null((await browsing.GetAsync(Links.ManageDocuments)).QuerySelector("[aria-labelledby^=dokument-] .status--open"));
        Assert.Contains("Anlage 1", (await visitor.GetAsync(Links.Paper(2, "Mit Datei"))).Body!.TextContent, StringComparison.Ordinal);
        await SendAsync(browsing, Links.EditPaper(2), "#vorlage", new() { ["Input.Publish.Step"] = "Withdraw", ["Input.Publish.Reason"] = "Falsche Datei." });
        Assert.Contains("Falsche Datei.", (await visitor.GetAsync(Links.Paper(2, "Mit Datei"))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(410, (int)visitor.Last.StatusCode);

        Task<PublicationState> StateAsync() => site.WithDbAsync(async db => (await db.Papers.Where(paper => paper.Number == 2).Select(paper => paper.Publication).SingleAsync()).StateAt(TimeProvider.System.GetUtcNow()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nothing_is_deleted_that_something_hangs_on(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var council = await GivenCouncil.InAsync(site);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        Assert.True((await council.ResolveAsync(moderator)).Done);
        var browsing = await Browsing.AsAsync(site, moderator);
        foreach (var page in new[] { Links.EditBody(council.Body.Number), Links.EditMeeting(council.Meeting.Number), Links.EditPaper(council.Paper.Number) })
        {
            var answer = await browsing.SubmitAsync(page, "#loeschen", []);
            Assert.Equal(409, (int)browsing.Last.StatusCode);
            Assert.Contains("noch gebraucht", answer.QuerySelector("#fehler")!.TextContent, StringComparison.Ordinal);
        }

        await SendAsync(browsing, Links.EditAgenda(council.Meeting.Number), "#tagesordnung", new() { ["Input.Items[0].Sign"] = "", ["Input.Items[0].Name"] = "" });
        Assert.Equal(1, await site.WithDbAsync(db => db.AgendaItems.CountAsync(item => item.DeletedAt != null)));
        await browsing.SubmitAsync(Links.EditAgenda(council.Meeting.Number), "#tagesordnung", new() { ["Input.Items[0].Sign"] = "", ["Input.Items[0].Name"] = "" });
        Assert.Equal(409, (int)browsing.Last.StatusCode);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_meeting_and_another_one_at_that_time_is_a_mistake()
    {
        await using var site = await TestSite.StartAsync();
        await GivenCouncil.InAsync(site);
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        for (var i = 0; i < 2; i++) await SendAsync(browsing, Links.NewMeeting, "#sitzung", Meeting([]));
        Assert.Equal(2, await site.WithDbAsync(db => db.Meetings.CountAsync()));
        await browsing.SubmitAsync(Links.NewMeeting, "#sitzung", Meeting(new() { ["Input.Name"] = "Eine andere" }));
        Assert.Equal(409, (int)browsing.Last.StatusCode);
    }

    private static Dictionary<string, string> Meeting(Dictionary<string, string> more)
    {
        var fields = new Dictionary<string, string> { ["Input.Body"] = "1", ["Input.Name"] = "Sitzung der Bänke", ["Input.Start"] = $"{Evening:yyyy-MM-dd'T'HH:mm}", ["Input.Place"] = "Rathaus, Raum 1" };
        foreach (var (name, value) in more) fields[name] = value;
        return fields;
    }

    private static async Task SendAsync(Browsing browsing, string page, string form, Dictionary<string, string> values)
    {
        var answer = await browsing.SubmitAsync(page, form, values);
        Assert.True((int)browsing.Last.StatusCode == 302, $"{page}: {(int)browsing.Last.StatusCode} {answer.QuerySelector("#fehler")?.TextContent}");
    }
}

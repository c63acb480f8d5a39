using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Editing;
using Participation.Domain.Uploads;
using Participation.Tests.Architecture;
using Participation.Tests.Council;
using Participation.Tests.Support;
using Participation.Web.Council.Desk;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.News;
using Participation.Web.Outcomes;
using Participation.Web.Processes;
using Participation.Web.Shared;
using Participation.Web.Strategy;
using Participation.Web.Strategy.Measures;
using Participation.Web.Strategy.Services;
using Participation.Web.Texts;
using Participation.Web.Uploads;

namespace Participation.Tests.Editing;

/// <summary>Two moderators have the same form open; whoever is slower reads everything in which the two differ.</summary>
public sealed partial class ConflictTests
{
    /// <summary>Another choice of a list than the one that stands there.</summary>
    private const string Other = "*";

    /// <summary>What is added to what stands there.</summary>
    private const string More = "\n\nNoch ein Satz.";

    private static readonly (string, string, string?) Attached = ("Input.Documents.Added", "1", UploadsTexts.AttachmentsTitle);
    private static readonly (string, string, string?)[] Withdrawal = [("Input.Publish.Step", "Withdraw", EditingTexts.PublishTitle), ("Input.Publish.Reason", "Doppelt.", null)];

    private static readonly Dictionary<string, Form> All = new(StringComparer.Ordinal)
    {
        ["article"] = new(Links.EditArticle(1), "#meldung",
        [
            ("Input.Title", "Zwei Brunnen", NewsTexts.FieldTitle), ("Input.Teaser", "Länger.", NewsTexts.FieldTeaser), ("Input.Body", "Kürzer.", NewsTexts.FieldBody), ("Input.Keywords", "Feuer", NewsTexts.Keywords),
            ("Input.SourceName", "Amtsblatt", NewsTexts.FieldSourceName), ("Input.SourceUrl", "https://example.org/", NewsTexts.FieldSourceUrl), ("Input.Topic", Other, NewsTexts.Topic), ("Input.District", Other, NewsTexts.District),
            Attached, .. Withdrawal,
        ]),
        ["page"] = new(Links.EditPage("sommerfest"), "#seite",
        [
            ("Input.Title", "Zwei Feste", NewsTexts.FieldTitle), ("Input.Body", "Am Rathaus.", NewsTexts.FieldBody), ("Input.Section", "Feiern", NewsTexts.FieldSection), ("Input.Summary", "Wann gefeiert wird.", NewsTexts.FieldSummary),
            .. Withdrawal,
        ], "Input.Note"),
        ["text"] = new(Links.EditText(1), "#text",
        [
            ("Input.Title", "Zwei Leitlinien", CityTexts.FieldTitle), ("Input.Lead", "Eine Einleitung.", CityTexts.FieldLead), ("Input.Process", "radverkehr", CityTexts.FieldProcess), ("Input.Strategy", Other, CityTexts.FieldStrategy),
            ("Input.Paper", "1", CityTexts.FieldPaper), ("Input.Whole", More, CityTexts.FieldWhole), .. Withdrawal,
        ], "Input.Note"),
        ["result"] = new(Links.EditResult(1), "#ergebnis",
        [
            ("Input.Title", "Zwei Ergebnisse", ResultsTexts.FieldTitle), ("Input.Summary", "Elf Bänke kommen.", ResultsTexts.FieldSummary), ("Input.Adopted", "Elf Bänke.", ResultsTexts.Adopted), ("Input.NotAdopted", "Kein See.", ResultsTexts.NotAdopted),
            ("Input.SignedOffOn", "2026-03-02", ResultsTexts.FieldSignedOffOn), ("Input.SignedOffBy", "Ausschuss", ResultsTexts.FieldSignedOffBy), Attached, .. Withdrawal,
        ], "Input.Note", "Input.Recount"),
        ["measure"] = new(Links.EditMeasure(1), "#massnahme",
        [
            ("Input.Title", "Elf Ladepunkte", MeasureFormTexts.FieldTitle), ("Input.Field", Other, MeasuresTexts.FieldIs), ("Input.Description", "Wo sie gebraucht werden.", MeasureFormTexts.FieldDescription),
            ("Input.Organisation", Other, MeasureFormTexts.FieldOrganisation), ("Input.Unit", "Tiefbauamt", MeasureFormTexts.FieldUnit), ("Input.Status", "Deferred", MeasuresTexts.Status),
            ("Input.StatusReason", "Kein Geld.", MeasureFormTexts.FieldStatusReason), ("Input.Progress", "40", MeasureFormTexts.FieldProgress), ("Input.Milestones[0].Title", "Erster Ladepunkt", MeasuresTexts.MilestonesTitle),
            ("Input.Milestones[0].DueOn", "2026-03-01", null), ("Input.Milestones[0].DoneOn", "2026-03-01", null), ("Input.Ideas", "1", MeasureFormTexts.FieldIdeas), ("Input.Proposals", "1", MeasureFormTexts.FieldProposals),
            ("Input.Papers", "1", MeasureFormTexts.FieldPapers), .. Withdrawal,
        ], "Input.ChangeReason"),
        ["service"] = new(Links.EditService(1), "#dienst",
        [
            ("Input.Name", "Wohnsitz anmelden", ServicesTexts.FieldName), ("Input.Key", "99 115 005 060 000", ServicesTexts.FieldKey), ("Input.Description", "Die erste Anschrift melden.", ServicesTexts.FieldDescription),
            ("Input.Model", "V20", ServicesTexts.LevelTitle), ("Input.Level", "3", null), ("Input.Light", "Red", ServicesTexts.FieldLight), ("Input.LightReason", "Oft gestört.", ServicesTexts.FieldLightReason),
            ("Input.Address", "https://example.org/dienst", ServicesTexts.FieldAddress), ("Input.Note", "Mit Ausweis.", ServicesTexts.FieldNote), ("Input.Office", "Bürgerbüro", ServicesTexts.FieldOffice), .. Withdrawal,
        ]),
        ["strategy"] = new(Links.EditStrategy, "#strategie",
        [
            ("Input.Title", "Ratingen.analog", StrategyFormTexts.FieldTitle), ("Input.Subtitle", "Eine Strategie", StrategyFormTexts.FieldSubtitle), ("Input.Publisher", "Der Rat", StrategyTexts.Publisher),
            ("Input.Summary", "Gemeinsam weiter.", StrategyFormTexts.FieldSummary), ("Input.Notice", "Entwurf.", StrategyTexts.NoticeLabel), ("Input.FileAddress", "https://example.org/papier.pdf", StrategyFormTexts.FieldFileAddress),
            ("Input.FilePlace", "Stadt", StrategyFormTexts.FieldFilePlace), ("Input.FileFormat", "PDF", StrategyFormTexts.FieldFileFormat), ("Input.FileKilobytes", "10", StrategyFormTexts.FieldFileSize),
            ("Input.FilePages", "12", StrategyFormTexts.FieldFilePages), ("Input.FileDated", "2026", StrategyFormTexts.FieldFileDated), ("Input.StatusDates[0].Label", "Beschlossen", StrategyTexts.WayTitle), ("Input.StatusDates[0].On", "2025", null),
            ("Input.StatusDates[0].Source", "https://example.org/beschluss", null), ("Input.Fields[0].Title", "Alles online", StrategyTexts.FieldsTitle), ("Input.Fields[0].Description", "Mit wenig Papier.", null), ("Input.Fields[0].Order", "9", null),
            Attached, .. Withdrawal,
        ]),
        ["process"] = new(Links.EditProcess("smart-city"), "#verfahren",
        [
            ("Input.Title", "Kluge Stadt", ProcessesTexts.FieldTitle), ("Input.Question", "Wo hakt es?", ProcessesTexts.FieldQuestion), ("Input.Summary", "Alles auf einmal.", ProcessesTexts.FieldSummary),
            ("Input.Rules", "Freundlich bleiben.", ProcessesTexts.FieldRules), ("Input.RequiredVerification", Other, ProcessesTexts.WhoTitle), ("Input.StanceMode", Other, ProcessesTexts.FieldStanceMode),
            ("Input.ModerationMode", Other, ProcessesTexts.FieldModeration), ("Input.AnswerWithinDays", "77", ProcessesTexts.FieldAnswerDays), ("Input.StartsOn", "2025-11-01", ProcessesTexts.FieldStartsOn),
            ("Input.EndsOn", "2031-10-31", ProcessesTexts.FieldEndsOn), ("Input.Activities[0].OpensAt", "2025-12-01T10:00", ProcessesTexts.Collect), ("Input.Activities[0].ClosesAt", "2031-01-01T10:00", null),
            ("Input.Activities[1].OpensAt", "2025-12-02T10:00", ProcessesTexts.Discuss), ("Input.Activities[2].Offered", "false", ProcessesTexts.Stances), ("Input.Phases[0].Title", "Sammeln", ProcessesTexts.Phases),
            ("Input.Phases[0].Note", "Bis zum Sommer", null), ("Input.Phases[0].StartsOn", "2025-12-01", null), ("Input.Phases[0].EndsOn", "2026-06-30", null),
        ], "Input.Activities[0].Kind", "Input.Activities[0].Offered"),
        ["meeting"] = new(Links.EditMeeting(1), "#sitzung",
        [
            ("Input.Name", "Sondersitzung", CouncilDeskTexts.FieldMeetingName), ("Input.Body", "4", CouncilDeskTexts.FieldBody), ("Input.Start", "2026-05-04T17:00", CouncilDeskTexts.FieldStart), ("Input.End", "2026-05-04T19:00", CouncilDeskTexts.FieldEnd),
            ("Input.Place", "Rathaus", CouncilDeskTexts.FieldPlace), ("Input.State", Other, CouncilDeskTexts.FieldState), ("Input.Cancelled", "true", CouncilDeskTexts.FieldCancelled), ("Input.Note", "Mit Livestream.", CouncilDeskTexts.FieldNote),
            Attached, .. Withdrawal,
        ]),
        ["paper"] = new(Links.EditPaper(1), "#vorlage",
        [
            ("Input.Name", "Bänke im Park", CouncilDeskTexts.FieldPaperName), ("Input.Reference", "107/2026", CouncilDeskTexts.FieldReference), ("Input.Type", "Antrag", CouncilDeskTexts.FieldType), ("Input.Date", "2026-03-01", CouncilDeskTexts.FieldDate),
            ("Input.Body", "4", CouncilDeskTexts.FieldLeading), ("Input.Summary", "Wo Bänke fehlen.", CouncilDeskTexts.FieldSummary), ("Input.Ideas", "1", CouncilDeskTexts.FieldIdeas), ("Input.Proposals", "1", CouncilDeskTexts.FieldProposals),
            ("Input.Planned[0].Body", "4", CouncilDeskTexts.Planned), ("Input.Planned[0].Role", Other, null), Attached, .. Withdrawal,
        ]),
        ["body"] = new(Links.EditBody(4), "#gremium",
        [
            ("Input.Name", "Rat der Stadt", CouncilDeskTexts.FieldFullName), ("Input.ShortName", "Rat", CouncilDeskTexts.FieldShortName), ("Input.Kind", Other, CouncilDeskTexts.FieldKind), ("Input.Classification", "Vertretung", CouncilDeskTexts.FieldClassification),
            ("Input.Note", "Beschließt.", CouncilDeskTexts.FieldBodyNote), ("Input.StartsOn", "2025-11-01", CouncilDeskTexts.FieldStartsOn), ("Input.EndsOn", "2030-10-31", CouncilDeskTexts.FieldEndsOn),
            ("Input.Predecessor", "1", CouncilDeskTexts.FieldPredecessor), ("Input.Terms", "1", CouncilDeskTexts.FieldTerms), .. Withdrawal,
        ]),
        ["term"] = new(Links.EditTerm(1), "#wahlperiode",
        [
            ("Input.Name", "Zwölfte", CouncilDeskTexts.FieldName), ("Input.StartsOn", "2025-11-01", CouncilDeskTexts.FieldStartsOn), ("Input.EndsOn", "2030-10-31", CouncilDeskTexts.FieldEndsOn), .. Withdrawal,
        ]),
        ["person"] = new(Links.EditCouncilPerson(1), "#ratsmitglied",
        [
            ("Input.Name", "Anna Muster", CouncilDeskTexts.FieldPersonName), ("Input.FamilyName", "Muster", CouncilDeskTexts.FieldFamilyName), ("Input.GivenName", "Anna", CouncilDeskTexts.FieldGivenName),
            ("Input.Seats[0].Body", "4", CouncilDeskTexts.Memberships), ("Input.Seats[0].Role", "Vorsitz", null), ("Input.Seats[0].Voting", "false", null), ("Input.Seats[0].StartsOn", "2025-11-01", null),
            ("Input.Seats[0].EndsOn", "2030-10-31", null), .. Withdrawal,
        ]),
    };

    /// <summary>Every form on every database.</summary>
    public static TheoryData<string, string> Forms => [.. All.Keys.SelectMany(form => Databases.All.Select(database => (form, database.Data)))];

    [Theory, MemberData(nameof(Forms))]
    public async Task The_slower_of_two_reads_every_field_that_the_faster_one_changed_and_saves_on(string name, string database)
    {
        await using var site = await FilledAsync(database);
        var (fast, slow) = await EditorsAsync(site);
        var form = All[name];
        var opened = Opened(await slow.GetAsync(form.Address), form.Selector);
        // A field that nobody changes here is a field that the box may well forget.
        Assert.Equal([], opened.QuerySelectorAll("input[name], select[name], textarea[name]").Select(field => field.GetAttribute("name")!).Distinct().Where(field => !Aside().IsMatch(field)).Except(form.Changes.Select(change => change.Field)).Except(form.NotStored));
        await ChangeAsync(fast, form, [.. form.Changes.Select(change => (change.Field, change.Value))]);

        var page = await slow.PostAsync(form.Address, Browsing.Fields(opened));
        Assert.Equal(409, (int)slow.Last.StatusCode);
        var box = page.QuerySelector("section[aria-labelledby=inzwischen][role=alert]")!;
        Assert.Contains("Frau Schnell", box.TextContent, StringComparison.Ordinal);
        Assert.Equal(form.Changes.Select(change => change.Label).OfType<string>().Order(StringComparer.Ordinal), box.QuerySelectorAll("h3").Select(label => label.TextContent).Order(StringComparer.Ordinal));
        // Words, and nothing that only a program reads.
        Assert.DoesNotMatch(Raw(), box.TextContent);

        await SaveAsync(slow, form, Browsing.Fields(Opened(page, form.Selector)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_item_that_was_closed_meanwhile_is_not_opened_again_unseen(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var council = await GivenCouncil.InAsync(site);
        var (fast, slow) = await EditorsAsync(site);
        var form = new Form(Links.EditAgenda(council.Meeting.Number), "#tagesordnung", []);
        var mine = await FieldsAsync(slow, form);
        await ChangeAsync(fast, form, ("Input.Items[0].IsPublic", "false"), ("Input.Items[1].Role", nameof(ConsultationRole.Hearing)));

        var page = await slow.PostAsync(form.Address, mine);
        Assert.Equal(409, (int)slow.Last.StatusCode);
        var lines = page.QuerySelectorAll("[aria-labelledby=inzwischen] .diff").Select(line => Gaps().Replace(line.TextContent, " ")).ToList();
        var (closed, role) = (lines.Single(line => line.Contains("Eröffnung", StringComparison.Ordinal)), lines.Single(line => line.Contains("Bänke", StringComparison.Ordinal)));
        Assert.Contains("nicht öffentlich", closed, StringComparison.Ordinal);
        Assert.Contains("Anhörung", role, StringComparison.Ordinal);
        Assert.Contains("Entscheidung", role, StringComparison.Ordinal);
        // What a body does is nothing that an item without a paper says.
        Assert.DoesNotContain("Vorberatung", closed, StringComparison.Ordinal);
        await SaveAsync(slow, form, Browsing.Fields(Opened(page, form.Selector)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_slower_of_two_reads_every_part_of_a_resolution_that_was_corrected_meanwhile(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var council = await GivenCouncil.InAsync(site);
        var (fast, slow) = await EditorsAsync(site);
        Assert.True((await council.ResolveAsync(await new Given(site).PersonAsync(Role.Moderator))).Done);
        var form = new Form(Links.EditResolution(council.Item), "#beschluss", []);
        var mine = await FieldsAsync(slow, form);
        await ChangeAsync(
            fast, form, ("Input.Result", nameof(ResolutionResult.AdoptedWithChanges)), ("Input.Text", "Elf Bänke."), ("Input.Yes", "12"), ("Input.No", "0"), ("Input.Abstentions", "3"), ("Input.Unanimous", "true"), ("Input.IsAsked", "true"));

        var page = await slow.PostAsync(form.Address, mine);
        Assert.Equal(409, (int)slow.Last.StatusCode);
        Assert.Equal(
            [CouncilDeskTexts.FieldResult, CouncilDeskTexts.FieldText, CouncilDeskTexts.FieldYes, CouncilDeskTexts.FieldNo, CouncilDeskTexts.FieldAbstentions, CouncilDeskTexts.FieldUnanimous],
            Labels(page));
        await SaveAsync(slow, form, new(Browsing.Fields(Opened(page, form.Selector))) { ["Input.IsAsked"] = "true" });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_draft_that_appeared_meanwhile_says_so_once_and_stays_public(string database)
    {
        await using var site = await FilledAsync(database);
        var (fast, slow) = await EditorsAsync(site);
        var form = new Form(Links.EditArticle(2), "#meldung", []);
        var mine = await FieldsAsync(slow, form);
        await ChangeAsync(fast, form, ("Input.Publish.Step", "Publish"));
        var page = await slow.PostAsync(form.Address, mine);
        Assert.Equal([EditingTexts.PublishTitle], Labels(page));
        Assert.Contains("Entwurf, als Sie das Formular geöffnet haben", Gaps().Replace(string.Concat(page.QuerySelectorAll("[aria-labelledby=inzwischen] ins").Select(piece => piece.TextContent)), " "), StringComparison.Ordinal);

        await ChangeAsync(fast, form);
        page = await slow.PostAsync(form.Address, Browsing.Fields(Opened(page, form.Selector)));
        Assert.Equal((409, EditingTexts.ConflictNone), ((int)slow.Last.StatusCode, page.QuerySelector("[aria-labelledby=inzwischen] p:last-child")!.TextContent));
        await SaveAsync(slow, form, Browsing.Fields(Opened(page, form.Selector)));
        Assert.Equal(200, (int)(await Browsing.Visitor(site).Client.GetAsync(Links.Article(2, "Ein Brunnen"))).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Another_day_on_which_something_appears_is_told_to_the_slower_of_two(string database)
    {
        await using var site = await FilledAsync(database);
        var (fast, slow) = await EditorsAsync(site);
        var form = new Form(Links.EditArticle(2), "#meldung", []);
        await ChangeAsync(fast, form, ("Input.Publish.Step", "Schedule"), ("Input.Publish.At", "2199-05-04T10:00"));
        var mine = await FieldsAsync(slow, form);
        await ChangeAsync(fast, form, ("Input.Publish.Step", "Schedule"), ("Input.Publish.At", "2199-06-05T10:00"));
        var page = await slow.PostAsync(form.Address, mine);
        Assert.Equal([EditingTexts.PublishTitle], Labels(page));
        // Whoever leaves the day as it is leaves the day that is stored.
        Assert.Equal("2199-06-05T10:00", ((IHtmlInputElement)page.QuerySelector("[name='Input.Publish.At']")!).Value);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Another_document_of_the_same_title_is_told_apart_by_its_address(string database)
    {
        await using var site = await FilledAsync(database);
        var (fast, slow) = await EditorsAsync(site);
        await site.WithDbAsync(db =>
        {
            db.Documents.Add(Document.Publish(2, "Gutachten", new DocumentContent("%PDF-1"u8.ToArray(), new string('1', Upload.HashLength)), db.People.First().Id, A.Moment, standalone: true));
            return db.SaveChangesAsync();
        });
        var form = new Form(Links.EditArticle(1), "#meldung", []);
        await ChangeAsync(fast, form, ("Input.Documents.Added", "1"));
        var mine = await FieldsAsync(slow, form);
        Assert.Equal("1", mine["Input.Documents.Kept"]);
        await ChangeAsync(fast, form, ("Input.Documents.Kept", "2"));
        var page = await slow.PostAsync(form.Address, mine);
        Assert.Equal([UploadsTexts.AttachmentsTitle], Labels(page));
        var (gone, stays) = (page.QuerySelector("[aria-labelledby=inzwischen] del")!.TextContent, page.QuerySelector("[aria-labelledby=inzwischen] ins")!.TextContent);
        Assert.Contains(Links.Document(2, "Gutachten"), gone, StringComparison.Ordinal);
        Assert.Contains(Links.Document(1, "Gutachten"), stays, StringComparison.Ordinal);
    }

    [Fact]
    public void Choices_are_said_in_their_words_and_told_apart_when_these_are_alike()
    {
        SelectListItem[] choices = [new("Bitte wählen", ""), new("Rat", "1"), new("Rat", "2"), new("Ausschuss", "3")];
        ConflictField[] fields = [ConflictField.Of("a", choices, 1, 2), ConflictField.Of("b", choices, 1, 3), ConflictField.Of("c", choices, null, ""), ConflictField.Of("d", choices, 1, 1), ConflictField.Of("e", choices, 9, null), ConflictField.Of("f", true, false)];
        Assert.Equal([new("a", "Rat (1)", "Rat (2)"), new("b", "Rat", "Ausschuss"), new("e", "9", null), new("f", "ja", "nein")], EditConflict.Of(null, A.Moment, fields).Fields);
    }

    /// <summary>A site with one of each, a second process, a second public body, a term and a member of the council.</summary>
    private static async Task<TestSite> FilledAsync(string database)
    {
        var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        await RightsContent.AddAsync(site);
        await RightsContent.MakeEditorAsync(site, await given.PersonAsync());
        await given.ProcessAsync("radverkehr");
        await site.WithDbAsync(async db =>
        {
            // Numbers of passages go on after those that are there.
            for (var i = 0; i < 40; i++) await db.NextNumberAsync(Counter.Passages, default);
            await db.Proposals.ExecuteUpdateAsync(set => set.SetProperty(proposal => proposal.ReadAlong, true));
            await db.Processes.Where(process => process.Slug == "radverkehr").ExecuteUpdateAsync(set => set.SetProperty(process => process.Title, "Rad fahren"));
            db.AddRange(A.Body(4, "Stadtrat"), LegislativeTerm.Add(1, new("Elfte", null, null), A.Moment, publication: Publication.At(A.Moment)), CouncilPerson.Add(1, new("Anna Beispiel", null, null), A.Moment, publication: Publication.At(A.Moment)));
            return await db.SaveChangesAsync();
        });
        return site;
    }

    private static async Task<(Browsing Fast, Browsing Slow)> EditorsAsync(TestSite site)
    {
        var given = new Given(site);
        return (await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator, "Frau Schnell")), await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator)));
    }

    private static async Task<Dictionary<string, string>> FieldsAsync(Browsing browsing, Form form) => Browsing.Fields(Opened(await browsing.GetAsync(form.Address), form.Selector));

    private static async Task ChangeAsync(Browsing browsing, Form form, params (string Field, string Value)[] changes)
    {
        var opened = Opened(await browsing.GetAsync(form.Address), form.Selector);
        var fields = Browsing.Fields(opened);
        foreach (var (field, value) in changes) fields[field] = value switch { Other => Another(opened, field), More => fields[field] + More, _ => value };
        await SaveAsync(browsing, form, fields);
    }

    private static async Task SaveAsync(Browsing browsing, Form form, Dictionary<string, string> fields)
    {
        var answer = await browsing.PostAsync(form.Address, fields);
        Assert.True((int)browsing.Last.StatusCode == 302, $"{form.Address}: {(int)browsing.Last.StatusCode} {answer.QuerySelector("#fehler, [aria-labelledby=inzwischen]")?.TextContent}");
    }

    private static IEnumerable<string> Labels(IHtmlDocument page) => page.QuerySelectorAll("[aria-labelledby=inzwischen] h3").Select(label => label.TextContent);

    private static IHtmlFormElement Opened(IHtmlDocument page, string form) => (IHtmlFormElement)page.QuerySelector(form)!;

    private static string Another(IHtmlFormElement form, string field)
    {
        var list = (IHtmlSelectElement)form.QuerySelector($"[name='{field}']")!;
        return list.Options.Last(option => option.Value is { Length: > 0 } value && value != list.Value).Value;
    }

    /// <summary>What is no field of the thing itself: the form's own, other ways to say the same, and further lines of a list.</summary>
    [GeneratedRegex(@"^(__.*|Keep\..*|Input\.(Version|SubmissionKey|Documents\.(Kept|File|Title)|Publish\.(At|Seen))|.*\[\d+\]\.(Id|Number)|.*\[[1-9]\d*\].*|Bild(text)?)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Aside();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Gaps();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}|radverkehr|smart-city|V20|Deferred", RegexOptions.None, 1000)]
    private static partial Regex Raw();

    /// <param name="Address">Where it is.</param>
    /// <param name="Selector">The form on its page.</param>
    /// <param name="Changes">What the faster one types, and what the box calls it; null for what is said with the field before.</param>
    /// <param name="NotStored">Fields about the change itself, which overwrite nothing.</param>
    private sealed record Form(string Address, string Selector, (string Field, string Value, string? Label)[] Changes, params string[] NotStored);
}

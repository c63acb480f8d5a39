using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Editing;
using Participation.Tests.Support;
using Participation.Web.Council.Desk;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Tests.Council;

/// <summary>Two people write the same body, term or member: nobody's words are lost, and no membership goes without being taken away.</summary>
public sealed class CouncilConflictTests
{
    private static readonly CouncilPersonPlan Anna = new("Anna Beispiel", "Beispiel", "Anna");

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_slower_of_two_reads_both_forms_of_a_member_and_keeps_the_membership_that_the_faster_one_added(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (fast, slow) = await EditorsAsync(site);
        await BodiesAsync(site);
        await SendAsync(fast, Links.NewCouncilPerson, "#ratsmitglied", new() { ["Input.Name"] = "Anna Beispiel", ["Input.Seats[0].Body"] = "1", ["Input.Seats[0].Role"] = "Mitglied" });
        var address = Links.EditCouncilPerson(1);
        var fields = Browsing.Fields((IHtmlFormElement)(await slow.GetAsync(address)).QuerySelector("#ratsmitglied")!);
        await SendAsync(fast, address, "#ratsmitglied", new() { ["Input.Seats[1].Body"] = "2", ["Input.Seats[1].Role"] = "Vorsitz" });

        (fields["Input.Name"], fields["Input.Seats[1].Body"]) = ("Anna Beispiel-Muster", "3");
        var page = await slow.PostAsync(address, fields);
        Assert.Equal(409, (int)slow.Last.StatusCode);
        var box = page.QuerySelector("section[aria-labelledby=inzwischen]")!;
        Assert.Contains("Frau Schnell", box.TextContent, StringComparison.Ordinal);
        Assert.Contains("Vorsitz", string.Concat(box.QuerySelectorAll("del").Select(piece => piece.TextContent)), StringComparison.Ordinal);
        Assert.Contains("Muster", string.Concat(box.QuerySelectorAll("ins").Select(piece => piece.TextContent)), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#fehler"));
        var form = (IHtmlFormElement)page.QuerySelector("#ratsmitglied")!;
        Assert.Equal("Anna Beispiel-Muster", ((IHtmlInputElement)form.QuerySelector("#Input_Name")!).Value);
        Assert.Equal(["1", "3", "2"], form.QuerySelectorAll("select[name$='.Body']").OfType<IHtmlSelectElement>().Select(select => select.Value).Where(value => value is { Length: > 0 }));
        await slow.PostAsync(address, Browsing.Fields(form));
        Assert.Equal(302, (int)slow.Last.StatusCode);
        Assert.Equal(["1 Mitglied", "2 Vorsitz", "3 "], await SeatsAsync(site));
        Assert.Equal("Anna Beispiel-Muster", await site.WithDbAsync(db => db.CouncilPeople.Select(person => person.Name).SingleAsync()));

        await SendAsync(slow, address, "#ratsmitglied", new() { ["Input.Seats[0].Body"] = "" });
        Assert.Equal(["2 Vorsitz", "3 "], await SeatsAsync(site));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_membership_that_a_form_does_not_name_stays_and_one_that_is_taken_away_goes(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var bodies = await BodiesAsync(site);
        Assert.Equal(1, (await SaveAsync(site, moderator, null, 0, Seat(bodies[0]), Seat(bodies[1]))).Value);
        var version = await VersionAsync(site);
        Assert.IsType<ChangedMeanwhile>((await SaveAsync(site, moderator, 1, version - 1, new SeatPlan(1, null))).Refusal);
        Assert.True((await SaveAsync(site, moderator, 1, version)).Done);
        Assert.Equal(["1 ", "2 "], await SeatsAsync(site));
        Assert.True((await SaveAsync(site, moderator, 1, await VersionAsync(site), new SeatPlan(1, null), Seat(bodies[2]))).Done);
        Assert.Equal(["2 ", "3 "], await SeatsAsync(site));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_form_sent_twice_adds_one_member_and_two_people_of_one_name_are_two(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var bodies = await BodiesAsync(site);
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => SaveAsync(site, moderator, null, 0, Seat(bodies[0]))));
        Assert.Equal([1, 1], both.Select(saved => saved.Value));
        Assert.Equal(2, (await SaveAsync(site, moderator, null, 0, Seat(bodies[1]))).Value);
        Assert.Equal(2, await site.WithDbAsync(db => db.CouncilPeople.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nobody_is_deleted_with_a_membership_that_was_added_in_the_meantime(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (fast, slow) = await EditorsAsync(site);
        await BodiesAsync(site);
        await SendAsync(fast, Links.NewCouncilPerson, "#ratsmitglied", new() { ["Input.Name"] = "Anna Beispiel", ["Input.Seats[0].Body"] = "1" });
        var address = Links.EditCouncilPerson(1);
        var form = (IHtmlFormElement)(await slow.GetAsync(address)).QuerySelector("#loeschen")!;
        await SendAsync(fast, address, "#ratsmitglied", new() { ["Input.Seats[1].Body"] = "2" });
        var page = await slow.PostAsync(form.GetAttribute("action")!, Browsing.Fields(form));
        Assert.Equal(409, (int)slow.Last.StatusCode);
        Assert.Contains("Nicht gelöscht", page.QuerySelector("#fehler")!.TextContent, StringComparison.Ordinal);
        // The page shows who is there, not an empty form.
        Assert.Equal("Anna Beispiel", ((IHtmlInputElement)page.QuerySelector("#Input_Name")!).Value);
        Assert.Equal(2, (await SeatsAsync(site)).Count);
        await slow.PostAsync(form.GetAttribute("action")!, Browsing.Fields((IHtmlFormElement)page.QuerySelector("#loeschen")!));
        Assert.Equal(302, (int)slow.Last.StatusCode);
        Assert.Empty(await SeatsAsync(site));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_slower_of_two_reads_both_forms_of_a_body_and_of_a_term_and_saves_on(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (fast, slow) = await EditorsAsync(site);
        await SendAsync(fast, Links.NewTerm, "#wahlperiode", new() { ["Input.Name"] = "Periode 1" });
        await SendAsync(fast, Links.NewBody, "#gremium", new() { ["Input.Name"] = "Ausschuss", ["Input.Note"] = "Für drei Bänke." });
        foreach (var (address, form, field, theirs, mine) in new[] { (Links.EditTerm(1), "#wahlperiode", "Input.Name", "Periode zwei", "Periode drei"), (Links.EditBody(1), "#gremium", "Input.Note", "Für fünf Bänke.", "Für zehn Bänke.") })
        {
            var fields = Browsing.Fields((IHtmlFormElement)(await slow.GetAsync(address)).QuerySelector(form)!);
            await SendAsync(fast, address, form, new() { [field] = theirs });
            fields[field] = mine;
            var page = await slow.PostAsync(address, fields);
            Assert.Equal((address, 409), (address, (int)slow.Last.StatusCode));
            var box = page.QuerySelector("section[aria-labelledby=inzwischen]")!;
            Assert.Equal((theirs.Split(' ')[1].TrimEnd('.'), mine.Split(' ')[1].TrimEnd('.')), (box.QuerySelector("del")!.TextContent.Trim(' ', '.'), box.QuerySelector("ins")!.TextContent.Trim(' ', '.')));
            Assert.Contains("Frau Schnell", box.TextContent, StringComparison.Ordinal);
            Assert.Null(page.QuerySelector("#fehler"));
            var again = Browsing.Fields((IHtmlFormElement)page.QuerySelector(form)!);
            Assert.Equal(mine, again[field]);
            await slow.PostAsync(address, again);
            Assert.Equal((address, 302), (address, (int)slow.Last.StatusCode));
        }

        Assert.Equal(("Periode drei", "Für zehn Bänke."), await site.WithDbAsync(async db => (await db.LegislativeTerms.Select(term => term.Name).SingleAsync(), await db.Bodies.Select(body => body.Note).SingleAsync())));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_second_body_or_term_of_the_same_name_is_the_same_form_or_a_mistake_and_never_thrown_away(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (browsing, _) = await EditorsAsync(site);
        foreach (var (address, form, field) in new[] { (Links.NewTerm, "#wahlperiode", "Input.EndsOn"), (Links.NewBody, "#gremium", "Input.EndsOn") })
        {
            for (var i = 0; i < 2; i++) await SendAsync(browsing, address, form, new() { ["Input.Name"] = "Zweimal" });
            var page = await browsing.SubmitAsync(address, form, new() { ["Input.Name"] = "Zweimal", [field] = "2030-01-01" });
            Assert.Equal(409, (int)browsing.Last.StatusCode);
            Assert.NotNull(page.QuerySelector("#fehler a[href='#Input_Name']"));
        }

        Assert.Equal((1, 1), await site.WithDbAsync(async db => (await db.LegislativeTerms.CountAsync(), await db.Bodies.CountAsync())));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_was_typed_of_a_body_a_term_and_a_member_is_kept_until_it_is_saved(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (browsing, _) = await EditorsAsync(site);
        await SendAsync(browsing, Links.NewTerm, "#wahlperiode", new() { ["Input.Name"] = "Periode 1" });
        await SendAsync(browsing, Links.NewBody, "#gremium", new() { ["Input.Name"] = "Ausschuss", ["Input.Terms"] = "1" });
        await SendAsync(browsing, Links.NewCouncilPerson, "#ratsmitglied", new() { ["Input.Name"] = "Anna Beispiel", ["Input.Seats[0].Body"] = "1" });
        foreach (var (address, form, field) in new[] { (Links.EditTerm(1), "#wahlperiode", "Input.Name"), (Links.EditBody(1), "#gremium", "Input.Name"), (Links.EditCouncilPerson(1), "#ratsmitglied", "Input.Seats[1].Role") })
        {
            var element = (IHtmlFormElement)(await browsing.GetAsync(address)).QuerySelector(form)!;
            var fields = Browsing.Fields(element);
            fields[field] = "Halb geschrieben";
            // A box whose tick was taken away is not sent at all.
            fields.Remove("Input.Terms");
            await browsing.PostAsync(element.QuerySelector("[data-keep]")!.GetAttribute("data-keep")!, fields);
            Assert.Equal((address, 200), (address, (int)browsing.Last.StatusCode));
            var page = await browsing.GetAsync(address);
            Assert.NotNull(page.QuerySelector("#zwischenstand-verwerfen"));
            Assert.Equal("Halb geschrieben", ((IHtmlInputElement)page.QuerySelector($"[name='{field}']")!).Value);
            Assert.DoesNotContain(page.QuerySelectorAll("[name='Input.Terms']").OfType<IHtmlInputElement>(), box => box.IsChecked);
            await SendAsync(browsing, address, form, []);
            Assert.Equal(0, await site.WithDbAsync(db => db.KeptForms.CountAsync()));
        }

        Assert.Equal(("Halb geschrieben", "Halb geschrieben"), await site.WithDbAsync(async db => (await db.LegislativeTerms.Select(term => term.Name).SingleAsync(), await db.Bodies.Select(body => body.Name).SingleAsync())));
    }

    private static async Task<(Browsing Fast, Browsing Slow)> EditorsAsync(TestSite site)
    {
        var given = new Given(site);
        return (await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator, "Frau Schnell")), await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator)));
    }

    private static Task<List<Body>> BodiesAsync(TestSite site) => site.WithDbAsync(async db =>
    {
        List<Body> bodies = [];
        for (var i = 1; i <= 3; i++) bodies.Add(A.Body(await db.NextNumberAsync(Counter.Bodies, default), $"Ausschuss {i}"));
        db.AddRange(bodies);
        await db.SaveChangesAsync();
        return bodies;
    });

    private static SeatPlan Seat(Body body) => new(null, new(body.Id, null, true, null, null));

    private static Task<Outcome<int>> SaveAsync(TestSite site, Actor moderator, int? number, int version, params SeatPlan[] seats) =>
        site.UseAsync<SaveBody, Outcome<int>>(save => save.PersonAsync(number, Anna, seats, new PublicationChange(PublicationStep.Keep), version, moderator, default));

    private static Task<int> VersionAsync(TestSite site) => site.WithDbAsync(db => db.CouncilPeople.Where(person => person.Number == 1).Select(person => person.Version).SingleAsync());

    private static Task<List<string>> SeatsAsync(TestSite site) => site.WithDbAsync(async db =>
        (await (from seat in db.BodyMemberships.Where(seat => seat.DeletedAt == null) join body in db.Bodies on seat.BodyId equals body.Id orderby body.Number select new { body.Number, seat.Role }).ToListAsync()).Select(seat => $"{seat.Number} {seat.Role}").ToList());

    private static async Task SendAsync(Browsing browsing, string page, string form, Dictionary<string, string> values)
    {
        var answer = await browsing.SubmitAsync(page, form, values);
        Assert.True((int)browsing.Last.StatusCode == 302, $"{page}: {(int)browsing.Last.StatusCode} {answer.QuerySelector("#fehler")?.TextContent}");
    }
}

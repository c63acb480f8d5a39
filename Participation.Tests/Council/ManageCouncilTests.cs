using AngleSharp.Html.Dom;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Editing;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.Council;

/// <summary>The staff finds everything of the council's side again, however much there is; and what others read of it.</summary>
public sealed class ManageCouncilTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Every_meeting_is_reached_by_its_page_its_state_or_its_words(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await site.WithDbAsync(db =>
        {
            var body = A.Body(1, "Ausschuss für Übergänge");
            db.Add(body);
            for (var i = 1; i <= 60; i++) db.Add(A.Meeting(body, i, $"Sitzung {i}", i == 7 ? Publication.Draft : null, A.Moment.AddDays(i)));
            var council = A.Body(2, "100% Rat_");
            db.AddRange(council, A.Meeting(council, 61, "Sondersitzung", start: A.Moment));
            return db.SaveChangesAsync();
        });
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        var (seen, address) = (new List<string>(), Links.ManageCouncil);
        while (address is { Length: > 0 })
        {
            var page = await browsing.GetAsync(address);
            seen.AddRange(page.QuerySelectorAll(".queue__title").Select(title => title.TextContent));
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(61, seen.Distinct().Count());
        Assert.Equal(61, seen.Count);
        Assert.Equal("Sitzung 60", seen[0]);
        Assert.Equal(["Sitzung 7"], await TitlesAsync(Links.ManageCouncilOf(DeskArea.Meetings, PublicationState.Draft)));
        Assert.Equal(["Sitzung 42"], await TitlesAsync(Links.ManageCouncilOf(DeskArea.Meetings, text: "sitzung 42")));
        Assert.Equal(25, (await TitlesAsync(Links.ManageCouncilOf(DeskArea.Meetings, text: "Übergänge"))).Count);
        Assert.Equal(["Sondersitzung"], await TitlesAsync(Links.ManageCouncilOf(DeskArea.Meetings, text: "100%")));
        Assert.Empty(await TitlesAsync(Links.ManageCouncilOf(DeskArea.Meetings, text: "S_tzung")));
        Assert.Equal(["Ausschuss für Übergänge"], await TitlesAsync(Links.ManageCouncilOf(DeskArea.Bodies, text: "Übergänge")));
        foreach (var odd in new[] { "?seite=-1", "?seite=99999999", "?bereich=7", "?stand=x&q=%00", $"?q={new string('x', 500)}" })
        {
            await browsing.GetAsync(Links.ManageCouncil + odd);
            Assert.Equal((odd, 200), (odd, (int)browsing.Last.StatusCode));
        }

        async Task<List<string>> TitlesAsync(string list) => [.. (await browsing.GetAsync(list)).QuerySelectorAll(".queue__title").Select(title => title.TextContent)];
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Every_kind_of_thing_has_its_list_with_what_adds_to_it(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await GivenCouncil.InAsync(site);
        await site.WithDbAsync(db =>
        {
            db.Add(LegislativeTerm.Add(1, new("Wahlperiode 2025", null, null), A.Moment));
            db.Add(CouncilPerson.Add(1, new("Anna Beispiel", null, null), A.Moment));
            return db.SaveChangesAsync();
        });
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        foreach (var (area, add, edit) in new[]
        {
            (DeskArea.Meetings, Links.NewMeeting, Links.EditMeeting(1)), (DeskArea.Papers, Links.NewPaper, Links.EditPaper(1)), (DeskArea.Bodies, Links.NewBody, Links.EditBody(1)),
            (DeskArea.Terms, Links.NewTerm, Links.EditTerm(1)), (DeskArea.People, Links.NewCouncilPerson, Links.EditCouncilPerson(1)),
        })
        {
            var page = await browsing.GetAsync(Links.ManageCouncilOf(area));
            Assert.NotNull(page.QuerySelector($"main a[href='{add}']"));
            Assert.Equal(edit, page.QuerySelector(".queue a")!.GetAttribute("href"));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_preview_of_a_meeting_shows_its_agenda_and_nothing_of_what_is_not_public(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var council = await GivenCouncil.InAsync(site);
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        var page = await browsing.SubmitAsync(Links.EditMeeting(council.Meeting.Number), "#sitzung", new() { ["Input.Name"] = "Neuer Titel", ["Input.Place"] = "Rathaus", ["Input.Note"] = "Im **Livestream**." }, "button[formaction*='handler=Preview']");
        var preview = page.QuerySelector("section[aria-labelledby=vorschau]")!;
        foreach (var text in new[] { "Neuer Titel", "Rathaus", "Im Livestream.", "Ö 2", "Bänke am Markt", "N 1" }) Assert.Contains(text, preview.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(GivenCouncil.Secret, preview.TextContent, StringComparison.Ordinal);
        Assert.Equal("Neuer Titel", ((IHtmlInputElement)page.QuerySelector("#Input_Name")!).Value);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_start_page_names_the_next_public_meeting(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var visitor = Browsing.Visitor(site);
        Assert.Null((await visitor.GetAsync("/")).QuerySelector("#naechste-sitzung"));
        var now = TimeProvider.System.GetUtcNow();
        await site.WithDbAsync(db =>
        {
            var body = A.Body();
            db.AddRange(body, A.Meeting(body, 1, "Gestern", start: now.AddDays(-1)), A.Meeting(body, 2, "Entwurf", Publication.Draft, now.AddDays(1)), A.Meeting(body, 3, "Die nächste", start: now.AddDays(2)), A.Meeting(body, 4, "Die übernächste", start: now.AddDays(3)));
            return db.SaveChangesAsync();
        });
        Assert.Equal("Die nächste", (await visitor.GetAsync("/?neu")).QuerySelector("#naechste-sitzung a")!.TextContent);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_idea_says_what_became_of_its_paper(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (idea, moderator, council) = (await given.IdeaAsync(), await given.PersonAsync(Role.Moderator), await GivenCouncil.InAsync(site));
        await council.ComesFromAsync(idea);
        var visitor = Browsing.Visitor(site);
        var address = Links.Idea(idea, "Mehr Bänke am Markt");
        var before = (await visitor.GetAsync(address)).QuerySelector("[data-paper]")!;
        Assert.Null(before.QuerySelector("[data-outcome]"));
        Assert.True((await council.ResolveAsync(moderator)).Done);
        Assert.Contains("beschlossen am", (await visitor.GetAsync(address)).QuerySelector("[data-paper] [data-outcome]")!.TextContent, StringComparison.Ordinal);
        Assert.True((await council.RetractAsync(moderator)).Done);
        Assert.Null((await visitor.GetAsync(address)).QuerySelector("[data-paper] [data-outcome]"));
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Uploads;
using Participation.Tests.Support;
using Participation.Web.Council.Desk;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Tests.Council;

/// <summary>What everybody reads about bodies, meetings and papers.</summary>
public sealed class CouncilPageTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_visitor_reads_bodies_meetings_and_papers_and_follows_a_paper_to_its_resolution(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenCouncil.InAsync(site);
        Assert.True((await given.ResolveAsync(await new Given(site).PersonAsync(Role.Moderator))).Done);
        var visitor = Browsing.Visitor(site);
        foreach (var address in new[] { Links.Bodies, Links.Meetings, Links.Papers, Links.Body(given.Body.Number, given.Body.Name) })
        {
            Assert.Contains(address == Links.Papers ? "Bänke am Markt" : "Sitzung des Ausschusses", (await visitor.GetAsync(address)).Body!.TextContent, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, visitor.Last.StatusCode);
        }

        var meeting = await visitor.GetAsync(Links.Meeting(given.Meeting.Number, given.Meeting.Name));
        Assert.Equal(["Ö 1", "Ö 2", "N 1"], meeting.QuerySelectorAll(".agenda__sign").Select(sign => sign.TextContent));
        Assert.Contains("10 Ja, 2 Nein, 1 Enthaltung", meeting.QuerySelector($"#top-{given.Item}")!.TextContent, StringComparison.Ordinal);
        var paper = await visitor.GetAsync(Links.Paper(given.Paper.Number, given.Paper.Name));
        Assert.Contains("beschlossen", paper.QuerySelector(".status")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["eingebracht", "beschlossen"], paper.QuerySelectorAll(".way .phases__name").Select(step => step.TextContent));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_an_item_behind_closed_doors_nobody_learns_more_than_the_number(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenCouncil.InAsync(site);
        var (visitor, moderator) = (Browsing.Visitor(site), await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator)));
        foreach (var browsing in new[] { visitor, moderator })
            foreach (var address in new[] { Links.Meeting(given.Meeting.Number, given.Meeting.Name), Links.MeetingPrint(given.Meeting.Number) })
            {
                var text = (await browsing.GetAsync(address)).DocumentElement.OuterHtml;
                Assert.Contains("N 1", text, StringComparison.Ordinal);
                Assert.DoesNotContain(GivenCouncil.Secret, text, StringComparison.Ordinal);
            }

        var refused = await site.UseAsync<PublishResolution, Outcome<ResolutionEffects>>(async publish => await publish.ExecuteAsync(given.ClosedItem, A.Resolution(), null, 0, await new Given(site).PersonAsync(Role.Moderator), default));
        Assert.IsType<ItemIsNotPublic>(refused.Refusal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Drafts_are_for_the_staff_and_what_was_withdrawn_says_why(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var draft = await GivenCouncil.InAsync(site, publication: Publication.Draft);
        var gone = await GivenCouncil.InAsync(site, publication: new Publication(A.Moment, A.Moment, "Falsche Zahlen."));
        var (visitor, moderator) = (Browsing.Visitor(site), await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator)));
        foreach (var (given, status) in new[] { (draft, HttpStatusCode.NotFound), (gone, HttpStatusCode.Gone) })
            foreach (var address in new[] { Links.Meeting(given.Meeting.Number, given.Meeting.Name), Links.Paper(given.Paper.Number, given.Paper.Name), Links.MeetingPrint(given.Meeting.Number) })
            {
                var page = await visitor.GetAsync(address);
                Assert.Equal(status, visitor.Last.StatusCode);
                if (status is HttpStatusCode.Gone) Assert.Contains("Falsche Zahlen.", page.Body!.TextContent, StringComparison.Ordinal);
                await moderator.GetAsync(address);
                Assert.Equal(HttpStatusCode.OK, moderator.Last.StatusCode);
            }

        Assert.DoesNotContain("Bänke am Markt", (await visitor.GetAsync(Links.Papers)).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Sitzung des Ausschusses", (await visitor.GetAsync(Links.Meetings)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_or_wrong_name_in_the_address_leads_to_the_right_one()
    {
        await using var site = await TestSite.StartAsync();
        var given = await GivenCouncil.InAsync(site);
        var visitor = Browsing.Visitor(site);
        foreach (var (wrong, right) in new[] { (Links.Meeting(given.Meeting.Number), Links.Meeting(given.Meeting.Number, given.Meeting.Name)), (Links.Paper(given.Paper.Number) + "/alt", Links.Paper(given.Paper.Number, given.Paper.Name)), (Links.Body(given.Body.Number), Links.Body(given.Body.Number, given.Body.Name)) })
        {
            await visitor.GetAsync(wrong);
            Assert.Equal((HttpStatusCode.MovedPermanently, right), (visitor.Last.StatusCode, visitor.Last.Headers.Location!.ToString()));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_paper_is_found_by_its_words_and_by_those_of_its_files(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenCouncil.InAsync(site);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        await site.WithDbAsync(async db =>
        {
            var file = Document.Publish(await db.NextNumberAsync(Counter.Documents, default), "Gutachten", new DocumentContent("%PDF-"u8.ToArray(), new string('0', Upload.HashLength), "", "Die Lindenallee bleibt schattig.", 1), moderator.Person, A.Moment);
            db.Documents.Add(file);
            db.Attachments.Add(Attachment.Of(Subject.Of(given.Paper.Id), file.Id, 0));
            return await db.SaveChangesAsync();
        });
        var visitor = Browsing.Visitor(site);
        foreach (var (words, found) in new[] { ("bänke", true), ("Lindenallee", true), ("schattig linden", true), ("Hubschrauber", false), ("\" OR 1=1 --", false), ("*", false) })
        {
            var page = await visitor.GetAsync(Links.PapersOf(words, null, 1));
            Assert.Equal(HttpStatusCode.OK, visitor.Last.StatusCode);
            Assert.Equal(found, page.QuerySelector($"#vorlage-{given.Paper.Number}") is not null);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_planned_appears_by_itself_and_those_involved_are_told_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenCouncil.InAsync(site, publication: Publication.At(TimeProvider.System.GetUtcNow().AddSeconds(-1)));
        var idea = await new Given(site).IdeaAsync();
        await given.ComesFromAsync(idea);
        await site.WithDbAsync(db => db.Papers.ExecuteUpdateAsync(set => set.SetProperty(paper => paper.AnnouncedAt, (DateTimeOffset?)null)));
        var before = await site.WithDbAsync(db => db.Papers.Select(paper => paper.ChangedAt).SingleAsync());
        for (var i = 0; i < 2; i++) await site.UseAsync<Web.Editing.PublishDue>(due => due.ExecuteAsync(default));
        Assert.True(await site.WithDbAsync(db => db.Papers.Select(paper => paper.ChangedAt).SingleAsync()) > before);
        var told = await site.WithDbAsync(db => db.Notifications.AsNoTracking().SingleAsync());
        Assert.Equal((Domain.Notifications.NotificationKind.PaperIntroduced, given.Paper.Number), (told.Kind, told.CaseNumber));
    }
}

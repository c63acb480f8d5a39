using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Tests.Support;
using Participation.Web.Data;

namespace Participation.Tests.Council.Oparl;

/// <summary>What becomes of objects: lines 7, 8 and 12 of the conformance list, and drafts, on both databases.</summary>
public sealed class OparlChangeTests
{
    private const string Root = "https://localhost/oparl/v1.1/";
    private static readonly DateTimeOffset Later = OparlCity.Later;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whatever_shows_a_part_counts_as_changed_with_it(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var city = await new OparlCity(site).BuildAsync();
        var at = Later;
        await RaisedAsync("agendaitem/1 meeting/1", async db => (await db.Resolutions.SingleAsync()).Renew(new("Anders.", ResolutionResult.Rejected, null, null), at));
        await RaisedAsync("membership/1 person/1 organization/1", async db =>
        {
            var council = await db.Bodies.SingleAsync(body => body.Number == 1);
            council.Renew(new("Stadtrat", council.ShortName, council.Kind, council.Classification, council.Note, council.StartsOn, council.EndsOn, null, [.. council.Terms.Select(term => term.TermId)]), at);
        });
        await RaisedAsync("agendaitem/1 agendaitem/2 meeting/1", async db => (await db.Meetings.SingleAsync()).Renew((await PlanAsync(db)) with { Name = "Erste Sitzung" }, at));
        await RaisedAsync("consultation/5 consultation/6 paper/3", async db => { var paper = await db.Papers.SingleAsync(paper => paper.Number == 3); paper.Renew(new("Umbenannt", paper.Reference, paper.Date, paper.PaperType, paper.UnderDirectionOfId, paper.Summary), at); });
        await RaisedAsync("consultation/1 paper/1 agendaitem/1 meeting/1", async db => (await db.Consultations.SingleAsync(step => step.Number == 1)).Delete(at));
        await RaisedAsync("membership/1 person/1 organization/1", async db => (await db.BodyMemberships.SingleAsync(membership => membership.Number == 1)).Delete(at));
        await RaisedAsync("agendaitem/2 meeting/1", async db => (await db.AgendaItems.SingleAsync(item => item.Number == 2)).Delete(at));
        await RaisedAsync("location/1 meeting/1", async db => { var hall = await db.Locations.SingleAsync(); hall.Renew(hall.Plan with { Room = "Saal 2" }, at); });
        await RaisedAsync("file/1 paper/1", async db => (await db.Documents.SingleAsync(document => document.Number == 1)).Remove(at));
        await RaisedAsync("legislativeterm/1 body/1 system", async db => (await db.LegislativeTerms.SingleAsync()).Delete(at));
        await RaisedAsync("paper/2 consultation/3 consultation/4", async db => (await db.Papers.SingleAsync(paper => paper.Number == 2)).Delete(at));
        await RaisedAsync("meeting/1 agendaitem/1 agendaitem/2 consultation/5 paper/3 file/3", async db => Assert.Null((await db.Meetings.SingleAsync()).Change(await PlanAsync(db), new(PublicationStep.Withdraw, Reason: "Irrtum."), (await db.Meetings.SingleAsync()).Version, at)));
        await RaisedAsync("person/1 membership/2 organization/2", async db => (await db.CouncilPeople.SingleAsync()).Delete(at));

        async Task RaisedAsync(string changed, Func<ParticipationDbContext, Task> change)
        {
            at = at.AddHours(1);
            await city.ChangeAsync(change);
            await site.ForgetPagesAsync();
            var walk = new OparlWalk(OparlWalk.Client(site));
            foreach (var id in changed.Split(' ')) Assert.True((await walk.ReadAsync(Root + id)).GetProperty("modified").GetDateTimeOffset() == at, $"{id} after the change of {changed}");
            Assert.False((await walk.ReadAsync(Root + "paper/1")).GetProperty("modified").GetDateTimeOffset() > at);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Line_7_and_8_deleted_objects_are_told_to_who_asks_for_changes_and_to_nobody_else(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var city = await new OparlCity(site).BuildAsync();
        await city.ChangeAsync(async db =>
        {
            (await db.Papers.SingleAsync(paper => paper.Number == 1)).Delete(Later);
            (await db.Meetings.SingleAsync()).Delete(Later);
            (await db.CouncilPeople.SingleAsync()).Delete(Later);
            (await db.LegislativeTerms.SingleAsync()).Delete(Later);
            (await db.Locations.SingleAsync()).Delete(Later);
            (await db.Bodies.SingleAsync(body => body.Number == 2)).Delete(Later);
        });
        var walk = new OparlWalk(OparlWalk.Client(site));
        foreach (var (list, gone) in new[] { ("paper", 1), ("meeting", 1), ("person", 1), ("legislativeterm", 1), ("location", 1), ("organization", 2), ("agendaitem", 1), ("consultation", 1), ("membership", 1), ("file", 1) })
        {
            var (without, with) = (await walk.ListAsync($"{Root}body/1/{list}"), await walk.ListAsync($"{Root}body/1/{list}?modified_since=2026-03-03T00:00:00%2B01:00"));
            Assert.DoesNotContain(without, json => json.TryGetProperty("deleted", out _));
            var there = Assert.Single(with, json => json.GetProperty("id").GetString() == $"{Root}{list}/{gone}");
            Assert.Equal(["created", "deleted", "id", "modified", "type"], there.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
            Assert.Equal((true, Later), (there.GetProperty("deleted").GetBoolean(), there.GetProperty("modified").GetDateTimeOffset()));
            Assert.True(JsonElement.DeepEquals(there, await walk.ReadAsync($"{Root}{list}/{gone}")));
        }

        Assert.False((await walk.ReadAsync(Root + "paper/2")).GetProperty("consultation")[0].TryGetProperty("meeting", out _));
        foreach (var page in walk.Answers.Where(answer => answer.Answer.RequestMessage!.RequestUri!.Query.Length == 0)) Assert.DoesNotContain("Vorlage 1\"", System.Text.Encoding.UTF8.GetString(page.Body), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Line_8_what_is_deleted_stands_in_no_other_object_and_nothing_leads_there(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var city = await new OparlCity(site).BuildAsync();
        string[] gone = ["membership/1", "agendaitem/1", "consultation/2", "file/1", "file/3", "legislativeterm/1", "location/1"];
        string[] holders = ["person/1", "organization/1", "organization/2", "meeting/1", "paper/1", "consultation/1", "body/1"];
        var walk = new OparlWalk(OparlWalk.Client(site));
        var before = new HashSet<string>();
        foreach (var holder in holders) before.UnionWith(await Named(walk, holder));
        Assert.Superset(gone.Select(id => Root + id).ToHashSet(), before);
        await city.ChangeAsync(async db =>
        {
            (await db.BodyMemberships.SingleAsync(membership => membership.Number == 1)).Delete(Later);
            (await db.AgendaItems.SingleAsync(item => item.Number == 1)).Delete(Later);
            (await db.Consultations.SingleAsync(step => step.Number == 2)).Delete(Later);
            foreach (var document in await db.Documents.Where(document => document.Number != 2).ToListAsync()) document.Remove(Later);
            (await db.LegislativeTerms.SingleAsync()).Delete(Later);
            (await db.Locations.SingleAsync()).Delete(Later);
        });
        await site.ForgetPagesAsync();
        foreach (var holder in holders) Assert.Empty((await Named(walk, holder)).Intersect(gone.Select(id => Root + id)));
        Assert.Equal(Root + "file/2", (await walk.ReadAsync(Root + "paper/1")).GetProperty("mainFile").GetProperty("id").GetString());
        foreach (var list in (string[])["person", "organization", "meeting", "paper", "consultation"])
        {
            var changed = await walk.ListAsync($"{Root}body/1/{list}?modified_since=2020-01-01T00:00:00Z");
            Assert.Empty(changed.Where(json => !json.TryGetProperty("deleted", out _)).SelectMany(json => Ids(json)).Intersect(gone.Select(id => Root + id)));
        }

        static async Task<List<string>> Named(OparlWalk walk, string holder) => [.. Ids(await walk.ReadAsync(Root + holder))];
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_place_that_only_a_draft_names_does_not_exist_until_the_meeting_is_public_and_stays_when_it_moves(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var city = await new OparlCity(site).BuildAsync();
        await city.ChangeAsync(async db =>
        {
            var (body, places) = (await db.Bodies.FirstAsync(), new[] { 50, 51 }.Select(number => Location.Add(number, new($"Geheimer Ort {number}", null, null, null, null, null, null), OparlCity.Made)).ToList());
            db.AddRange(places);
            db.Add(Meeting.Plan(50, new(body.Id, "Entwurf", MeetingState.Scheduled, false, Later, null, places[0].Id, Domain.FormattedText.Empty), Publication.Draft, OparlCity.Made));
        });
        var walk = new OparlWalk(OparlWalk.Client(site));
        foreach (var id in (string[])["location/50", "location/51"]) await walk.ReadAsync(Root + id, HttpStatusCode.NotFound);
        Assert.Single(await walk.ListAsync(Root + "body/1/location?modified_since=2020-01-01T00:00:00Z"));

        await ChangeAsync(new(PublicationStep.Publish), 50, Later);
        Assert.Equal(Later, (await walk.ReadAsync(Root + "location/50")).GetProperty("modified").GetDateTimeOffset());
        await walk.ReadAsync(Root + "location/51", HttpStatusCode.NotFound);
        await ChangeAsync(new(PublicationStep.Keep), 51, Later.AddDays(1));
        Assert.Equal("Geheimer Ort 51", (await walk.ReadAsync(Root + "location/51")).GetProperty("description").GetString());
        Assert.False((await walk.ReadAsync(Root + "location/50")).TryGetProperty("meetings", out _));

        async Task ChangeAsync(PublicationChange step, int place, DateTimeOffset at)
        {
            await city.ChangeAsync(async db =>
            {
                var (meeting, there) = (await db.Meetings.SingleAsync(meeting => meeting.Number == 50), await db.Locations.SingleAsync(location => location.Number == place));
                Assert.Null(meeting.Change(new(meeting.BodyId, meeting.Name, meeting.State, false, meeting.Start, null, there.Id, meeting.Note), step, meeting.Version, at));
            });
            await site.ForgetPagesAsync();
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Drafts_do_not_exist_withdrawn_ones_are_gone_and_their_files_answer_so(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var city = await new OparlCity(site).BuildAsync();
        await city.ChangeAsync(async db =>
        {
            var body = await db.Bodies.FirstAsync();
            var draft = Paper.Introduce(50, new("Geheimer Entwurf", null, null, null, body.Id, A.Text("x")), Publication.Draft, OparlCity.Made);
            draft.Consult(50, new(body.Id, null, null, ConsultationRole.Decision, true), OparlCity.Made);
            var scheduled = Paper.Introduce(51, new("Späterer Entwurf", null, null, null, null, A.Text("x")), Publication.At(new DateTimeOffset(2999, 1, 1, 0, 0, 0, TimeSpan.Zero)), OparlCity.Made);
            db.AddRange(draft, scheduled);
            await db.SaveChangesAsync();
            await city.AttachAsync(db, 50, Subject.Of(draft.Id), 0);
            await city.AttachAsync(db, 51, Subject.Of(scheduled.Id), 0);
        });
        var walk = new OparlWalk(OparlWalk.Client(site));
        foreach (var id in (string[])["paper/50", "paper/51", "consultation/50", "file/50", "file/51"]) await walk.ReadAsync(Root + id, HttpStatusCode.NotFound);
        Assert.Equal(3, (await walk.ListAsync(Root + "body/1/file?modified_since=2020-01-01T00:00:00Z")).Count);
        var (visitor, staff) = (Browsing.Visitor(site), await Browsing.AsAsync(site, new(city.By, Domain.Accounts.Role.Moderator)));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await StatusAsync(visitor, 50), await StatusAsync(staff, 50)));

        await city.ChangeAsync(async db =>
        {
            var draft = await db.Papers.SingleAsync(paper => paper.Number == 50);
            Assert.Null(draft.Change(new(draft.Name, null, null, null, null, draft.Summary), new(PublicationStep.Publish), draft.Version, Later));
        });
        await site.ForgetPagesAsync();
        Assert.Equal(Later, (await walk.ReadAsync(Root + "consultation/50")).GetProperty("modified").GetDateTimeOffset());
        Assert.Equal(Root + "paper/50", (await walk.ReadAsync(Root + "file/50")).GetProperty("paper")[0].GetString());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(visitor, 50));

        await city.ChangeAsync(async db =>
        {
            var paper = await db.Papers.SingleAsync(paper => paper.Number == 50);
            Assert.Null(paper.Change(new(paper.Name, null, null, null, null, paper.Summary), new(PublicationStep.Withdraw, Reason: "Ein Irrtum."), paper.Version, Later.AddDays(1)));
        });
        await site.ForgetPagesAsync();
        foreach (var id in (string[])["paper/50", "consultation/50", "file/50"])
            Assert.Equal((true, Later.AddDays(1)), ((await walk.ReadAsync(Root + id)).GetProperty("deleted").GetBoolean(), (await walk.ReadAsync(Root + id)).GetProperty("modified").GetDateTimeOffset()));
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.OK), (await StatusAsync(visitor, 50), await StatusAsync(staff, 50)));

        // A file that leaves a paper is gone too, and comes back with a place beside another.
        await city.ChangeAsync(async db =>
        {
            db.Attachments.RemoveRange(await db.Attachments.Where(beside => db.Documents.Any(document => document.Id == beside.DocumentId && document.Number == 2)).ToListAsync());
            (await db.Papers.SingleAsync(paper => paper.Number == 1)).Touch(Later.AddDays(2));
        });
        await site.ForgetPagesAsync();
        Assert.Equal(Later.AddDays(2), (await walk.ReadAsync(Root + "file/2")).GetProperty("modified").GetDateTimeOffset());
        Assert.True((await walk.ReadAsync(Root + "file/2")).GetProperty("deleted").GetBoolean());
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(visitor, 2));
    }

    /// <summary>Addresses of objects that an object names, also within what stands inside it; without its own.</summary>
    private static IEnumerable<string> Ids(JsonElement json, bool inside = false) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Where(property => inside || property.Name != "id").SelectMany(property => Ids(property.Value, inside: true)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(value => Ids(value, inside: true)),
        JsonValueKind.String => [json.GetString()!],
        _ => [],
    };

    private static async Task<HttpStatusCode> StatusAsync(Browsing browsing, int document)
    {
        await browsing.GetAsync($"/dokumente/{document}/anlage.pdf");
        return browsing.Last.StatusCode;
    }

    private static async Task<MeetingPlan> PlanAsync(ParticipationDbContext db)
    {
        var meeting = await db.Meetings.SingleAsync();
        return new(meeting.BodyId, meeting.Name, meeting.State, meeting.Cancelled, meeting.Start, meeting.End, meeting.LocationId, meeting.Note);
    }
}

/// <summary>What a use case does after it has committed.</summary>
internal static class ForgettingPages
{
    public static Task ForgetPagesAsync(this TestSite site) => site.InScopeAsync(async services =>
    {
        await ((Microsoft.AspNetCore.OutputCaching.IOutputCacheStore)services.GetService(typeof(Microsoft.AspNetCore.OutputCaching.IOutputCacheStore))!).EvictByTagAsync(Web.Hosting.CacheTags.Council, CancellationToken.None);
        return true;
    });
}

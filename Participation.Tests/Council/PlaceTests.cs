using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Tests.Council.Oparl;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.Council;

/// <summary>A place is typed with a meeting and corrected once for all of them.</summary>
public sealed class PlaceTests
{
    private const string Form = "#ort";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_place_gets_its_address_and_its_point_and_every_meeting_there_shows_it(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (staff, _) = await OpenAsync(site);
        var link = (await staff.GetAsync(Links.EditMeeting(1))).QuerySelector($"a[href='{Links.EditPlace(1)}']");
        Assert.NotNull(link);
        await staff.SubmitAsync(Links.EditPlace(1), Form, new() { ["Input.Description"] = "Rathaus Ratingen", ["Input.Street"] = "Minoritenstraße 2–6", ["Input.Room"] = "Saal 1", ["Input.PostalCode"] = "40878", ["Input.Locality"] = "Ratingen", ["Input.Latitude"] = "51,2973", ["Input.Longitude"] = "6.8493" });
        Assert.Equal(HttpStatusCode.Redirect, staff.Last.StatusCode);
        var place = await new OparlWalk(OparlWalk.Client(site)).ReadAsync("/oparl/v1.1/location/1");
        Assert.Equal(("Rathaus Ratingen", "Minoritenstraße 2–6", "40878"), (place.GetProperty("description").GetString(), place.GetProperty("streetAddress").GetString(), place.GetProperty("postalCode").GetString()));
        Assert.Equal([6.8493, 51.2973], place.GetProperty("geojson").GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(value => value.GetDouble()));
        Assert.Contains("Rathaus Ratingen, Saal 1", (await Browsing.Visitor(site).GetAsync(Links.Meeting(1, "Sitzung des Ausschusses"))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Mistakes_are_named_at_their_fields_and_the_slower_of_two_sees_what_differs(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (fast, slow) = await OpenAsync(site);
        var fields = Browsing.Fields((AngleSharp.Html.Dom.IHtmlFormElement)(await slow.GetAsync(Links.EditPlace(1))).QuerySelector(Form)!);
        foreach (var (field, value) in new[] { ("Input.Description", ""), ("Input.Description", "Feuerwache"), ("Input.Latitude", "hundert"), ("Input.Longitude", "7"), ("Input.Street", new string('x', Location.PartMaxLength + 1)) })
        {
            var page = await fast.SubmitAsync(Links.EditPlace(1), Form, new() { [field] = value });
            Assert.True((int)fast.Last.StatusCode is 400 or 409, field);
            Assert.NotEmpty(page.QuerySelectorAll("#fehler a"));
        }

        await fast.SubmitAsync(Links.EditPlace(1), Form, new() { ["Input.Room"] = "Saal 2" });
        var conflict = await slow.PostAsync(Links.EditPlace(1), fields);
        Assert.Equal(HttpStatusCode.Conflict, slow.Last.StatusCode);
        Assert.Contains("Saal", conflict.QuerySelector("section[aria-labelledby=inzwischen]")!.TextContent, StringComparison.Ordinal);
        await slow.PostAsync(Links.EditPlace(1), Browsing.Fields((AngleSharp.Html.Dom.IHtmlFormElement)conflict.QuerySelector(Form)!));
        Assert.Equal(HttpStatusCode.Redirect, slow.Last.StatusCode);
    }

    private static async Task<(Browsing One, Browsing Other)> OpenAsync(TestSite site)
    {
        var given = new Given(site);
        await site.WithDbAsync(db =>
        {
            var (body, hall) = (A.Body(), Location.Add(1, new("Rathaus", null, null, null, null, null, null), A.Moment));
            db.AddRange(body, hall, Location.Add(2, new("Feuerwache", null, null, null, null, null, null), A.Moment));
            db.Add(Meeting.Plan(1, new(body.Id, "Sitzung des Ausschusses", MeetingState.Invited, false, A.Moment, null, hall.Id, Domain.FormattedText.Empty), Domain.Editing.Publication.At(A.Moment), A.Moment));
            return db.SaveChangesAsync();
        });
        return (await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator)), await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator)));
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using Participation.Domain.Council;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;
using Participation.Web.Shared.StructuredData;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.Council;

/// <summary>Meetings and papers in the words of schema.org.</summary>
internal static class CouncilData
{
    private const int TextLength = 5_000;

    /// <summary>A meeting is an event. One that is cancelled stays where and when it would have been.</summary>
    public static JsonObject Of(MeetingView meeting, SiteData site, CityClock clock) => SiteData.Page("Event",
        ("name", meeting.Name), ("url", site.Of(Links.Meeting(meeting.Number, meeting.Name))), ("startDate", clock.Iso(meeting.Start)), ("endDate", meeting.End is { } end ? clock.Iso(end) : null),
        ("eventStatus", meeting.Cancelled ? "https://schema.org/EventCancelled" : "https://schema.org/EventScheduled"), ("eventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode"),
        ("location", meeting.Location is { } place ? Place(place) : null), ("organizer", Organizer(meeting.Body, site)), ("isAccessibleForFree", true), ("inLanguage", Languages.All[0]));

    /// <summary>A paper is a report of the city with its files.</summary>
    public static JsonObject Of(PaperView paper, SiteData site, CityClock clock) => SiteData.Page("Report",
        ("name", paper.Name), ("headline", paper.Name), ("reportNumber", paper.Reference), ("abstract", paper.Summary.Html.Length == 0 ? null : PlainText.Teaser(paper.Summary.Html, TextLength)),
        ("url", site.Of(Links.Paper(paper.Number, paper.Name))), ("mainEntityOfPage", site.Of(Links.Paper(paper.Number, paper.Name))),
        ("dateCreated", paper.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("datePublished", paper.Publication.From is { } from ? clock.Iso(from) : null),
        ("author", paper.Body is { } body ? Organizer(body, site) : site.Publisher()), ("publisher", site.Publisher()), ("inLanguage", Languages.All[0]), ("genre", paper.Type),
        ("encoding", DocumentData.Of(paper.Documents, site)), ("isBasedOn", Origins(paper, site)));

    private static JsonArray? Origins(PaperView paper, SiteData site) => paper.Ideas.Count + paper.Proposals.Count == 0 ? null
        : new JsonArray([.. paper.Ideas.Select(idea => (JsonNode)site.Of(Links.Idea(idea.Number, idea.Title))), .. paper.Proposals.Select(proposal => (JsonNode)site.Of(Links.Proposal(proposal.Number, proposal.Title)))]);

    private static JsonObject Organizer(BodyName body, SiteData site) =>
        SiteData.Thing("GovernmentOrganization", ("name", body.Name), ("url", site.Of(Links.Body(body.Number, body.Name))), ("parentOrganization", site.Publisher()));

    private static JsonObject Place(LocationPlan place) => SiteData.Thing("Place",
        ("name", place.Description),
        ("address", place.StreetAddress is null && place.Locality is null ? (JsonNode)place.Description
            : SiteData.Thing("PostalAddress", ("streetAddress", place.StreetAddress), ("postalCode", place.PostalCode), ("addressLocality", place.Locality), ("addressCountry", "DE"))),
        ("geo", place is { Latitude: { } latitude, Longitude: { } longitude } ? SiteData.Thing("GeoCoordinates", ("latitude", latitude), ("longitude", longitude)) : null));
}

using System.Text.Json.Nodes;
using Participation.Domain.Processes;
using Participation.Web.Hosting;
using Participation.Web.Shared;
using Participation.Web.Shared.StructuredData;

namespace Participation.Web.Processes;

/// <summary>A process in the words of schema.org: an event online, once it has a first day. A permanent one is none.</summary>
internal static class ProcessData
{
    public static JsonObject? Of(Process process, SiteData site) => process.StartsOn is not { } start ? null : SiteData.Page("Event",
        ("name", process.Title), ("description", process.Summary), ("url", site.Of(Links.Process(process.Slug))), ("startDate", Day(start)), ("endDate", process.EndsOn is { } end ? Day(end) : null),
        ("eventAttendanceMode", "https://schema.org/OnlineEventAttendanceMode"), ("eventStatus", "https://schema.org/EventScheduled"), ("isAccessibleForFree", true), ("inLanguage", Languages.All[0]),
        ("location", SiteData.Thing("VirtualLocation", ("url", site.Of(Links.Process(process.Slug))))), ("organizer", site.Publisher()));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

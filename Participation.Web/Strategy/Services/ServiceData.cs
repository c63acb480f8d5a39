using System.Text.Json.Nodes;
using Participation.Web.Shared;
using Participation.Web.Shared.StructuredData;

namespace Participation.Web.Strategy.Services;

/// <summary>An online service in the words of schema.org, with the place where it is used.</summary>
internal static class ServiceData
{
    public static JsonObject Of(ServiceRow service, SiteData site) => SiteData.Page("GovernmentService",
        ("name", service.Name), ("description", service.Description), ("url", site.Of(Links.Service(service.Number, service.Name))), ("mainEntityOfPage", site.Of(Links.Service(service.Number, service.Name))),
        ("identifier", service.Key), ("provider", site.Publisher()), ("serviceOperator", service.Office is { } office ? SiteData.Thing("GovernmentOrganization", ("name", office), ("parentOrganization", site.Publisher())) : null),
        ("availableChannel", service.Address is { } address ? SiteData.Thing("ServiceChannel", ("serviceUrl", address)) : null));
}

using System.ComponentModel.DataAnnotations;
using Participation.Web.Notifications;

namespace Participation.Web.Hosting.OpenData;

/// <summary>How the city publishes what is open here, section <c>OpenData</c>.</summary>
public sealed class OpenDataOptions
{
    public const string Section = "OpenData";

    /// <summary>Host name in the ids of feeds; the host of <c>Site:PublicUrl</c> unless set. Whoever moves to another name sets it to the old one.</summary>
    public string TagAuthority { get; set; } = "";

    /// <summary>Who publishes; the city's own name unless set.</summary>
    public string Publisher { get; set; } = "";

    /// <summary>Home page of the publisher.</summary>
    public Uri? PublisherUrl { get; set; }

    /// <summary>Mail address for questions about the data.</summary>
    public string ContactMail { get; set; } = "";

    /// <summary>Licence of the data, one of http://dcat-ap.de/def/licenses/.</summary>
    public Uri License { get; set; } = new("http://dcat-ap.de/def/licenses/dl-by-de/2.0");

    /// <summary>What those who use the data have to write beside it.</summary>
    public string Attribution { get; set; } = "";

    /// <summary>Contributor id that GovData assigned.</summary>
    public Uri? ContributorId { get; set; }

    /// <summary>The city in the register of areas, such as http://dcat-ap.de/def/politicalGeocoding/municipalityKey/05158028.</summary>
    public Uri? Area { get; set; }

    /// <summary>Most pages in one file of the sitemap; the protocol allows 50,000.</summary>
    [Range(1, 50_000)]
    public int SitemapPages { get; set; } = 50_000;

    /// <summary>Who publishes.</summary>
    public string PublisherOr(CityOptions city) => Publisher.Length > 0 ? Publisher : city.Name;

    /// <summary>The authority in ids.</summary>
    public string AuthorityOr(SiteAddress site) => TagAuthority.Length > 0 ? TagAuthority : new Uri(site.Of("/")).Host;
}

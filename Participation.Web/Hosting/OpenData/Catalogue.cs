using Microsoft.Extensions.Options;
using Participation.Web.Notifications;
using Participation.Web.Shared;

namespace Participation.Web.Hosting.OpenData;

/// <summary>
/// The catalogue of what is open here, by DCAT-AP.de 3.0 (https://www.dcat-ap.de/def/dcatde/3.0/spec/): catalogue, datasets, distributions and the API as a data service, so that
/// GovData and others can take it over as it is.
/// </summary>
internal sealed class Catalogue(IEnumerable<OpenDataset> datasets, SiteAddress site, IOptions<OpenDataOptions> options, IOptions<CityOptions> city)
{
    private const string Authority = "http://publications.europa.eu/resource/authority";
    private const string Level = "http://dcat-ap.de/def/politicalGeocoding/Level/municipality";

    private string Publisher => options.Value.PublisherOr(city.Value);

    private string PublisherId => site.Of("/dcat/#herausgeber");

    private string ContactId => site.Of("/dcat/#kontakt");

    private string CatalogueId => site.Of("/dcat/#katalog");

    private string ServiceId => site.Of("/dcat/#schnittstelle");

    /// <summary>The whole catalogue.</summary>
    public RdfGraph Graph()
    {
        var (graph, all) = (new RdfGraph(), datasets.ToList());
        AddCatalogue(graph, all);
        graph.Add(PublisherId, "foaf:Agent", ("foaf:name", RdfTerm.Text(Publisher)), ("foaf:homepage", RdfTerm.Resource(options.Value.PublisherUrl?.AbsoluteUri ?? site.Of(Links.Page("impressum")))));
        graph.Add(ContactId, "vcard:Organization", ("vcard:fn", RdfTerm.Text(Publisher)), ("vcard:hasURL", RdfTerm.Resource(site.Of(Links.Page("impressum")))),
            ("vcard:hasEmail", options.Value.ContactMail.Length > 0 ? RdfTerm.Resource($"mailto:{options.Value.ContactMail}") : null));
        AddService(graph, all);
        foreach (var dataset in all) AddDataset(graph, dataset);
        return graph;
    }

    private void AddCatalogue(RdfGraph graph, List<OpenDataset> all) => graph.Add(CatalogueId, "dcat:Catalog",
    [
        ("dct:title", German($"Offene Daten: {city.Value.Brand} {city.Value.BrandPlace}".Trim())), ("dct:description", German($"Offene Daten der Beteiligungsplattform von {city.Value.Name}.")),
        ("dct:publisher", RdfTerm.Resource(PublisherId)), ("foaf:homepage", RdfTerm.Resource(site.Of(Links.Home))), ("dct:language", RdfTerm.Resource($"{Authority}/language/DEU")),
        ("dct:license", RdfTerm.Resource(options.Value.License.AbsoluteUri)), ("dcat:themeTaxonomy", RdfTerm.Resource($"{Authority}/data-theme")), ("dcat:service", RdfTerm.Resource(ServiceId)),
        .. all.Select(dataset => ("dcat:dataset", (RdfTerm?)RdfTerm.Resource(DatasetId(dataset)))),
    ]);

    private void AddService(RdfGraph graph, List<OpenDataset> all) => graph.Add(ServiceId, "dcat:DataService",
    [
        ("dct:title", German("Schnittstelle (API)")), ("dct:description", German("Lesender und schreibender Zugriff auf Ideen, Beiträge, Haltungen und Verfahren als JSON.")), ("dct:publisher", RdfTerm.Resource(PublisherId)),
        ("dcat:endpointURL", RdfTerm.Resource(site.Of(Links.ApiRoot))), ("dcat:endpointDescription", RdfTerm.Resource(site.Of(Links.ApiContract))), ("foaf:page", RdfTerm.Resource(site.Of(Links.Api))),
        ("dct:license", RdfTerm.Resource(options.Value.License.AbsoluteUri)), ("dcat:contactPoint", RdfTerm.Resource(ContactId)),
        .. all.Where(dataset => dataset.Files.Any(file => file.IsService)).Select(dataset => ("dcat:servesDataset", (RdfTerm?)RdfTerm.Resource(DatasetId(dataset)))),
    ]);

    private void AddDataset(RdfGraph graph, OpenDataset dataset)
    {
        graph.Add(DatasetId(dataset), "dcat:Dataset",
        [
            ("dct:identifier", RdfTerm.Text(DatasetId(dataset))), ("dct:title", German(dataset.Title)), ("dct:description", German(dataset.Description)),
            ("dct:publisher", RdfTerm.Resource(PublisherId)), ("dcat:contactPoint", RdfTerm.Resource(ContactId)), ("dcat:theme", RdfTerm.Resource($"{Authority}/data-theme/GOVE")),
            ("dcat:landingPage", RdfTerm.Resource(site.Of(dataset.Page))), ("dct:language", RdfTerm.Resource($"{Authority}/language/DEU")), ("dct:accrualPeriodicity", RdfTerm.Resource($"{Authority}/frequency/UPDATE_CONT")),
            ("dct:accessRights", RdfTerm.Resource($"{Authority}/access-right/PUBLIC")), ("dcatde:contributorID", options.Value.ContributorId is { } contributor ? RdfTerm.Resource(contributor.AbsoluteUri) : null),
            ("dcatde:politicalGeocodingLevelURI", RdfTerm.Resource(Level)), ("dcatde:politicalGeocodingURI", options.Value.Area is { } area ? RdfTerm.Resource(area.AbsoluteUri) : null),
            .. dataset.Keywords.Select(word => ("dcat:keyword", (RdfTerm?)German(word))),
            .. dataset.Files.Select(file => ("dcat:distribution", (RdfTerm?)RdfTerm.Resource(FileId(dataset, file)))),
        ]);
        foreach (var file in dataset.Files) AddFile(graph, dataset, file);
    }

    private void AddFile(RdfGraph graph, OpenDataset dataset, OpenDataFile file) => graph.Add(FileId(dataset, file), "dcat:Distribution",
        ("dct:title", German(file.Title)), ("dcat:accessURL", RdfTerm.Resource(site.Of(file.Address))), ("dct:format", RdfTerm.Resource($"{Authority}/file-type/{file.Format}")),
        ("dcat:mediaType", RdfTerm.Resource($"https://www.iana.org/assignments/media-types/{file.MediaType}")), ("dct:license", RdfTerm.Resource(options.Value.License.AbsoluteUri)),
        ("dcatde:licenseAttributionByText", German(options.Value.Attribution.Length > 0 ? options.Value.Attribution : Publisher)), ("dcat:accessService", file.IsService ? RdfTerm.Resource(ServiceId) : null));

    private string DatasetId(OpenDataset dataset) => site.Of($"/dcat/#{dataset.Name}");

    private string FileId(OpenDataset dataset, OpenDataFile file) => site.Of($"/dcat/#{dataset.Name}-{file.Name}");

    private static RdfTerm German(string text) => RdfTerm.Text(text, Languages.All[0]);
}

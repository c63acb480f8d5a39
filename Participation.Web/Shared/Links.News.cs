namespace Participation.Web.Shared;

/// <content>News, pages, feeds, and what machines read.</content>
public static partial class Links
{
    public const string Sitemap = "/sitemap.xml";

    /// <summary>The catalogue of open data, as Turtle and as JSON-LD.</summary>
    public const string CatalogueTurtle = "/dcat/katalog.ttl";
    public const string CatalogueJson = "/dcat/katalog.jsonld";

    /// <summary>Contract of the API.</summary>
    public const string ApiContract = "/openapi/v1.json";
    public const string ApiRoot = "/api/v1";

    /// <summary>One of the files that hold the pages of a site with very many.</summary>
    public static string SitemapPart(string name, int part) => Invariant($"/sitemap/{name}-{part}.xml");

    /// <summary>The overview of everything that the staff edits.</summary>
    public const string Manage = "/verwaltung";
    public const string News = "/neuigkeiten";
    public const string NewsFeed = "/neuigkeiten/feed.atom";
    public const string ManageNews = "/verwaltung/meldungen";
    public const string NewArticle = "/verwaltung/meldungen/neu";

    /// <summary>Pages that explain something, by section.</summary>
    public const string Knowledge = "/wissen";
    public const string ManagePages = "/verwaltung/seiten";
    public const string NewPage = "/verwaltung/seiten/neu";

    /// <summary>News, narrowed down, page by page.</summary>
    public static string NewsWith(string? keyword, string? topic, string? district, int page)
    {
        List<string> query = [];
        if (keyword is not null) query.Add($"stichwort={Uri.EscapeDataString(keyword)}");
        if (topic is not null) query.Add($"thema={Uri.EscapeDataString(topic)}");
        if (district is not null) query.Add($"stadtteil={Uri.EscapeDataString(district)}");
        if (page > 1) query.Add(Invariant($"seite={page}"));
        return query.Count == 0 ? News : $"{News}?{string.Join('&', query)}";
    }

    public static string Article(int number, string title) => Invariant($"/neuigkeiten/{number}/{Ending(title)}");

    public static string Article(int number) => Invariant($"/neuigkeiten/{number}");

    public static string EditArticle(int number) => Invariant($"/verwaltung/meldungen/{number}");

    /// <summary>The staff's list of articles.</summary>
    public static string ManageNewsWith(Domain.Editing.PublicationState? state, int page) => Managed(ManageNews, state, page);

    /// <summary>Everything that carries a keyword.</summary>
    public static string Keyword(string slug, int page = 1) => page == 1 ? $"/stichwort/{slug}" : Invariant($"/stichwort/{slug}?seite={page}");

    public static string KeywordFeed(string slug) => $"/stichwort/{slug}/feed.atom";

    public static string TopicFeed(string key) => $"/thema/{Uri.EscapeDataString(key)}/feed.atom";

    public static string DistrictFeed(string key) => $"/stadtteil/{Uri.EscapeDataString(key)}/feed.atom";

    /// <summary>What happens to an idea.</summary>
    public static string IdeaFeed(int number) => Invariant($"/ideen/{number}/feed.atom");

    public static string IdeasAbout(string topic) => $"/ideen?thema={Uri.EscapeDataString(topic)}";

    public static string IdeasIn(string district) => $"/ideen?stadtteil={Uri.EscapeDataString(district)}";

    public static string SearchFor(string text) => $"/suche?q={Uri.EscapeDataString(text)}";

    public static string KnowledgeFor(string text) => $"/wissen?q={Uri.EscapeDataString(text)}";

    public static string EditPage(string slug) => $"/verwaltung/seiten/{slug}";

    /// <summary>The staff's list of pages.</summary>
    public static string ManagePagesWith(Domain.Editing.PublicationState? state, int page) => Managed(ManagePages, state, page);

    /// <summary>Earlier texts of a page.</summary>
    public static string PageVersions(string slug) => $"/seite/{slug}/fassungen";

    private static string Managed(string list, Domain.Editing.PublicationState? state, int page)
    {
        List<string> query = [];
        if (state is not null) query.Add($"stand={state}");
        if (page > 1) query.Add(Invariant($"seite={page}"));
        return query.Count == 0 ? list : $"{list}?{string.Join('&', query)}";
    }
}

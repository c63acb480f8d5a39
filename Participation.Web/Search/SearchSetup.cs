namespace Participation.Web.Search;

/// <summary>Search.</summary>
public static class SearchSetup
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services.AddScoped<SiteSearch>().AddScoped<CouncilSearch>();
}

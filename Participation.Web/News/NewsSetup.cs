namespace Participation.Web.News;

/// <summary>News.</summary>
public static class NewsSetup
{
    public static IServiceCollection AddNews(this IServiceCollection services) => services;

    public static void MapNews(this IEndpointRouteBuilder app) { }
}

namespace Participation.Web.Ideas;

/// <summary>Ideas.</summary>
public static class IdeasSetup
{
    public static IServiceCollection AddIdeas(this IServiceCollection services) => services;

    public static void MapIdeas(this IEndpointRouteBuilder app) { }
}

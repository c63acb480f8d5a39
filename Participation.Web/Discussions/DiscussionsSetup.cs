namespace Participation.Web.Discussions;

/// <summary>Discussions.</summary>
public static class DiscussionsSetup
{
    public static IServiceCollection AddDiscussions(this IServiceCollection services) => services;

    public static void MapDiscussions(this IEndpointRouteBuilder app) { }
}

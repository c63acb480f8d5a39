namespace Participation.Web.Moderation;

/// <summary>Moderation.</summary>
public static class ModerationSetup
{
    public static IServiceCollection AddModeration(this IServiceCollection services) => services;

    public static void MapModeration(this IEndpointRouteBuilder app) { }
}

namespace Participation.Web.Discussions;

/// <summary>Discussions.</summary>
public static class DiscussionsSetup
{
    public static IServiceCollection AddDiscussions(this IServiceCollection services) => services
        .AddScoped<CommentVisibility>().AddScoped<PostComment>().AddScoped<EditComment>().AddScoped<DeleteComment>();

    public static void MapDiscussions(this IEndpointRouteBuilder app) { }
}

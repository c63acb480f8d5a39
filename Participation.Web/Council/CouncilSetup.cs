using Participation.Web.Council.Live;

namespace Participation.Web.Council;

/// <summary>The council's side: bodies, meetings, papers, resolutions; OParl.</summary>
public static class CouncilSetup
{
    public static IServiceCollection AddCouncil(this IServiceCollection services) => services.AddScoped<CouncilQueries>().AddScoped<PaperQueries>().AddLiveMeetings();

    public static void MapCouncil(this IEndpointRouteBuilder app) => app.MapLiveMeetings();
}

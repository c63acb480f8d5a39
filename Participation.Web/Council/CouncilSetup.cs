using Participation.Web.Council.Oparl;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.Council;

/// <summary>The council's side: bodies, meetings, papers, resolutions; OParl.</summary>
public static class CouncilSetup
{
    public static IServiceCollection AddCouncil(this IServiceCollection services) => services.AddOparl().AddScoped<IAttachmentHome, PaperHome>().AddScoped<IAttachmentHome, MeetingHome>().AddScoped<CouncilQueries>().AddScoped<PaperQueries>();

    public static void MapCouncil(this IEndpointRouteBuilder app) => OparlEndpoints.Map(app);
}

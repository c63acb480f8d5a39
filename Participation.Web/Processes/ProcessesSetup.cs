using Participation.Web.Markdown;

namespace Participation.Web.Processes;

/// <summary>Processes.</summary>
public static class ProcessesSetup
{
    public static IServiceCollection AddProcesses(this IServiceCollection services) => services.AddScoped<CreateProcess>().AddScoped<ChangeProcess>().AddScoped<IStoredTexts, StoredRules>();

    public static void MapProcesses(this IEndpointRouteBuilder app) => app.MapProcessesApi();
}

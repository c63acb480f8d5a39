namespace Participation.Web.Processes;

/// <summary>Processes.</summary>
public static class ProcessesSetup
{
    public static IServiceCollection AddProcesses(this IServiceCollection services) => services.AddScoped<CreateProcess>().AddScoped<ChangeProcess>();

    public static void MapProcesses(this IEndpointRouteBuilder app) => app.MapProcessesApi();
}

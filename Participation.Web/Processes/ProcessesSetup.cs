using Participation.Web.Editing;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Processes;

/// <summary>Processes.</summary>
public static class ProcessesSetup
{
    public static IServiceCollection AddProcesses(this IServiceCollection services) => services.AddScoped<CreateProcess>().AddScoped<ChangeProcess>().AddScoped<IStoredTexts, StoredRules>()
        .AddManaged(ManagedGroup.Participation, Links.ManageProcesses, () => ProcessesTexts.ManageTitle, () => ProcessesTexts.AreaProcesses);

    public static void MapProcesses(this IEndpointRouteBuilder app) => app.MapProcessesApi();
}

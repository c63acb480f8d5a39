using Participation.Web.Editing;
using Participation.Web.Markdown;
using Participation.Web.Shared;
using Participation.Web.Shared.Sitemaps;

namespace Participation.Web.Processes;

/// <summary>Processes.</summary>
public static class ProcessesSetup
{
    public static IServiceCollection AddProcesses(this IServiceCollection services) => services.AddScoped<CreateProcess>().AddScoped<ChangeProcess>().AddScoped<IStoredTexts, StoredRules>().AddScoped<ISitemapSource, ProcessSitemap>()
        .AddSingleton(new OpenDataset(
            "verfahren", "Beteiligungsverfahren", "Fragen, Regeln und Fristen aller Beteiligungsverfahren.", Links.Processes, ["Beteiligung", "Verfahren"], [OpenDataFile.Api("/processes", "Verfahren als JSON")]))
        .AddManaged(ManagedGroup.Participation, Links.ManageProcesses, () => ProcessesTexts.ManageTitle, () => ProcessesTexts.AreaProcesses);

    public static void MapProcesses(this IEndpointRouteBuilder app) => app.MapProcessesApi();
}

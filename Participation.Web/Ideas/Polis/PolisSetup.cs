namespace Participation.Web.Ideas.Polis;

/// <summary>Import and export of whole consultations.</summary>
internal static class PolisSetup
{
    public static IServiceCollection AddPolis(this IServiceCollection services) => services
        .AddScoped<PolisProcess>().AddScoped<PolisPeople>().AddScoped<PolisIdeas>().AddScoped<PolisStances>()
        .AddScoped<ImportPolis>().AddScoped<ExportPolis>();
}

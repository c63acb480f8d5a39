namespace Participation.Web.Demo;

/// <summary>The demo city, and what an empty database starts with.</summary>
public static class DemoSetup
{
    public static IServiceCollection AddDemo(this IServiceCollection services) =>
        services.AddSingleton<DemoState>().AddScoped<FirstContent>().AddScoped<DemoDocuments>().AddScoped<DemoCity>();
}

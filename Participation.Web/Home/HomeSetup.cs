namespace Participation.Web.Home;

/// <summary>The start page, which shows something of every capability.</summary>
public static class HomeSetup
{
    public static IServiceCollection AddHome(this IServiceCollection services) => services.AddScoped<HomeQueries>();
}

using Participation.Web.Strategy.Measures;

namespace Participation.Web.Strategy;

/// <summary>The strategy, its measures, and online services.</summary>
public static class StrategySetup
{
    public static IServiceCollection AddStrategy(this IServiceCollection services) => services.AddScoped<StrategyQueries>().AddScoped<MeasureQueries>();

    public static void MapStrategy(this IEndpointRouteBuilder app)
    {
    }
}

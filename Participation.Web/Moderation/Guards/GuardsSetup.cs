using Participation.Web.Accounts.OwnData;

namespace Participation.Web.Moderation.Guards;

/// <summary>What contributions pass before they appear.</summary>
internal static class GuardsSetup
{
    public static IServiceCollection AddGuards(this IServiceCollection services)
    {
        services.AddOptions<GuardOptions>().BindConfiguration(GuardOptions.Section);
        return services.AddSingleton<CurrentRules>().AddScoped<WritingGuard>().AddScoped<HoldFound>().AddScoped<FindingQueries>()
            .AddScoped<RulesQueries>().AddScoped<ChangeRules>()
            .AddScoped<ForgetWritings>().AddHostedService<GuardRetention>().AddScoped<IPersonalData, WritingsOfPerson>();
    }
}

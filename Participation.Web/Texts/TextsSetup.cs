namespace Participation.Web.Texts;

/// <summary>Texts that are discussed passage by passage.</summary>
public static class TextsSetup
{
    public static IServiceCollection AddTexts(this IServiceCollection services) => services
        .AddScoped<PassageQuery>();
}

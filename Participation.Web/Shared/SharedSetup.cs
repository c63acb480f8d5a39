using Participation.Web.Shared.Feeds;
using Participation.Web.Shared.StructuredData;

namespace Participation.Web.Shared;

/// <summary>The frame of every page and what several capabilities show.</summary>
public static class SharedSetup
{
    public static IServiceCollection AddShared(this IServiceCollection services) => services.AddScoped<FormGuard>().AddSingleton<AtomWriter>().AddSingleton<SiteData>();
}

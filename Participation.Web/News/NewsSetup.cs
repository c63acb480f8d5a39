using Participation.Web.Markdown;

namespace Participation.Web.News;

/// <summary>Text pages.</summary>
public static class NewsSetup
{
    public static IServiceCollection AddNews(this IServiceCollection services) => services.AddScoped<IStoredTexts, StoredPages>();
}

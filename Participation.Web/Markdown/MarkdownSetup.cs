using Participation.Web.Hosting;

namespace Participation.Web.Markdown;

/// <summary>Markdown: the pipeline and the preview of the editor.</summary>
public static class MarkdownSetup
{
    public static IServiceCollection AddMarkdown(this IServiceCollection services) => services.AddSingleton<MarkdownText>();

    public static void MapMarkdown(this IEndpointRouteBuilder app) =>
        app.MapPost("/vorschau", Preview).RequireAuthorization().RequireRateLimiting(Limits.Preview).ExcludeFromDescription();

    private static Microsoft.AspNetCore.Http.HttpResults.ContentHttpResult Preview([Microsoft.AspNetCore.Mvc.FromForm] string? text, MarkdownText markdown) =>
        TypedResults.Content(markdown.Format(text).Html, "text/html; charset=utf-8");
}

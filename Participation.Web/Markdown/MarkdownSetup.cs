using Microsoft.AspNetCore.Mvc;
using Participation.Domain;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Markdown;

/// <summary>Markdown: the pipeline, the preview of the editor, and stored texts that are rendered anew.</summary>
public static class MarkdownSetup
{
    /// <summary>Longest text that the preview takes: a long section of a proposal, six times the longest form.</summary>
    public const int PreviewMaxLength = 60_000;

    public static IServiceCollection AddMarkdown(this IServiceCollection services) => services
        .AddSingleton<MarkdownText>().AddScoped<TextFormatter>().AddScoped<LiveBlockKinds>().AddScoped<LiveTexts>().AddScoped<LiveBlockCheck>().AddScoped<ForgetMentions>().AddScoped<MentionedPeople>().AddScoped<RenderAnew>().AddHostedService<RenderingRounds>();

    public static void MapMarkdown(this IEndpointRouteBuilder app) =>
        app.MapPost("/vorschau", PreviewAsync).RequireAuthorization().RequireRateLimiting(Limits.Preview).ExcludeFromDescription();

    private static async Task<IResult> PreviewAsync([FromForm] string? text, TextFormatter texts, CancellationToken cancel)
    {
        var preview = await texts.FormatAsync(text, PreviewMaxLength, cancel);
        if (preview.Done) return TypedResults.Content(preview.Value.Html, "text/html; charset=utf-8");
        // How long a text may be says its form; here only the preview ends.
        var refusal = preview.Refusal is TextIsTooLong ? new PreviewIsTooLong(PreviewMaxLength) : preview.Refusal;
        return TypedResults.Text(Refusals.Text(refusal), statusCode: Refusals.Status(refusal));
    }
}

/// <summary>The text is longer than a preview shows.</summary>
/// <param name="Limit">How many characters it shows.</param>
public sealed record PreviewIsTooLong(int Limit) : Refusal;

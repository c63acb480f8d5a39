using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Participation.Web.Shared;
using Scalar.AspNetCore;

namespace Participation.Web.Hosting.Api;

/// <summary>The token for writers, the contract, and the contract to read.</summary>
internal static class ApiEndpoints
{
    public static void MapApi(this IEndpointRouteBuilder app)
    {
        app.MapGet(ApiSetup.Root + "/antiforgery", Token).RequireAuthorization().RequireRateLimiting(Limits.ApiRead).WithTags("Schreiben").WithName("readAntiforgeryToken")
            .Produces<ApiToken>().WithMetadata(ApiSetup.Problem(401), ApiSetup.Problem(429))
            .WithSummary("Token zum Schreiben").WithDescription("Gilt für diese Anmeldung, zusammen mit dem Cookie, das diese Antwort setzt.");
        app.MapOpenApi(ApiDocument.Route).AllowAnonymous().RequireRateLimiting(Limits.ApiRead);
        app.MapScalarApiReference(Links.Api, Read).AllowAnonymous().RequireRateLimiting(Limits.ApiRead).ExcludeFromDescription().AddEndpointFilter(ApiReferencePolicy.ApplyAsync);
    }

    private static Microsoft.AspNetCore.Http.HttpResults.Ok<ApiToken> Token(IAntiforgery antiforgery, HttpContext http) => TypedResults.Ok(new ApiToken(antiforgery.GetAndStoreTokens(http).RequestToken ?? ""));

    /// <summary>
    /// The reference's own greys and method colours are too weak for WCAG 2.2, 1.4.3; its copy button covers the end of a long line of code; the symbol of a key is
    /// no text whose contrast can be told.
    /// </summary>
    private const string Contrast = """
        .light-mode { --scalar-color-3: #595959; --scalar-color-green: #006a43; --scalar-color-blue: #0056a8; --scalar-color-orange: #974100; --scalar-color-red: #b00020; --scalar-color-purple: #5b2aa8; --scalar-sidebar-search-color: #595959; }
        .dark-mode { --scalar-color-3: #b0b0b0; --scalar-color-green: #4fd39b; --scalar-color-blue: #7db8ff; --scalar-color-orange: #ffb070; --scalar-color-red: #ff8a8a; --scalar-color-purple: #c9a6ff; --scalar-sidebar-search-color: #b0b0b0; }
        .scalar-app .scalar-code-block-pre { inline-size: auto; padding-inline-end: 3.5rem; }
        .scalar-app .scalar-code-block-pre code, .scalar-app .scalar-code-block-pre .line { white-space: pre-wrap; overflow-wrap: anywhere; }
        .scalar-app kbd { display: none; }
        """;

    /// <summary>Everything that would call somebody else is off: fonts, proxy, telemetry, the assistant, developer tools.</summary>
    private static void Read(ScalarOptions scalar, HttpContext http)
    {
        scalar.Title = ApiTexts.ReferenceTitle;
        scalar.OpenApiRoutePattern = ApiDocument.Route;
        scalar.DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideClientButton();
        scalar.ProxyUrl = null;
        (scalar.ShowDeveloperTools, scalar.HideTestRequestButton, scalar.Favicon) = (DeveloperToolsVisibility.Never, true, "/favicon.svg");
        (scalar.DotNetFlag, scalar.PersistentAuthentication) = (false, false);
        scalar.Nonce = ApiReferencePolicy.NonceOf(http);
        scalar.CustomCss = Contrast;
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        scalar.Localization = new ScalarLocalizationOptions { Locale = language };
        scalar.HeaderContent = ApiWithoutScript.Of(http.RequestServices.GetRequiredService<EndpointDataSource>());
        // A library in the bundle is kept from trying out whether it may use eval.
        scalar.HeadContent = $"<script nonce=\"{scalar.Nonce}\">globalThis.__zod_globalConfig = {{ jitless: true }};</script>";
    }
}

/// <summary>The token.</summary>
[Description("Im Kopf „X-Antiforgery“ jeder schreibenden Anfrage zu senden.")]
public sealed record ApiToken(string Token);

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Participation.Web.Accounts;
using Participation.Web.Hosting.Api;
using Participation.Web.Hosting.OpenData;
using Participation.Web.Shared.Sitemaps;

namespace Participation.Web.Hosting;

/// <summary>What every page needs: languages, headers, errors, limits, caching, health.</summary>
public static class HostingSetup
{
    public const string LanguageCookie = "sprache";

    public static IServiceCollection AddHosting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CityOptions>().BindConfiguration(CityOptions.Section).ValidateDataAnnotations()
            .Validate(city => city.HasUsableAccent, "City:AccentLight and City:AccentDark need to be two CSS colours such as #1a5276, or both empty.").ValidateOnStart();
        services.AddOptions<OpenDataOptions>().BindConfiguration(OpenDataOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<Catalogue>().AddScoped<ISitemapSource, FixedPages>();
        services.AddSingleton(TimeProvider.System).AddSingleton<CityClock>().AddSingleton<CspReports>();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddProblemDetails().AddExceptionHandler<HttpExceptionHandler>().Configure<ExceptionHandlerOptions>(ExpectedExceptions.Configure);
        services.AddLimits(configuration).AddApi();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.HeaderName = "X-Antiforgery";
            antiforgery.Cookie.Name = "formular";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        var evictions = new CacheEvictions();
        services.AddSingleton(evictions).AddOutputCache(cache => cache.AddPolicy(nameof(AnonymousPageCache), new AnonymousPageCache(evictions)));
        if (configuration["Redis"] is { Length: > 0 } redis) services.AddStackExchangeRedisOutputCache(options => options.Configuration = redis);
        services.Configure<RequestLocalizationOptions>(Localize);
        services.Configure<ForwardedHeadersOptions>(forwarded => forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.AddHealthChecks().AddDbContextCheck();
        services.AddRazorComponents();
        services.AddRazorPages(pages =>
            {
                foreach (var part in (string[])["vorschlaege/{suggestion:int}", "anmerkungen/{remark:int}"]) pages.Conventions.AddPageRoute("/Moderation/Proposals/Case", $"/moderation/vorhaben/{{number:int}}/{part}");
                // What says nothing in moderation's room is for moderators.
                pages.Conventions.AddFolderApplicationModelConvention("/Moderation", page =>
                {
                    if (!page.HandlerTypeAttributes.Any(attribute => attribute is IAuthorizeData or IAllowAnonymous)) page.EndpointMetadata.Add(new AuthorizeAttribute(Policies.Moderation));
                });
                pages.Conventions.AuthorizePage("/Processes/Manage", Policies.Moderation).AuthorizePage("/Processes/Edit", Policies.Moderation);
            })
            .WithRazorPagesAtContentRoot()
            .AddMvcOptions(mvc =>
            {
                mvc.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
                mvc.Filters.Add(new KnownMethods());
            });
        services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        return services;
    }

    private static IHealthChecksBuilder AddDbContextCheck(this IHealthChecksBuilder checks) => checks.AddCheck<DatabaseCheck>("database", tags: ["ready"]);

    private static void Localize(RequestLocalizationOptions localization)
    {
        CultureInfo[] cultures = [.. Languages.All.Select(CultureInfo.GetCultureInfo)];
        localization.DefaultRequestCulture = new RequestCulture(cultures[0]);
        localization.SupportedCultures = localization.SupportedUICultures = cultures;
        localization.RequestCultureProviders = [new CustomRequestCultureProvider(Chosen)];
    }

    /// <summary>German unless English was chosen: a city's site does not guess from the browser.</summary>
    private static Task<ProviderCultureResult?> Chosen(HttpContext http) =>
        Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(Languages.Known(http.Request.Cookies[LanguageCookie])));
}

using System.Net;
using Microsoft.Net.Http.Headers;
using Participation.Web.Council.Oparl.Import;

namespace Participation.Web.Council.Oparl;

/// <summary>OParl 1.1: the council's side for programs of others.</summary>
internal static class OparlSetup
{
    /// <summary>Name of the rule by which scripts of all sites may read.</summary>
    public const string Reads = "oparl-reads";

    public static IServiceCollection AddOparl(this IServiceCollection services)
    {
        services.AddOptions<OparlOptions>().BindConfiguration(OparlOptions.Section).ValidateDataAnnotations()
            .Validate(options => options.License is { IsAbsoluteUri: true }, "Oparl:License needs to be the address of a licence.").ValidateOnStart();
        services.AddCors(cors => cors.AddPolicy(Reads, policy => policy.AllowAnyOrigin().WithMethods(HttpMethods.Get).WithHeaders(HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince, HeaderNames.Accept)
            .WithExposedHeaders(HeaderNames.ETag, HeaderNames.RetryAfter).SetPreflightMaxAge(TimeSpan.FromHours(1))));
        services.AddHttpClient(OparlClient.Public).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, AutomaticDecompression = DecompressionMethods.All, ConnectCallback = PublicAddresses.ConnectAsync });
        services.AddHttpClient(OparlClient.Anywhere).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, AutomaticDecompression = DecompressionMethods.All });
        services.AddSingleton(new OparlLimits()).AddScoped<OparlClient>().AddScoped<OparlPlaces>().AddScoped<OparlFiles>().AddScoped<OparlFileWords>().AddScoped<OparlPlacer>().AddScoped<OparlImport>();
        services.AddSingleton<OparlJson>().AddScoped<OparlAddresses>().AddScoped<OparlShapes>().AddScoped<OparlQueries>().AddScoped<OparlLists>();
        return services.AddScoped<BodyReader>().AddScoped<IOparlReader>(scope => scope.GetRequiredService<BodyReader>())
            .AddScoped<IOparlReader, TermReader>().AddScoped<IOparlReader, OrganizationReader>().AddScoped<IOparlReader, PersonReader>().AddScoped<IOparlReader, MembershipReader>()
            .AddScoped<IOparlReader, LocationReader>().AddScoped<IOparlReader, MeetingReader>().AddScoped<IOparlReader, AgendaItemReader>().AddScoped<IOparlReader, PaperReader>()
            .AddScoped<IOparlReader, ConsultationReader>().AddScoped<IOparlReader, FileReader>();
    }
}

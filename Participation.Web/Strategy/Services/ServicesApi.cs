using System.ComponentModel;
using System.Globalization;
using Participation.Domain.Strategy.Services;
using Participation.Web.Hosting;
using Participation.Web.Hosting.Api;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Services;

/// <summary>Reads online services: <c>/api/v1/services</c>.</summary>
internal static class ServicesApi
{
    public static void MapServicesApi(this IEndpointRouteBuilder app)
    {
        var reads = app.ApiReads("Online-Dienste");
        reads.MapGet("/services", ListAsync).Produces<ApiPage<ApiService>>().WithName("listServices").WithSummary("Online-Dienste auflisten")
            .WithDescription("Dienste auf der Liste nach Nummer, mit Reifegrad und Ampel.");
        reads.MapGet("/services/{number:int}", OneAsync).Produces<ApiService>().WithName("readService").WithSummary("Einen Online-Dienst lesen").WithMetadata(ApiSetup.Problem(404));
    }

    private static async Task<IResult> ListAsync(
        ServiceQueries queries, HttpContext http, CancellationToken cancel,
        [Description("Ampel: red, yellow oder green.")] string? light = null,
        [Description("Aus „next“ der vorigen Seite.")] string? after = null, [Description("Höchstens so viele, 1 bis 100.")] int limit = ApiPages.DefaultLimit)
    {
        var fields = new ApiFields();
        ApiQuery.Limit(fields, limit);
        var known = ApiQuery.Given(light) is { } word ? ApiQuery.OneOf<TrafficLight>(fields, "light", word) : null;
        var from = ApiQuery.Cursor(fields, after, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (int?)number : null);
        if (fields.Any) return fields.Problem();
        var rows = (await queries.ListAsync(cancel)).Where(service => service.Number > (from ?? 0) && (known is null || service.Light == known)).OrderBy(service => service.Number).Take(limit + 1);
        return TypedResults.Ok(ApiPages.Of(http, [.. rows.Select(ApiService.Of)], limit, service => service.Number.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<IResult> OneAsync([Description("Nummer des Dienstes.")] int number, ServiceQueries queries, CancellationToken cancel) =>
        TypedResults.Ok(ApiService.Of(await queries.ListedAsync(number, cancel) ?? throw new NotFoundException()));
}

/// <summary>An online service.</summary>
[Description("Ein Online-Dienst mit Reifegrad und Ampel.")]
public sealed record ApiService(
    int Number,
    [property: Description("Adresse auf der Website.")] string Url,
    string Name,
    [property: Description("Leistungsschlüssel (LeiKa), 14 Ziffern.")] string? Key,
    string Description,
    [property: Description("Reifegradmodell: 1.1 oder 2.0.")] string MaturityModel,
    [property: Description("Stufe im Modell.")] int MaturityLevel,
    TrafficLight Light,
    [property: Description("Grund, wenn die Ampel anders steht, als die Stufe sagt.")] string? LightReason,
    [property: Description("Wo der Dienst genutzt wird.")] string? ServiceUrl,
    string? Note, string? Office, DateTimeOffset ChangedAt)
{
    internal static ApiService Of(ServiceRow row) => new(
        row.Number, Links.Service(row.Number, row.Name), row.Name, row.Key, row.Description, ServiceWords.Of(row.Model), row.Level, row.Light, row.LightReason, row.Address, row.Note, row.Office, row.ChangedAt);
}

using Microsoft.AspNetCore.OutputCaching;
using Participation.Domain.Strategy.Services;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Services;

/// <summary>The list as a file, now and as it was at the end of a quarter. Its columns are documented in docs/strategy.md and only grow.</summary>
internal static class ServiceFiles
{
    /// <summary>The columns, in order; the file that is read in has the same.</summary>
    public static readonly string[] Columns = ["nummer", "name", "leistungsschluessel", "beschreibung", "reifegradmodell", "stufe", "ampel", "ampel_grund", "adresse", "hinweis", "zustaendig"];

    /// <summary>Words for the lights in the file; they know no language, so that it can be read in again.</summary>
    public static readonly IReadOnlyDictionary<TrafficLight, string> Lights = new Dictionary<TrafficLight, string> { [TrafficLight.Green] = "grün", [TrafficLight.Yellow] = "gelb", [TrafficLight.Red] = "rot" };

    public static void MapServiceFiles(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("").AllowAnonymous().ExcludeFromDescription().WithMetadata(new OutputCacheAttribute { PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Services] });
        files.MapGet(Links.ServicesCsv, async (ServiceQueries queries, CancellationToken cancel) => File(await queries.ListAsync(cancel), "dienste.csv"));
        files.MapGet("/dienste/stand/{year:int}-{number:int}.csv", AtQuarterAsync);
    }

    /// <summary>The lines of a file.</summary>
    public static IEnumerable<IEnumerable<string>> Lines(IEnumerable<ServiceRow> services) => services.Select(service => (IEnumerable<string>)
    [
        service.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), service.Name, service.Key is { } key ? ServiceWords.Key(key) : "", service.Description, ServiceWords.Of(service.Model),
        service.Level.ToString(System.Globalization.CultureInfo.InvariantCulture), Lights[service.Light], service.LightReason ?? "", service.Address ?? "", service.Note ?? "", service.Office ?? "",
    ]).Prepend(Columns);

    private static async Task<IResult> AtQuarterAsync(int year, int number, ServiceQueries queries, CityClock clock, CancellationToken cancel)
    {
        var quarter = new Quarter(year, number);
        if (!quarter.IsPossible || quarter.LastDay >= clock.Today) throw new NotFoundException();
        return File(await queries.AtEndOfAsync(quarter.LastDay, cancel), $"dienste-{year}-{number}.csv");
    }

    private static IResult File(IEnumerable<ServiceRow> services, string name) => Results.File(CsvText.File(Lines(services)), CsvText.ContentType, name);
}

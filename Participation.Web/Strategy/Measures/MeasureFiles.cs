using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Measures;

/// <summary>All public measures as files. Columns and names are documented in docs/strategy.md and only grow; words in them are those of the city, whatever language is read, and the key of a status stays what it is.</summary>
internal static class MeasureFiles
{
    private static readonly string[] Columns = ["nummer", "titel", "handlungsfeld", "status", "grund", "fortschritt", "meilensteine", "meilensteine_erledigt", "naechster_meilenstein", "naechster_termin", "tage_ueberfaellig", "verantwortlich", "geaendert", "adresse", "status_schluessel"];

    public static void MapMeasureFiles(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("").AllowAnonymous().ExcludeFromDescription().WithMetadata(new OutputCacheAttribute { PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Strategy, CacheTags.Organisations] });
        files.MapGet(Links.MeasuresCsv, async (MeasureQueries queries, CityClock clock, CancellationToken cancel) =>
            Results.File(CsvText.File((await queries.AllAsync(new MeasureFilter(), cancel)).Select(row => Line(row, clock)).Prepend(Columns)), CsvText.ContentType, "massnahmen.csv"));
        files.MapGet(Links.MeasuresJson, async (MeasureQueries queries, CityClock clock, CancellationToken cancel) =>
        {
            var milestones = await queries.MilestonesAsync(null, cancel);
            return Results.Json((await queries.AllAsync(new MeasureFilter(), cancel)).Select(row => ApiMeasure.Of(row, milestones[row.Number], clock)));
        });
    }

    private static IEnumerable<string> Line(MeasureRow row, CityClock clock) =>
    [
        Number(row.Number), row.Title, row.FieldTitle, ContentLanguage.Say(MeasuresTexts.ResourceManager, row.Status.ToString()), row.StatusReason ?? "", Number(row.Progress), Number(row.Milestones), Number(row.MilestonesDone), row.NextTitle ?? "",
        row.NextDue?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", Number(row.DaysOverdue(clock.Today)), row.Organisation ?? "", clock.Iso(row.ChangedAt), Links.Measure(row.Number, row.Title), row.Status.ToString(),
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

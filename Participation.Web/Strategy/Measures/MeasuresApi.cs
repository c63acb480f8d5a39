using System.ComponentModel;
using System.Globalization;
using Participation.Domain.Strategy.Measures;
using Participation.Web.Hosting;
using Participation.Web.Hosting.Api;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Measures;

/// <summary>Reads measures: <c>/api/v1/measures</c>.</summary>
internal static class MeasuresApi
{
    public static void MapMeasuresApi(this IEndpointRouteBuilder app)
    {
        var reads = app.ApiReads("Strategie");
        reads.MapGet("/measures", ListAsync).Produces<ApiPage<ApiMeasure>>().WithName("listMeasures").WithSummary("Maßnahmen auflisten")
            .WithDescription("Öffentliche Maßnahmen der Strategie nach Nummer, mit Meilensteinen. Der Fortschritt ist eine Angabe, die Meilensteine sind gezählt.");
        reads.MapGet("/measures/{number:int}", OneAsync).Produces<ApiMeasure>().WithName("readMeasure").WithSummary("Eine Maßnahme lesen").WithMetadata(ApiSetup.Problem(404));
    }

    private static async Task<IResult> ListAsync(
        MeasureQueries queries, CityClock clock, HttpContext http, CancellationToken cancel,
        [Description("Stand: planned, begun, implemented, deferred oder stopped.")] string? status = null,
        [Description("Nummer des Handlungsfelds.")] int? field = null,
        [Description("Adresse der verantwortlichen Organisation.")] string? organisation = null,
        [Description("Nur mit überfälligem Termin.")] bool overdue = false,
        [Description("Aus „next“ der vorigen Seite.")] string? after = null, [Description("Höchstens so viele, 1 bis 100.")] int limit = ApiPages.DefaultLimit)
    {
        var fields = new ApiFields();
        ApiQuery.Limit(fields, limit);
        fields.Text("organisation", organisation, 0, Domain.Slug.MaxLength);
        var known = ApiQuery.Given(status) is { } word ? ApiQuery.OneOf<MeasureStatus>(fields, "status", word) : null;
        var from = ApiQuery.Cursor(fields, after, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (int?)number : null);
        if (fields.Any) return fields.Problem();
        var rows = await queries.AfterAsync(new MeasureFilter(field, known, ApiQuery.Given(organisation), overdue), from ?? 0, limit + 1, cancel);
        var milestones = await queries.MilestonesAsync([.. rows.Select(row => row.Number)], cancel);
        return TypedResults.Ok(ApiPages.Of(http, [.. rows.Select(row => ApiMeasure.Of(row, milestones[row.Number], clock))], limit, measure => measure.Number.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<IResult> OneAsync([Description("Nummer der Maßnahme.")] int number, MeasureQueries queries, CityClock clock, CancellationToken cancel)
    {
        var row = (await queries.ByNumberAsync([number], cancel)).SingleOrDefault() ?? throw new NotFoundException();
        return TypedResults.Ok(ApiMeasure.Of(row, (await queries.MilestonesAsync([number], cancel))[number], clock));
    }
}

/// <summary>A measure.</summary>
[Description("Eine Maßnahme der Strategie.")]
public sealed record ApiMeasure(
    int Number,
    [property: Description("Adresse auf der Website.")] string Url,
    string Title,
    [property: Description("Nummer des Handlungsfelds.")] int Field,
    string FieldTitle, MeasureStatus Status,
    [property: Description("Grund, wenn zurückgestellt oder eingestellt.")] string? StatusReason,
    [property: Description("Fortschritt in Prozent, wie angegeben.")] int Progress,
    [property: Description("Verantwortliche Organisation.")] string? Organisation,
    [property: Description("Seit wie vielen Tagen der älteste offene Termin überfällig ist; 0, wenn keiner es ist.")] int DaysOverdue,
    IReadOnlyList<ApiMilestone> Milestones, DateTimeOffset ChangedAt)
{
    internal static ApiMeasure Of(MeasureRow row, IEnumerable<MilestoneView> milestones, CityClock clock) => new(
        row.Number, Links.Measure(row.Number, row.Title), row.Title, row.Field, row.FieldTitle, row.Status, row.StatusReason, row.Progress, row.Organisation, row.DaysOverdue(clock.Today),
        [.. milestones.Select(milestone => new ApiMilestone(milestone.Title, milestone.DueOn, milestone.DoneOn))], row.ChangedAt);
}

/// <summary>A milestone.</summary>
[Description("Ein Meilenstein: was bis wann zugesagt ist und wann es erledigt war.")]
public sealed record ApiMilestone(string Title, DateOnly DueOn, DateOnly? DoneOn);

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Domain.Moderation;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Transparency;

/// <summary>The figures as open data. The columns and names are documented in docs/transparency.md and only grow.</summary>
internal static class TransparencyFiles
{
    /// <summary>How reports are written and kept.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() }, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, IgnoreReadOnlyProperties = true };

    private static readonly string[] Columns = ["period", "figure", "by", "and", "value"];

    public static void MapTransparency(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("/transparenz").AllowAnonymous().ExcludeFromDescription()
            .WithMetadata(new OutputCacheAttribute { PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Transparency] });
        files.MapGet("/{year:int}-{half:int}.json", (int year, int half, TransparencyQueries queries, CancellationToken cancel) =>
            FileAsync(new HalfYear(year, half), queries, report => Results.Json(report, Json), cancel));
        files.MapGet("/{year:int}-{half:int}.csv", (int year, int half, TransparencyQueries queries, CancellationToken cancel) =>
            FileAsync(new HalfYear(year, half), queries, report => Results.File(CsvText.File(Lines(report).Prepend(Columns)), CsvText.ContentType, $"transparenz-{report.Period}.csv"), cancel));
    }

    private static async Task<IResult> FileAsync(HalfYear half, TransparencyQueries queries, Func<TransparencyReport, IResult> write, CancellationToken cancel) =>
        write(await queries.FindAsync(half, cancel) ?? throw new NotFoundException());

    /// <summary>One figure a line; what it is broken down by stands in two columns.</summary>
    private static IEnumerable<IEnumerable<string>> Lines(TransparencyReport report)
    {
        foreach (var figure in report.Notices.ByReason)
        {
            yield return Line("notices-received", figure.Reason, "", figure.Received);
            yield return Line("notices-decided", figure.Reason, NoticeOutcome.ActedOn, figure.ActedOn);
            yield return Line("notices-decided", figure.Reason, NoticeOutcome.NotActedOn, figure.NotActedOn);
            yield return Line("notices-decided", figure.Reason, NoticeOutcome.Removed, figure.Removed);
        }

        yield return Line("notices-acted-on-law", "", "", report.Notices.OnLaw);
        yield return Line("notices-acted-on-terms", "", "", report.Notices.OnTerms);
        yield return Line("notices-open", "", "", report.Notices.Open);
        foreach (var line in Times("notices", report.Notices.Times)) yield return line;
        foreach (var group in report.Decisions.GroupBy(figure => (figure.Measure, figure.Ground))) yield return Line("decisions", group.Key.Measure, group.Key.Ground, group.Sum(figure => figure.Count));
        foreach (var group in report.Decisions.GroupBy(figure => figure.Source)) yield return Line("decisions-by-source", group.Key, "", group.Sum(figure => figure.Count));
        yield return Line("decisions-automated", "", "", report.Automation.Automated);
        yield return Line("automated-checked", "", "", report.Automation.Checked);
        yield return Line("automated-overturned", "", "", report.Automation.Overturned);
        yield return Line("complaints-filed", "Author", "", report.Complaints.FromAuthors);
        yield return Line("complaints-filed", "Notifier", "", report.Complaints.FromNotifiers);
        yield return Line("complaints-decided", ComplaintOutcome.Confirmed, "", report.Complaints.Confirmed);
        yield return Line("complaints-decided", ComplaintOutcome.Reversed, "", report.Complaints.Reversed);
        yield return Line("complaints-open", "", "", report.Complaints.Open);
        foreach (var line in Times("complaints", report.Complaints.Times)) yield return line;
        yield return Line("active-people-months", "", "", report.ActivePeople.Months);
        if (report.ActivePeople.Average is { } average) yield return Line("active-people-average", "", "", average);

        IEnumerable<IEnumerable<string>> Times(string of, DecisionTimes times)
        {
            if (times.MedianHours is { } median) yield return Line($"{of}-median-hours", "", "", median);
            if (times.NinetiethHours is { } ninetieth) yield return Line($"{of}-90th-percentile-hours", "", "", ninetieth);
        }

        IEnumerable<string> Line(string figure, object by, object and, double value) => [report.Period, figure, $"{by}", $"{and}", value.ToString(CultureInfo.InvariantCulture)];
    }
}

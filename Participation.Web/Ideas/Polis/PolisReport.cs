using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Participation.Web.Ideas.Polis;

/// <summary>The summary with which import and export end.</summary>
internal sealed record PolisReport(string Process, IdeasReport Ideas, int Authors, int Voters, int People, StancesReport Stances, int Refused, IReadOnlyList<RefusedRow> RefusedRows)
{
    public static JsonSerializerOptions Format { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static PolisReport Of(string process, PolisCounts counts, IReadOnlyList<RefusedRow> refused) => new(
        process, new IdeasReport(counts.Ideas, counts.Published, counts.Declined, counts.Submitted), counts.Authors, counts.Voters, counts.People,
        new StancesReport(counts.Stances, counts.For, counts.Neutral, counts.Against), refused.Count, refused);

    public static string Text(string process, PolisCounts counts, int refused) => string.Create(CultureInfo.InvariantCulture, $"""
        Process   {process}
        Ideas     {counts.Ideas:N0}: {counts.Published:N0} published, {counts.Declined:N0} declined, {counts.Submitted:N0} submitted
        Authors   {counts.Authors:N0}
        People    {counts.People:N0}, of whom {counts.Voters:N0} took a stance
        Stances   {counts.Stances:N0}: {counts.For:N0} for, {counts.Neutral:N0} neutral, {counts.Against:N0} against
        Refused   {refused:N0} rows
        """);
}

internal sealed record IdeasReport(int Total, int Published, int Declined, int Submitted);

internal sealed record StancesReport(int Total, int For, int Neutral, int Against);

using System.Text;
using CsvHelper;
using Participation.Domain.Strategy.Services;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Services.Import;

/// <summary>
/// A table as spreadsheets save it: semicolons, commas or tabs; UTF-8 with or without a mark in front, UTF-16, or what German Excel writes
/// when it is not told otherwise.
/// </summary>
internal static class ServiceTable
{
    /// <summary>Largest file, in megabytes.</summary>
    public const int MaxMegabytes = 1;

    /// <summary>Largest file, in bytes.</summary>
    public const int MaxBytes = MaxMegabytes * 1024 * 1024;

    /// <summary>Most rows below the names of the columns.</summary>
    public const int MaxRows = OnlineService.Most;

    private static readonly string[] Needed = ["name", "beschreibung", "reifegradmodell", "stufe"];

    private static readonly char[] Separators = [';', ',', '\t'];

    /// <summary>Reads the rows; what is wrong with the table as a whole is noted.</summary>
    public static IReadOnlyList<TableRow> Read(byte[] file, ImportErrors errors)
    {
        if (Decode(file) is not { } text || text.Contains('\0', StringComparison.Ordinal))
        {
            errors.Add(1, null, ImportTexts.NotReadable);
            return [];
        }

        var records = Records(text, errors);
        if (errors.Any) return [];
        if (records.Count == 0)
        {
            errors.Add(1, null, ImportTexts.Empty);
            return [];
        }

        string[] columns = [.. records[0].Fields.Select(name => name.Trim().TrimStart('\uFEFF').ToLowerInvariant())];
        CheckColumns(columns, errors);
        if (records.Count == 1 && !errors.Any) errors.Add(1, null, ImportTexts.Empty);
        if (records.Count - 1 > MaxRows) errors.Add(MaxRows + 2, null, ImportTexts.TooManyRows.With(MaxRows));
        if (errors.Any) return [];
        foreach (var record in records.Skip(1).Where(record => record.Fields.Skip(columns.Length).Any(field => field.Length > 0))) errors.Add(record.Line, null, ImportTexts.TooManyCells);
        return [.. records.Skip(1).Select(record => new TableRow(record.Line, columns.Zip(record.Fields).Where(cell => cell.First.Length > 0).ToDictionary(cell => cell.First, cell => CsvText.Read(cell.Second.Trim()), StringComparer.Ordinal)))];
    }

    private static void CheckColumns(string[] columns, ImportErrors errors)
    {
        foreach (var missing in Needed.Except(columns)) errors.Add(1, missing, ImportTexts.ColumnMissing.With(missing));
        foreach (var twice in columns.Where(name => name.Length > 0).GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1)) errors.Add(1, twice.Key, ImportTexts.ColumnTwice.With(twice.Key));
        foreach (var unknown in columns.Where(name => name.Length > 0 && !ServiceFiles.Columns.Contains(name))) errors.Add(1, unknown, ImportTexts.ColumnUnknown.With(unknown));
    }

    private static List<(int Line, string[] Fields)> Records(string text, ImportErrors errors)
    {
        List<(int, string[])> records = [];
        string? malformed = null;
        using var reader = CsvReader.Create(Encoding.UTF8.GetBytes(text), new CsvReaderOptions
        {
            Separator = Separator(text), HasHeader = false, TrackLineNumbers = true, DetectSeparatorHint = false,
            OnMalformedRecord = record => malformed = record.Reason is CsvMalformedReason.UnterminatedQuote ? ImportTexts.QuoteOpen : record.Reason is CsvMalformedReason.TextAfterClosingQuote ? ImportTexts.NotReadable : malformed,
        });
        while (reader.Read() && records.Count <= MaxRows + 1)
        {
            string[] fields = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
            if (malformed is not null)
            {
                errors.Add((int)reader.LineNumber, null, malformed);
                break;
            }

            // Excel ends tables with rows of nothing but separators.
            if (Array.Exists(fields, field => !string.IsNullOrWhiteSpace(field))) records.Add(((int)reader.LineNumber, fields));
        }

        return records;
    }

    /// <summary>The separator that the first line has most of.</summary>
    private static char Separator(string text)
    {
        var end = text.AsSpan().IndexOfAny('\n', '\r');
        var first = end < 0 ? text : text[..end];
        return Separators.MaxBy(candidate => first.Count(letter => letter == candidate));
    }

    private static string? Decode(byte[] file)
    {
        try
        {
            if (file.AsSpan().StartsWith(Encoding.Unicode.Preamble)) return new UnicodeEncoding(false, true, true).GetString(file.AsSpan(2));
            var start = file.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file.AsSpan(start));
        }
        catch (ArgumentException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)?.GetString(file);
        }
    }
}

/// <summary>A row of the table.</summary>
/// <param name="Line">The line of the file on which it begins, from 1.</param>
/// <param name="Cells">Its cells by the names of their columns.</param>
internal sealed record TableRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>A cell; empty when the column is not there.</summary>
    public string this[string column] => Cells.TryGetValue(column, out var cell) ? cell : "";
}

/// <summary>What is wrong with a table, in the order of its rows.</summary>
internal sealed class ImportErrors
{
    /// <summary>Most errors that are shown.</summary>
    public const int Shown = 100;

    private readonly List<ImportError> _errors = [];

    public bool Any => _errors.Count > 0;

    /// <summary>The first of them.</summary>
    public IReadOnlyList<ImportError> First => [.. _errors.OrderBy(error => error.Line).Take(Shown)];

    /// <summary>Whether there are more.</summary>
    public bool HasMore => _errors.Count > Shown;

    public void Add(int line, string? column, string text) => _errors.Add(new ImportError(line, column, text));
}

/// <summary>One mistake of a table.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Column">The column, if one is to blame.</param>
/// <param name="Text">What is wrong.</param>
public sealed record ImportError(int Line, string? Column, string Text)
{
    /// <summary>Row, column and mistake in one sentence.</summary>
    public string Sentence => Column is null ? ImportTexts.ErrorRow.With(Line, Text) : ImportTexts.ErrorAt.With(Line, Column, Text);
}

using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;

namespace Participation.Web.Ideas.Polis;

/// <summary>
/// The records of a CSV file with their line numbers. A quote that is never closed would swallow all rows after it; such a record
/// is given up at its first line, and reading goes on with the next row.
/// </summary>
internal static partial class PolisRecords
{
    /// <param name="path">The file; UTF-8 unless a byte order mark says otherwise.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<List<PolisRecord>> ReadAsync(string path, CancellationToken cancel)
    {
        ReadOnlyMemory<byte> rest = Encoding.UTF8.GetBytes(await File.ReadAllTextAsync(path, cancel));
        var (records, line) = (new List<PolisRecord>(), 1L);
        while (Read(rest, line, records) is { } swallowed) (rest, line) = (rest[swallowed.Offset..], swallowed.Line);
        return records;
    }

    /// <returns>Where to go on after a record that swallowed others, or null at the end.</returns>
    private static (int Offset, long Line)? Read(ReadOnlyMemory<byte> text, long firstLine, List<PolisRecord> records)
    {
        CsvMalformedReason? malformed = null;
        using var reader = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = ',', HasHeader = false, TrackLineNumbers = true, DetectSeparatorHint = false, OnMalformedRecord = record => malformed = record.Reason,
        });
        while (reader.Read())
        {
            var line = firstLine + reader.LineNumber - 1;
            var raw = Encoding.UTF8.GetString(reader.RawRecord);
            if (raw.Contains('\n', StringComparison.Ordinal) && RowStart().Match(raw) is { Success: true } row)
            {
                records.Add(new PolisRecord((int)line, [], "a quote is not closed"));
                return ((int)reader.ByteOffset + Encoding.UTF8.GetByteCount(raw.AsSpan(0, row.Index)), line + raw.AsSpan(0, row.Index).Count('\n'));
            }

            string[] fields = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
            records.Add(new PolisRecord((int)line, fields, Problem(malformed)));
            malformed = null;
        }

        return null;
    }

    /// <summary>A quote within a field without quotes is plain text; everything else leaves in doubt what was meant.</summary>
    private static string? Problem(CsvMalformedReason? malformed) => malformed switch
    {
        CsvMalformedReason.UnterminatedQuote => "a quote is not closed",
        CsvMalformedReason.TextAfterClosingQuote => "there is text after a closing quote",
        _ => null,
    };

    /// <summary>Milliseconds, a date in words, the number of a contribution: how every row of Polis begins, at the beginning of a line within another row.</summary>
    [GeneratedRegex("(?<=\\n)\\d{12,14},[^,\\n]{0,60},\\d+,", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RowStart();
}

/// <summary>One record.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="Problem">Why it cannot be used, if so.</param>
internal sealed record PolisRecord(int Line, string[] Fields, string? Problem);

using System.Globalization;

namespace Participation.Web.Ideas.Polis;

/// <summary>One CSV file with a header: gives its fields by name and keeps what it had to refuse.</summary>
internal sealed class PolisFile
{
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<PolisRecord> _rows;
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _name;
    private readonly List<RefusedRow> _refused;

    private PolisFile(string name, List<PolisRecord> records, List<RefusedRow> refused)
    {
        (_name, _refused) = (name, refused);
        var header = records.FirstOrDefault() ?? throw new PolisFormatException($"{name} is empty.");
        for (var i = 0; i < header.Fields.Length; i++) _columns.TryAdd(header.Fields[i].Trim(), i);
        _rows = records[1..];
    }

    /// <summary>Opens a file and checks that it has the columns.</summary>
    public static async Task<PolisFile> OpenAsync(string directory, string name, string[] columns, List<RefusedRow> refused, CancellationToken cancel)
    {
        var path = Path.Combine(directory, name);
        if (!File.Exists(path)) throw new PolisFormatException($"{name} is not in {directory}.");
        var file = new PolisFile(name, await PolisRecords.ReadAsync(path, cancel), refused);
        if (Array.Find(columns, column => !file._columns.ContainsKey(column)) is { } missing) throw new PolisFormatException($"{name} has no column {missing}.");
        return file;
    }

    /// <summary>Reads every row; a row that throws <see cref="FormatException"/> is refused, the others are kept.</summary>
    public IEnumerable<(int Line, T Row)> Read<T>(Func<PolisRecord, T> read) where T : class
    {
        foreach (var record in _rows)
        {
            T? row = null;
            try
            {
                if (record.Problem is { } problem) throw new FormatException(problem);
                if (record.Fields.Length != _columns.Count) throw new FormatException($"{record.Fields.Length} fields instead of {_columns.Count}");
                row = read(record);
            }
            catch (FormatException broken)
            {
                Refuse(record.Line, broken.Message);
            }

            if (row is not null) yield return (record.Line, row);
        }
    }

    public void Refuse(int line, string reason) => _refused.Add(new RefusedRow(_name, line, reason));

    public string Text(PolisRecord record, string column) => record.Fields[_columns[column]];

    public long Number(PolisRecord record, string column) =>
        long.TryParse(Text(record, column), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"{column} is not a number");

    /// <summary>1, 0 or -1.</summary>
    public int Sign(PolisRecord record, string column) => Text(record, column) switch
    {
        "1" => 1,
        "0" => 0,
        "-1" => -1,
        _ => throw new FormatException($"{column} is not 1, 0 or -1"),
    };

    public DateTimeOffset Instant(PolisRecord record, string column)
    {
        var milliseconds = Number(record, column);
        if (milliseconds < Earliest.ToUnixTimeMilliseconds() || milliseconds >= Latest.ToUnixTimeMilliseconds())
            throw new FormatException($"{column} is not an instant in milliseconds since 1970");
        return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }
}

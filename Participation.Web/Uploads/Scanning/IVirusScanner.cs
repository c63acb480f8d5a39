using Participation.Domain;
using Participation.Domain.Uploads;

namespace Participation.Web.Uploads.Scanning;

/// <summary>Looks at a file before anything else of the site does.</summary>
public interface IVirusScanner
{
    /// <summary>Scans a file. Whatever goes wrong is no clean file.</summary>
    Task<ScanVerdict> ScanAsync(ReadOnlyMemory<byte> file, CancellationToken cancel);

    /// <summary>Whether it would answer now.</summary>
    Task<bool> AnswersAsync(CancellationToken cancel);
}

/// <summary>What a scanner says.</summary>
public enum ScanVerdict
{
    /// <summary>No answer, or none that can be understood.</summary>
    Unknown,

    /// <summary>Nothing was found.</summary>
    Clean,

    /// <summary>Something was found.</summary>
    Infected,
}

internal static class VirusScanning
{
    /// <summary>The refusal of a file, or null when it is clean.</summary>
    public static async Task<Refusal?> CheckAsync(this IVirusScanner scanner, ReadOnlyMemory<byte> file, CancellationToken cancel) => await scanner.ScanAsync(file, cancel) switch
    {
        ScanVerdict.Clean => null,
        ScanVerdict.Infected => new FileIsInfected(),
        _ => new ScannerIsAway(),
    };
}

using System.ComponentModel.DataAnnotations;

namespace Participation.Web.Uploads;

/// <summary>What may be uploaded and who looks at it before, section <c>Uploads</c>.</summary>
public sealed class UploadOptions
{
    public const string Section = "Uploads";

    /// <summary>What all images and documents together may take, in megabytes; 0 switches uploads off.</summary>
    [Range(0, 10_000_000)]
    public int QuotaMegabytes { get; set; } = 5_000;

    /// <summary>How many images are made at the same time; each takes up to some hundred megabytes of memory.</summary>
    [Range(1, 64)]
    public int AtOnce { get; set; } = 2;

    /// <summary>Seconds after which an image that is not done yet is given up.</summary>
    [Range(1, 300)]
    public int SecondsPerImage { get; set; } = 20;

    /// <summary>The virus scanner.</summary>
    public ClamAvOptions ClamAv { get; set; } = new();

    /// <summary>The room for everything, in bytes.</summary>
    public long QuotaBytes => QuotaMegabytes * 1024L * 1024L;
}

/// <summary>Where a ClamAV daemon listens.</summary>
public sealed class ClamAvOptions
{
    /// <summary><c>tcp://host:port</c> or <c>unix:/path</c>; empty: nothing is scanned.</summary>
    public string Address { get; set; } = "";

    /// <summary>Seconds until an answer; no answer means that the file is not taken.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 20;
}

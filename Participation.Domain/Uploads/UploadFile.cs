namespace Participation.Domain.Uploads;

/// <summary>One size of an uploaded image, as WebP that the site itself wrote.</summary>
public sealed class UploadFile
{
    /// <summary>Width for lists and phones, in pixels.</summary>
    public const int Small = 480;

    /// <summary>Width for reading, in pixels.</summary>
    public const int Large = 1600;

    private UploadFile() { }

    /// <summary>The image.</summary>
    public UploadId UploadId { get; private set; }

    /// <summary><see cref="Small"/> or <see cref="Large"/>; an image that was narrower is as wide as it was.</summary>
    public int Width { get; private set; }

    /// <summary>The file.</summary>
    public byte[] Content { get; private set; } = [];

    internal static UploadFile Of(UploadId upload, int width, byte[] content) => new() { UploadId = upload, Width = width, Content = content };
}

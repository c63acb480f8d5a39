using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using NetVips;
using Participation.Domain.Uploads;
using Participation.Web.Shared;

namespace Participation.Web.Uploads;

/// <summary>
/// Makes an uploaded image anew: only its pixels go on. Turned upright, in two widths, as WebP without any metadata; whatever else was in the file is not
/// even read, or left behind.
/// </summary>
public sealed class ImageMaker(IOptions<UploadOptions> options) : IDisposable
{
    /// <summary>An image may be so many times higher than it is wide, then it is made smaller.</summary>
    private const int MostTimesHigher = 2;

    /// <summary>Decoded bytes of one image: four bands of 8 bits each for the most pixels.</summary>
    private const long MostDecoded = Upload.MaxMegapixels * 1_000_000L * 4;

    private const int Quality = 80;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _places = new(options.Value.AtOnce);

    /// <returns>The image in its widths, or why not.</returns>
    public async Task<Outcome<MadeImage>> ExecuteAsync(byte[] file, CancellationToken cancel)
    {
        if (ImageTypes.Of(file) is var type && type is ImageType.Unknown) return new ImageTypeNotAllowed();
        if (!await _places.WaitAsync(Patience, cancel)) return new UploadsAreBusy();
        try
        {
            // Not cancelled with the request: libvips would go on in any case, and the place has to stay taken as long.
            return await Task.Run(() => Make(file, type), CancellationToken.None);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private Outcome<MadeImage> Make(byte[] file, ImageType type)
    {
        Libvips.Ensure();
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.SecondsPerImage));
        try
        {
            using var source = Open(file, type);
            if (IsTooLarge(source)) return new ImageHasTooManyPixels(Upload.MaxMegapixels, Upload.MaxSide);
            if (type is ImageType.Avif && (string)source.Get("heif-compression") != "av1") return new ImageTypeNotAllowed();
            using var turned = Shrink(source, UploadFile.Large);
            turned.SetProgress(new Progress<int>(), time.Token);
            using var large = turned.CopyMemory();
            using var small = Shrink(large, UploadFile.Small);
            return new MadeImage(large.Width, large.Height, new Dictionary<int, byte[]> { [UploadFile.Large] = Write(large), [UploadFile.Small] = Write(small) });
        }
        catch (VipsException)
        {
            return time.IsCancellationRequested ? new ImageTakesTooLong() : new ImageIsDamaged();
        }
    }

    /// <summary>Reads the header. Pixels come later and only once, so that little of the image is in memory at a time.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The caller disposes it.")]
    private static Image Open(byte[] file, ImageType type) => type switch
    {
        ImageType.Jpeg => Image.JpegloadBuffer(file, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error),
        ImageType.Png => Image.PngloadBuffer(file, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error),
        ImageType.WebP => Image.WebploadBuffer(file, page: 0, n: 1, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error),
        _ => Image.HeifloadBuffer(file, page: 0, n: 1, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error),
    };

    private static bool IsTooLarge(Image image)
    {
        var wide = image.Format is Enums.BandFormat.Uchar ? 1 : 2;
        return image.Width > Upload.MaxSide || image.Height > Upload.MaxSide || (long)image.Width * image.Height > Upload.MaxMegapixels * 1_000_000L
            || (long)image.Width * image.Height * image.Bands * wide > MostDecoded;
    }

    /// <summary>Makes an image upright and at most so wide, never wider than it was; in the colours of the web.</summary>
    private static Image Shrink(Image image, int width) =>
        image.ThumbnailImage(width, height: width * MostTimesHigher, size: Enums.Size.Down, inputProfile: "srgb", outputProfile: "srgb");

    private static byte[] Write(Image image) => image.WebpsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None);
}

/// <summary>An image that the site made.</summary>
/// <param name="Width">Width of the largest file, in pixels.</param>
/// <param name="Height">Height of the largest file, in pixels.</param>
/// <param name="Files">The files by their nominal width.</param>
public sealed record MadeImage(int Width, int Height, IReadOnlyDictionary<int, byte[]> Files);

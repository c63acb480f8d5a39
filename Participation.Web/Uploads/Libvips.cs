using NetVips;

namespace Participation.Web.Uploads;

/// <summary>
/// libvips as this site uses it: four readers of buffers and nothing else. Every other reader (SVG, PDF, GIF, TIFF, ImageMagick, anything from a file) is blocked
/// in the whole process, nothing is kept between images, and an image is made on one thread.
/// </summary>
internal static class Libvips
{
    private static readonly string[] Readers = ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer", "VipsForeignLoadHeifBuffer"];

    private static readonly Lazy<bool> Ready = new(Prepare);

    /// <summary>Prepares it at the first call; fails where the program was built without libvips for this platform.</summary>
    public static bool Ensure() => Ready.Value;

    private static bool Prepare()
    {
        NetVips.NetVips.BlockUntrusted = true;
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
        Operation.Block("VipsForeignLoad", true);
        foreach (var reader in Readers) Operation.Block(reader, false);
        // What it writes about broken files goes to nobody: the refusal says it.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.All, static (_, _, _) => { });
        return true;
    }
}

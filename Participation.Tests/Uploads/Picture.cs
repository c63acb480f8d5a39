using NetVips;
using Participation.Web.Uploads;

namespace Participation.Tests.Uploads;

/// <summary>Honest images, made here: nothing is read from anywhere.</summary>
internal static class Picture
{
    private static int _count;

    static Picture() => Libvips.Ensure();

    /// <summary>A photo of no place: no two are the same.</summary>
    public static Image Of(int width = 900, int height = 600)
    {
        using var noise = Image.Gaussnoise(width, height, mean: 120, sigma: 30, seed: Interlocked.Increment(ref _count));
        using var bytes = noise.Cast(Enums.BandFormat.Uchar);
        using var bands = bytes.Bandjoin(bytes, bytes);
        return bands.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    public static byte[] Jpeg(int width = 900, int height = 600, bool progressive = false)
    {
        using var image = Of(width, height);
        return image.JpegsaveBuffer(q: 70, interlace: progressive);
    }

    public static byte[] Cmyk()
    {
        using var image = Of(300, 200);
        using var ink = image.Colourspace(Enums.Interpretation.Cmyk);
        return ink.JpegsaveBuffer(q: 70);
    }

    public static byte[] Png(int width = 300, int height = 200, bool interlaced = false, bool palette = false)
    {
        using var image = Of(width, height);
        return image.PngsaveBuffer(interlace: interlaced, palette: palette);
    }

    public static byte[] Png16()
    {
        using var image = Of(300, 200);
        using var wide = image.Cast(Enums.BandFormat.Ushort);
        using var scaled = wide * 256;
        using var deep = scaled.Cast(Enums.BandFormat.Ushort);
        using var named = deep.Copy(interpretation: Enums.Interpretation.Rgb16);
        return named.PngsaveBuffer(bitdepth: 16);
    }

    public static byte[] Transparent()
    {
        using var image = Of(300, 200);
        using var alpha = image.Bandjoin(128);
        return alpha.PngsaveBuffer();
    }

    public static byte[] Grey()
    {
        using var image = Of(300, 200);
        using var grey = image.Colourspace(Enums.Interpretation.Bw);
        return grey.JpegsaveBuffer(q: 70);
    }

    public static byte[] WebP(int width = 300, int height = 200, bool lossless = false)
    {
        using var image = Of(width, height);
        return image.WebpsaveBuffer(lossless: lossless, effort: 0, keep: Enums.ForeignKeep.None);
    }

    public static byte[] Avif(int width = 300, int height = 200)
    {
        using var image = Of(width, height);
        return image.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0);
    }

    /// <summary>Many frames that move.</summary>
    public static byte[] AnimatedWebP(int frames)
    {
        using var strip = Of(64, 64 * frames);
        using var animated = strip.Mutate(image =>
        {
            image.Set(GValue.GIntType, "page-height", 64);
            image.Set(GValue.ArrayIntType, "delay", Enumerable.Repeat(40, frames).ToArray());
        });
        return animated.WebpsaveBuffer(effort: 0);
    }
}

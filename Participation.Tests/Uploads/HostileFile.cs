using System.Text;
using Participation.Domain.Uploads;

namespace Participation.Tests.Uploads;

/// <summary>A file that means no good, or only looks so.</summary>
/// <param name="Make">Makes it.</param>
/// <param name="Ends">What must become of it.</param>
internal sealed record HostileFile(Func<byte[]> Make, Ending Ends);

/// <summary>How a file may end.</summary>
/// <param name="Refusal">The refusal it gets; null when it is taken.</param>
/// <param name="MayBeTaken">Whether being taken is as good, as long as nothing but its pixels remains.</param>
internal sealed record Ending(Type? Refusal, bool MayBeTaken = false)
{
    /// <summary>Not one of the four kinds, by its bytes.</summary>
    public static readonly Ending Foreign = new(typeof(ImageTypeNotAllowed));

    /// <summary>One of them, but it cannot be read to its end.</summary>
    public static readonly Ending Damaged = new(typeof(ImageIsDamaged));

    /// <summary>Refused by its header, before a pixel is decoded.</summary>
    public static readonly Ending TooLarge = new(typeof(ImageHasTooManyPixels));

    /// <summary>Its pixels are taken and nothing else.</summary>
    public static readonly Ending Taken = new((Type?)null);

    /// <summary>The reader may stop at it, or pass it over.</summary>
    public static readonly Ending DamagedOrTaken = new(typeof(ImageIsDamaged), MayBeTaken: true);
}

/// <summary>All of them, by name.</summary>
internal static class HostileFiles
{
    /// <summary>What must not be found in anything that the site serves.</summary>
    public const string Marker = "alert(document.domain)";

    private static readonly byte[] Script = Encoding.ASCII.GetBytes($"<script>{Marker}</script><?php system($_GET['c']); ?>");

    public static IReadOnlyDictionary<string, HostileFile> All { get; } = Foreign().Concat(Broken()).Concat(Large()).Concat(Laden()).Concat(Unusual()).ToDictionary(pair => pair.Name, pair => pair.File);

    private static (string Name, HostileFile File) Of(string name, Ending ends, Func<byte[]> make) => (name, new HostileFile(make, ends));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Box(string brand, string more = "") => [0, 0, 0, (byte)(16 + more.Length), .. Utf8("ftyp" + brand), 0, 0, 0, 0, .. Utf8(more), .. new byte[64]];

    private static IEnumerable<(string Name, HostileFile File)> Foreign()
    {
        (string, Func<byte[]>)[] files =
        [
            ("plain text", () => Utf8("Guten Tag")), ("HTML", () => Script), ("HTML after white space", () => [.. "\r\n\t "u8, .. Script]), ("PHP", () => Utf8("<?php phpinfo(); ?>")), ("JavaScript", () => Utf8(Marker)),
            ("SVG with a script", () => Utf8($"<svg xmlns='http://www.w3.org/2000/svg'><script>{Marker}</script></svg>")), ("SVG that reads a file", () => Utf8("<svg xmlns:x='http://www.w3.org/1999/xlink'><image x:href='file:///etc/passwd'/></svg>")),
            ("SVG with entities", () => Utf8("<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg>&x;</svg>")), ("compressed SVG", () => [0x1F, 0x8B, 8, 0, .. new byte[60]]),
            ("MVG of ImageMagick", () => Utf8("push graphic-context\nviewbox 0 0 640 480\nfill 'url(https://example.org/\"|id\")'\npop graphic-context")), ("MSL of ImageMagick", () => Utf8("<?xml version='1.0'?><image><read filename='/etc/passwd'/></image>")),
            ("GIF 87a", () => [.. "GIF87a"u8, 1, 0, 1, 0, 0, 0, 0, 0x3B]), ("GIF 89a with JavaScript", () => Utf8($"GIF89a/*{new string(' ', 40)}*/=1;{Marker}")), ("BMP", () => [.. "BM"u8, .. new byte[80]]),
            ("TIFF, little-endian", () => [.. "II*\0"u8, 8, 0, 0, 0, .. new byte[64]]), ("TIFF, big-endian", () => [.. "MM\0*"u8, 0, 0, 0, 8, .. new byte[64]]), ("ICO", () => [0, 0, 1, 0, 1, 0, .. new byte[64]]),
            ("PSD", () => [.. "8BPS"u8, 0, 1, .. new byte[64]]), ("HEIC", () => Box("heic", "mif1heic")), ("HEIC under a general brand", () => Box("mif1", "mif1heic")), ("MP4", () => Box("isom", "isomavc1")),
            ("a box that says it is endless", () => [0xFF, 0xFF, 0xFF, 0xFF, .. "ftypavif"u8, .. new byte[64]]), ("a box that is too short", () => [0, 0, 0, 8, .. "ftypavif"u8, .. new byte[64]]),
            ("JPEG 2000", () => [0, 0, 0, 12, .. "jP  \r\n"u8, 0x87, 0x0A, .. new byte[64]]), ("JPEG XL", () => [0xFF, 0x0A, .. new byte[64]]), ("OpenEXR", () => [0x76, 0x2F, 0x31, 0x01, .. new byte[64]]),
            ("Radiance", () => Utf8("#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 1 +X 1\n")), ("FITS", () => Utf8("SIMPLE  =                    T")), ("PDF", () => Utf8("%PDF-1.7\n%%EOF")), ("PostScript", () => Utf8("%!PS-Adobe-3.0 EPSF-3.0\n")),
            ("ZIP", () => [.. "PK\x03\x04"u8, .. new byte[64]]), ("ELF", () => [0x7F, .. "ELF"u8, .. new byte[64]]), ("EXE", () => [.. "MZ"u8, .. new byte[64]]), ("WAV", () => [.. "RIFF"u8, 40, 0, 0, 0, .. "WAVE"u8, .. new byte[40]]),
            ("AVI", () => [.. "RIFF"u8, 40, 0, 0, 0, .. "AVI "u8, .. new byte[40]]), ("PPM", () => Utf8("P6 1 1 255\nabc")), ("a JPEG after a byte order mark", () => [0xEF, 0xBB, 0xBF, .. Picture.Jpeg(40, 30)]),
            ("a PNG after a line break", () => [0x0A, .. Picture.Png(40, 30)]), ("a PNG whose line ends were converted", () => [0x89, .. "PNG\n\x1A\n"u8, .. Picture.Png(40, 30)[8..]]), ("a script before a JPEG", () => [.. Script, .. Picture.Jpeg(40, 30)]),
            ("libvips' own format", () => [0xB6, 0xA6, 0xF2, 0x08, .. new byte[64]]), ("a single byte", () => [0xFF]),
        ];
        return files.Select(file => Of(file.Item1, Ending.Foreign, file.Item2));
    }

    private static IEnumerable<(string Name, HostileFile File)> Broken()
    {
        yield return Of("an empty file", new Ending(typeof(FileIsMissing)), () => []);
        yield return Of("ten megabytes and a byte", new Ending(typeof(FileIsTooLarge)), () => [0xFF, 0xD8, 0xFF, .. new byte[Upload.MaxBytes - 2]]);
        (string, Func<byte[]>)[] files =
        [
            ("three bytes of JPEG", () => [0xFF, 0xD8, 0xFF]), ("eight bytes of PNG", () => [0x89, .. "PNG\r\n\x1A\n"u8]), ("twelve bytes of WebP", () => [.. "RIFF"u8, 4, 0, 0, 0, .. "WEBP"u8, 0]), ("a brand of AVIF and zeros", () => Box("avif", "avifmif1")),
            ("half a JPEG", () => Half(Picture.Jpeg())), ("half a PNG", () => Half(Picture.Png())), ("half a WebP", () => Half(Picture.WebP())), ("half an AVIF", () => Half(Picture.Avif())),
            ("a JPEG of noise", () => [0xFF, 0xD8, 0xFF, 0xE0, .. Noise(5000)]), ("a WebP of noise", () => RiffBytes.Of(RiffBytes.Chunk("VP8 ", Noise(5000)))), ("an AVIF of noise", () => [.. Box("avif", "avifmif1"), .. Noise(5000)]),
            ("a script after three bytes of JPEG", () => [0xFF, 0xD8, 0xFF, .. Script]), ("a PNG of no size", () => PngBytes.Of(0, 0, 8, 2, [])), ("a PNG without pixels", () => [.. PngBytes.Header(10, 10), .. PngBytes.Chunk("IEND", [])]),
            ("a PNG with too few pixels", () => PngBytes.Of(100, 100, 8, 2, new byte[50])), ("a PNG whose pixels are not compressed", () => [.. PngBytes.Header(10, 10), .. PngBytes.Chunk("IDAT", Noise(400)), .. PngBytes.Chunk("IEND", [])]),
            ("a PNG with a wrong check sum", () => Flip(PngBytes.Of(10, 10, 8, 2, new byte[310]), 45)), ("a PNG of an unknown depth", () => PngBytes.Of(10, 10, 7, 2, new byte[310])), ("a PNG with 2³¹ columns", () => PngBytes.Of(0x80000000, 10, 8, 2, new byte[310])),
            ("a chunk that is longer than the file", () => [.. PngBytes.Header(10, 10), 0x7F, 0xFF, 0xFF, 0xFF, .. "IDAT"u8, .. Noise(100)]),
        ];
        foreach (var (name, make) in files) yield return Of(name, Ending.Damaged, make);
    }

    private static IEnumerable<(string Name, HostileFile File)> Large()
    {
        (string, Func<byte[]>)[] files =
        [
            ("a PNG of 16,000 by 16,000 zeros", () => [.. PngBytes.Header(16_000, 16_000, 1, 0), .. PngBytes.Chunk("IDAT", PngBytes.Bomb(32)), .. PngBytes.Chunk("IEND", [])]), ("a PNG that says 60,000 by 60,000", () => PngBytes.Of(60_000, 60_000, 8, 2, new byte[1000])),
            ("a PNG one pixel high and a million wide", () => PngBytes.Of(1_000_000, 1, 1, 0, new byte[125_001])), ("a PNG one pixel wide and a million high", () => PngBytes.Of(1, 1_000_000, 1, 0, new byte[2_000_000])),
            ("a PNG a pixel too wide", () => PngBytes.Of(Upload.MaxSide + 1, 1, 1, 0, new byte[2002])), ("a PNG of 60 million pixels in one bit each", () => PngBytes.Of(10_000, 6_000, 1, 0, new byte[6_000 * 1251])),
            ("a PNG of 42 million pixels in 64 bits each", () => PngBytes.Of(7_000, 6_000, 16, 6, new byte[1000])), ("a JPEG that says 65,500 by 65,500", () => JpegBytes.Saying(Picture.Jpeg(64, 64), 65_500, 65_500)),
            ("a JPEG that says 15,000 by 15,000", () => JpegBytes.Saying(Picture.Jpeg(64, 64), 15_000, 15_000)),
        ];
        foreach (var (name, make) in files) yield return Of(name, Ending.TooLarge, make);
        yield return Of("a JPEG that says more than there is", Ending.DamagedOrTaken, () => JpegBytes.Saying(Picture.Jpeg(64, 64), 5000, 5000));
        yield return Of("a WebP that says 16,777,216 by 16,777,216", Ending.Damaged, () => RiffBytes.Of(RiffBytes.Extended(0, 1 << 24, 1 << 24), RiffBytes.Chunk("VP8 ", Noise(100))));
        yield return Of("a WebP whose canvas is larger than its picture", Ending.DamagedOrTaken, () => RiffBytes.Of(RiffBytes.Extended(0, 9000, 9000), Picture.WebP(32, 32)[12..]));
        yield return Of("an AVIF that says 65,000 by 65,000", Ending.TooLarge, () => Saying(Picture.Avif(64, 64), 65_000));
    }

    private static IEnumerable<(string Name, HostileFile File)> Laden()
    {
        (string, Func<byte[]>)[] files =
        [
            ("a JPEG and a ZIP", () => [.. Picture.Jpeg(), .. "PK\x03\x04"u8, .. Script]), ("a JPEG and HTML", () => [.. Picture.Jpeg(), .. Script]), ("a JPEG with a script as comment", () => JpegBytes.With(Picture.Jpeg(), JpegBytes.Comment, Script)),
            ("a JPEG that is JavaScript", () => JpegBytes.With(Picture.Jpeg(), 0xE0, [.. "*/="u8, .. Script, .. "/*"u8])), ("a JPEG of a phone with its place", () => JpegBytes.With(Picture.Jpeg(), JpegBytes.App1, JpegBytes.Exif(Encoding.ASCII.GetString(Script)))),
            ("a JPEG with a preview in its EXIF", () => JpegBytes.With(Picture.Jpeg(), JpegBytes.App1, JpegBytes.Exif(Marker, preview: Picture.Jpeg(60, 40)))), ("a JPEG with XMP", () => JpegBytes.With(Picture.Jpeg(), JpegBytes.App1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Script])),
            ("a JPEG with IPTC", () => JpegBytes.With(Picture.Jpeg(), JpegBytes.App13, [.. "Photoshop 3.0\0"u8, .. Script])), ("a JPEG with a colour profile that is a script", () => JpegBytes.With(Picture.Jpeg(), JpegBytes.App2, [.. "ICC_PROFILE\0"u8, 1, 1, .. Script])),
            ("a JPEG with broken EXIF", () => JpegBytes.With(Picture.Jpeg(), JpegBytes.App1, [.. "Exif\0\0II*\0"u8, 0xFF, 0xFF, 0xFF, 0xFF, .. Script])), ("a PNG with a script as text", () => PngBytes.With(Picture.Png(), PngBytes.Text("tEXt", "Comment", Script))),
            ("a PNG with international text", () => PngBytes.With(Picture.Png(), PngBytes.Text("iTXt", "XML:com.adobe.xmp", [0, 0, 0, 0, .. Script]))), ("a PNG with EXIF", () => PngBytes.With(Picture.Png(), PngBytes.Chunk("eXIf", JpegBytes.Tiff(Marker)))),
            ("a PNG with a chunk of its own", () => PngBytes.With(Picture.Png(), PngBytes.Chunk("evIl", Script))), ("a PNG and PHP", () => [.. Picture.Png(), .. Script]), ("a WebP with EXIF and XMP", () => RiffBytes.Of(RiffBytes.Extended(0b1100, 300, 200), Picture.WebP()[12..], RiffBytes.Chunk("EXIF", JpegBytes.Tiff(Marker)), RiffBytes.Chunk("XMP ", Script))),
            ("a WebP and HTML", () => [.. Picture.WebP(), .. Script]), ("a WebP with a chunk of its own", () => RiffBytes.Of(RiffBytes.Extended(0, 300, 200), Picture.WebP()[12..], RiffBytes.Chunk("EVIL", Script))), ("an AVIF and HTML", () => [.. Picture.Avif(), .. Script]),
        ];
        foreach (var (name, make) in files) yield return Of(name, Ending.Taken, make);
        yield return Of("a PNG with a bomb as text", Ending.DamagedOrTaken, () => PngBytes.With(Picture.Png(), PngBytes.Text("zTXt", "Comment", [0, .. PngBytes.Bomb(100)])));
        yield return Of("a PNG with a bomb as colour profile", Ending.DamagedOrTaken, () => PngBytes.With(Picture.Png(), PngBytes.Text("iCCP", "sRGB", [0, .. PngBytes.Bomb(100)])));
        yield return Of("a PNG of 20,000 chunks", Ending.DamagedOrTaken, () => PngBytes.With(Picture.Png(), [.. Enumerable.Range(0, 20_000).Select(index => PngBytes.Text("tEXt", $"k{index}", Script))]));
        yield return Of("a PNG with many bombs", Ending.DamagedOrTaken, () => PngBytes.With(Picture.Png(), [.. Enumerable.Repeat(PngBytes.Text("zTXt", "Comment", [0, .. PngBytes.Bomb(7)]), 500)]));
    }

    private static IEnumerable<(string Name, HostileFile File)> Unusual()
    {
        (string, Func<byte[]>)[] files =
        [
            ("a JPEG for printing", Picture.Cmyk), ("a grey JPEG", Picture.Grey), ("a progressive JPEG", () => Picture.Jpeg(progressive: true)), ("a PNG in 16 bits", Picture.Png16), ("an interlaced PNG", () => Picture.Png(interlaced: true)),
            ("a PNG with a palette", () => Picture.Png(palette: true)), ("a transparent PNG", Picture.Transparent), ("a PNG of one pixel", () => PngBytes.Of(1, 1, 8, 2, new byte[4])), ("a lossless WebP", () => Picture.WebP(lossless: true)), ("an AVIF", () => Picture.Avif()),
            ("a WebP of 200 frames", () => Picture.AnimatedWebP(200)), ("a PNG of 500 frames", () => PngBytes.With(Picture.Png(), [PngBytes.Chunk("acTL", [0, 0, 1, 0xF4, 0, 0, 0, 0]), .. Enumerable.Range(0, 500).Select(_ => PngBytes.Chunk("fcTL", new byte[26]))])),
            ("a JPEG that is wider than any screen", () => Picture.Jpeg(15_000, 20)), ("a JPEG that is higher than any screen", () => Picture.Jpeg(20, 15_000)),
        ];
        return files.Select(file => Of(file.Item1, Ending.Taken, file.Item2));
    }

    private static byte[] Half(byte[] file) => file[..(file.Length / 2)];

    private static byte[] Flip(byte[] file, int at) => [.. file[..at], (byte)(file[at] ^ 0xFF), .. file[(at + 1)..]];

    private static byte[] Noise(int length)
    {
        var (noise, state) = (new byte[length], 2463534242u);
        for (var at = 0; at < length; at++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            noise[at] = (byte)state;
        }

        return noise;
    }

    /// <summary>The property <c>ispe</c> holds the size.</summary>
    private static byte[] Saying(byte[] avif, uint side)
    {
        var at = avif.AsSpan().IndexOf("ispe"u8) + 8;
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(avif.AsSpan(at), side);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(avif.AsSpan(at + 4), side);
        return avif;
    }
}

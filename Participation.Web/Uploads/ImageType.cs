namespace Participation.Web.Uploads;

/// <summary>The kinds of image that are taken.</summary>
internal enum ImageType
{
    Unknown,
    Jpeg,
    Png,
    WebP,
    Avif,
}

/// <summary>Tells the kind of an image from its first bytes. What the browser says, and what the file is called, decides nothing.</summary>
internal static class ImageTypes
{
    private const int MostBrands = 16;

    public static ImageType Of(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return ImageType.Jpeg;
        if (file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return ImageType.Png;
        if (file.StartsWith("RIFF"u8) && file.Length > 12 && file[8..12].SequenceEqual("WEBP"u8)) return ImageType.WebP;
        return IsAvif(file) ? ImageType.Avif : ImageType.Unknown;
    }

    /// <summary>The box <c>ftyp</c> names the brands; HEIC has the same box and other brands.</summary>
    private static bool IsAvif(ReadOnlySpan<byte> file)
    {
        if (file.Length < 16 || !file[4..8].SequenceEqual("ftyp"u8)) return false;
        var size = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(file);
        if (size < 16 || size > file.Length || size > 16 + MostBrands * 4) return false;
        if (IsAvifBrand(file[8..12])) return true;
        for (var at = 16; at + 4 <= size; at += 4)
        {
            if (IsAvifBrand(file[at..(at + 4)])) return true;
        }

        return false;
    }

    private static bool IsAvifBrand(ReadOnlySpan<byte> brand) => brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8);
}

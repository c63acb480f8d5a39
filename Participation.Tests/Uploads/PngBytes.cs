using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Participation.Tests.Uploads;

/// <summary>PNG files byte by byte (W3C PNG, third edition): as nobody's program writes them.</summary>
internal static class PngBytes
{
    /// <summary>Where the header's chunk ends.</summary>
    private const int AfterHeader = 33;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>A file that says it is so large; its pixels are the given bytes, compressed.</summary>
    public static byte[] Of(uint width, uint height, byte depth, byte colour, ReadOnlySpan<byte> pixels) =>
        [.. Header(width, height, depth, colour), .. Chunk("IDAT", Deflate(pixels)), .. Chunk("IEND", [])];

    /// <summary>Signature and header.</summary>
    public static byte[] Header(uint width, uint height, byte depth = 8, byte colour = 2)
    {
        var data = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(data, width);
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(4), height);
        (data[8], data[9]) = (depth, colour);
        return [.. Signature, .. Chunk("IHDR", data)];
    }

    /// <summary>A file with more chunks behind its header.</summary>
    public static byte[] With(byte[] png, params byte[][] chunks) => [.. png[..AfterHeader], .. chunks.SelectMany(chunk => chunk), .. png[AfterHeader..]];

    public static byte[] Chunk(string type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), Crc(chunk.AsSpan(4, data.Length + 4)));
        return chunk;
    }

    /// <summary>A chunk of text: keyword, zero, and the rest.</summary>
    public static byte[] Text(string type, string keyword, ReadOnlySpan<byte> rest) => Chunk(type, [.. Encoding.ASCII.GetBytes(keyword), 0, .. rest]);

    public static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        using var memory = new MemoryStream();
        using (var zlib = new ZLibStream(memory, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(data);
        return memory.ToArray();
    }

    /// <summary>So many zeros, compressed: a thousandth of what they become.</summary>
    public static byte[] Bomb(int megabytes) => Deflate(new byte[megabytes * 1024 * 1024]);

    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }
}

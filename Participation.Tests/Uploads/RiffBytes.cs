using System.Buffers.Binary;
using System.Text;

namespace Participation.Tests.Uploads;

/// <summary>WebP files by their chunks (RFC 9649).</summary>
internal static class RiffBytes
{
    /// <summary>Names of the chunks, in order.</summary>
    public static IReadOnlyList<string> Chunks(byte[] webp)
    {
        Assert.Equal("RIFF", Encoding.ASCII.GetString(webp, 0, 4));
        Assert.Equal("WEBP", Encoding.ASCII.GetString(webp, 8, 4));
        Assert.Equal(webp.Length, (int)BinaryPrimitives.ReadUInt32LittleEndian(webp.AsSpan(4)) + 8);
        var names = new List<string>();
        for (var at = 12; at + 8 <= webp.Length;)
        {
            names.Add(Encoding.ASCII.GetString(webp, at, 4));
            var length = (int)BinaryPrimitives.ReadUInt32LittleEndian(webp.AsSpan(at + 4));
            at += 8 + length + (length & 1);
        }

        return names;
    }

    public static byte[] Chunk(string name, ReadOnlySpan<byte> data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)data.Length);
        return [.. Encoding.ASCII.GetBytes(name), .. length, .. data, .. new byte[data.Length & 1]];
    }

    /// <summary>A file of the given chunks.</summary>
    public static byte[] Of(params byte[][] chunks)
    {
        byte[] body = [.. "WEBP"u8, .. chunks.SelectMany(chunk => chunk)];
        return [.. Chunk("RIFF", body)];
    }

    /// <summary>An extended header that says so much of width and height.</summary>
    public static byte[] Extended(byte flags, int width, int height)
    {
        var data = new byte[10];
        data[0] = flags;
        (data[4], data[5], data[6]) = Three(width - 1);
        (data[7], data[8], data[9]) = Three(height - 1);
        return Chunk("VP8X", data);

        static (byte, byte, byte) Three(int value) => ((byte)value, (byte)(value >> 8), (byte)(value >> 16));
    }
}

using System.Buffers.Binary;
using System.Text;

namespace Participation.Tests.Uploads;

/// <summary>JPEG files with what cameras and attackers put into them.</summary>
internal static class JpegBytes
{
    public const byte Comment = 0xFE;
    public const byte App1 = 0xE1;
    public const byte App2 = 0xE2;
    public const byte App13 = 0xED;

    /// <summary>A file with a segment at its beginning.</summary>
    public static byte[] With(byte[] jpeg, byte marker, byte[] data)
    {
        var head = new byte[] { 0xFF, marker, 0, 0 };
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(2), (ushort)(data.Length + 2));
        return [.. jpeg[..2], .. head, .. data, .. jpeg[2..]];
    }

    /// <summary>A file whose frame says that it is so large.</summary>
    public static byte[] Saying(byte[] jpeg, ushort width, ushort height)
    {
        var (lie, at) = ((byte[])jpeg.Clone(), jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]));
        BinaryPrimitives.WriteUInt16BigEndian(lie.AsSpan(at + 5), height);
        BinaryPrimitives.WriteUInt16BigEndian(lie.AsSpan(at + 7), width);
        return lie;
    }

    /// <summary>EXIF as a phone writes it: what it is, which way up it is held, where it was, and a small preview behind it.</summary>
    public static byte[] Exif(string description, ushort orientation = 1, byte[]? preview = null)
    {
        var text = Encoding.ASCII.GetBytes(description + "\0");
        // Header 8, directory of 3 entries 42, GPS directory of 2 entries 30, then the values.
        var (textAt, gpsAt) = (8u + 42 + 30, 8u + 42);
        var latitudeAt = textAt + (uint)text.Length;
        var tiff = new List<byte>();
        tiff.AddRange("II*\0"u8.ToArray());
        Add32(8);
        Add16(3);
        Entry(0x010E, 2, (uint)text.Length, textAt);
        Entry(0x0112, 3, 1, orientation);
        Entry(0x8825, 4, 1, gpsAt);
        Add32(0);
        Add16(2);
        Entry(0x0001, 2, 2, 'N');
        Entry(0x0002, 5, 3, latitudeAt);
        Add32(0);
        tiff.AddRange(text);
        foreach (var part in (uint[])[51, 1, 17, 1, 48, 1]) Add32(part);
        tiff.AddRange(preview ?? []);
        return [.. "Exif\0\0"u8, .. tiff];

        void Add16(ushort value) => tiff.AddRange(BitConverter.GetBytes(value));
        void Add32(uint value) => tiff.AddRange(BitConverter.GetBytes(value));
        void Entry(ushort tag, ushort type, uint count, uint value)
        {
            Add16(tag);
            Add16(type);
            Add32(count);
            Add32(value);
        }
    }

    /// <summary>The same EXIF without JPEG's own prefix.</summary>
    public static byte[] Tiff(string description) => Exif(description)[6..];
}

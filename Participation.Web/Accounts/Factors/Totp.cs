using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Participation.Web.Accounts.Factors;

/// <summary>Time-based one-time passwords as every authenticator app makes them: RFC 6238 with SHA-1, 30 seconds and 6 digits.</summary>
internal static class Totp
{
    public const int Digits = 6;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new secret of 160 bits in Base32, as RFC 4226 recommends.</summary>
    public static string NewSecret()
    {
        var secret = new StringBuilder();
        var (bits, count) = (0, 0);
        foreach (var value in RandomNumberGenerator.GetBytes(20))
        {
            (bits, count) = ((bits << 8) | value, count + 8);
            for (; count >= 5; count -= 5) secret.Append(Alphabet[(bits >> (count - 5)) & 31]);
            bits &= (1 << count) - 1;
        }

        return secret.ToString();
    }

    /// <summary>The number of the time step.</summary>
    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / 30;

    /// <summary>The step whose code this is, one step early or late allowed; null when it is none.</summary>
    public static long? StepOf(string secret, string code, DateTimeOffset now)
    {
        long? found = null;
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CodeAt(secret, step)), Encoding.UTF8.GetBytes(code))) found = step;
        }

        return found;
    }

    /// <summary>The code of a step.</summary>
    public static string CodeAt(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 and the apps mean SHA-1; as a keyed hash of a counter it is not weak.
        var hash = HMACSHA1.HashData(Bytes(secret), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15, 4)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>What the QR code says.</summary>
    public static string Address(string secret, string account, string issuer) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={secret}&issuer={Uri.EscapeDataString(issuer)}&algorithm=SHA1&digits={Digits}&period=30";

    private static byte[] Bytes(string secret)
    {
        var bytes = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var letter in secret)
        {
            (bits, count) = ((bits << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal), count + 5);
            if (count < 8) continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
            bits &= (1 << count) - 1;
        }

        return [.. bytes];
    }
}

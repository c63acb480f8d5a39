using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Participation.Domain.Accounts;

/// <summary>
/// A number that is dear to find and cheap to check, after Hashcash (Back 2002): appended to a challenge that nobody knew before, its SHA-256 begins with so many zero bits.
/// </summary>
public static class ProofOfWork
{
    /// <summary>65,536 tries on average: a second or two in a browser, nothing for one person, much for ten thousand accounts.</summary>
    public const int Bits = 16;

    /// <summary>Longest number, in digits.</summary>
    public const int NumberMaxLength = 12;

    /// <summary>Whether a number solves a challenge.</summary>
    public static bool Solves(string challenge, string number)
    {
        if (number.Length is 0 or > NumberMaxLength || !number.All(char.IsAsciiDigit)) return false;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{challenge}:{number}"));
        return BitOperations.LeadingZeroCount(((uint)hash[0] << 24) | ((uint)hash[1] << 16) | ((uint)hash[2] << 8) | hash[3]) >= Bits;
    }

    /// <summary>Finds a number, as a browser does.</summary>
    public static string Solve(string challenge)
    {
        for (var number = 0L; ; number++)
            if (number.ToString(CultureInfo.InvariantCulture) is var digits && Solves(challenge, digits)) return digits;
    }
}

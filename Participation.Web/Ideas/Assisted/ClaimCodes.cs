using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Participation.Domain.Ideas;

namespace Participation.Web.Ideas.Assisted;

/// <summary>Codes with which someone takes over an idea that staff wrote down for them: random, without letters that look alike, sealed in the database.</summary>
public sealed class ClaimCodes(IDataProtectionProvider protection)
{
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private const int Group = 4;

    private readonly IDataProtector _seal = protection.CreateProtector("Participation.IdeaClaim");

    /// <summary>A new code, sealed.</summary>
    public string New() => _seal.Protect(RandomNumberGenerator.GetString(Alphabet, IdeaClaim.CodeLength));

    /// <summary>The code as the receipt prints it, in groups.</summary>
    public string Print(string secret) => string.Join('-', _seal.Unprotect(secret).Chunk(Group).Select(group => new string(group)));

    /// <summary>Whether a typed code is the sealed one, however it was typed; takes as long for a wrong one.</summary>
    public bool Fits(string secret, string typed)
    {
        var letters = new string([.. typed.Where(char.IsLetterOrDigit).Take(100)]).ToUpperInvariant();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(_seal.Unprotect(secret)), Encoding.UTF8.GetBytes(letters));
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Participation.Web.Accounts;

/// <summary>What is stored of a random secret that somebody else keeps (a link, a cookie, a code): with so many random bits a plain hash opens no door and needs no slow function.</summary>
internal static class SecretHash
{
    /// <summary>Length of a hash: SHA-256 in base64url.</summary>
    public const int Length = 43;

    /// <summary>The hash of a secret.</summary>
    public static string Of(string secret) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

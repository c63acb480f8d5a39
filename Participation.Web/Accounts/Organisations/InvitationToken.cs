using System.Buffers.Text;
using System.Security.Cryptography;

namespace Participation.Web.Accounts.Organisations;

/// <summary>The secret in the link of an invitation: 256 random bits. Only its hash is stored, so the database opens no door.</summary>
internal static class InvitationToken
{
    private const int Bytes = 32;

    /// <summary>A new token, as it stands in the link.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is stored of a token.</summary>
    public static string Hash(string token) => SecretHash.Of(token);
}

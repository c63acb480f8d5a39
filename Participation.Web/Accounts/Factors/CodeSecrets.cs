using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Participation.Web.Accounts.Factors;

/// <summary>Seals the secrets of authenticator apps: in the database, and in the form by which one is set up.</summary>
public sealed class CodeSecrets(IDataProtectionProvider protection)
{
    private static readonly TimeSpan SetUpTime = TimeSpan.FromMinutes(30);

    private readonly IDataProtector _kept = protection.CreateProtector("Participation.CodeSecret");
    private readonly ITimeLimitedDataProtector _offered = protection.CreateProtector("Participation.CodeSecret.Offer").ToTimeLimitedDataProtector();

    /// <summary>A secret as it is stored.</summary>
    public string Keep(string secret) => _kept.Protect(secret);

    /// <summary>A stored secret.</summary>
    public string Open(string kept) => _kept.Unprotect(kept);

    /// <summary>A secret that this account is about to set up; nothing is stored until its first code is right.</summary>
    public string Offer(Guid account, string secret) => _offered.Protect($"{account:N}{secret}", SetUpTime);

    /// <summary>The secret that was offered to this account, or null when it is too old or none of ours.</summary>
    public string? Accept(Guid account, string offered)
    {
        try
        {
            var text = _offered.Unprotect(offered);
            return text.StartsWith(account.ToString("N"), StringComparison.Ordinal) ? text[32..] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

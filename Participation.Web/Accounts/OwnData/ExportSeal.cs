using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Participation.Domain.Accounts;

namespace Participation.Web.Accounts.OwnData;

/// <summary>Seals a copy for one person and some days: whoever gets hold of the database's row alone reads nothing.</summary>
public sealed class ExportSeal(IDataProtectionProvider protection)
{
    public byte[] Seal(PersonId person, byte[] file, DateTimeOffset now) => For(person).Protect(file, now.AddDays(DataExport.DaysKept));

    /// <returns>The file, or null when it is too old or was sealed for someone else.</returns>
    public byte[]? Open(PersonId person, byte[] content)
    {
        try
        {
            return For(person).Unprotect(content);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector For(PersonId person) => protection.CreateProtector("Participation.DataExport", person.Value.ToString("N")).ToTimeLimitedDataProtector();
}

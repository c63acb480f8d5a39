using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Participation.Web.Accounts.Levels;

/// <summary>Whom a letter goes to.</summary>
public sealed record Recipient(string GivenNames, string FamilyName, string? Extra, string Street, string PostalCode, string City)
{
    /// <summary>Longest street or addition, in characters.</summary>
    public const int LineMaxLength = 100;

    /// <summary>The address as it stands in the window.</summary>
    public IEnumerable<string> Lines => new[] { $"{GivenNames} {FamilyName}", Extra, Street, $"{PostalCode} {City}" }.OfType<string>().Where(line => line.Length > 0);
}

/// <summary>Seals what a letter needs, for the time until it is on its way.</summary>
public sealed class LetterSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector _recipients = protection.CreateProtector("Participation.Letter.Recipient");
    private readonly IDataProtector _codes = protection.CreateProtector("Participation.Letter.Code");

    public string Seal(Recipient recipient) => _recipients.Protect(JsonSerializer.Serialize(recipient));

    public Recipient OpenRecipient(string kept) => JsonSerializer.Deserialize<Recipient>(_recipients.Unprotect(kept))!;

    public string SealCode(string code) => _codes.Protect(code);

    public string OpenCode(string kept) => _codes.Unprotect(kept);
}

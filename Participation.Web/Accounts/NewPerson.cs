using System.Globalization;
using MimeKit;
using Participation.Domain.Accounts;

namespace Participation.Web.Accounts;

/// <summary>Everything about someone who is to get an account.</summary>
/// <param name="Name">Public name.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Password">Password.</param>
/// <param name="Language">Language of mails.</param>
public sealed record NewPerson(string Name, string Email, string Password, string Language)
{
    /// <summary>Longest e-mail address, as RFC 5321 allows.</summary>
    public const int EmailMaxLength = 254;

    public Role Role { get; init; } = Role.Citizen;

    /// <summary>Whether an operator vouches for the address, so that no mail is needed.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>Says to live in the city and to be at least 14; counts from the moment the address is confirmed.</summary>
    public bool IsResident { get; init; }

    /// <summary>Whether a name can be shown: of the right length in both forms, and without invisible or steering characters, which would make two names look alike.</summary>
    public static bool IsName(string name) =>
        name.Trim().Length is >= Person.DisplayNameMinLength and <= Person.DisplayNameMaxLength
        && name.EnumerateRunes().All(rune => System.Text.Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) && rune.Value != 0xFFFD)
        && Person.Normalize(name).Length is >= Person.DisplayNameMinLength and <= Person.DisplayNameMaxLength
        && name.Any(char.IsLetterOrDigit);

    /// <summary>Whether a text is one plain e-mail address to which a mail can be sent.</summary>
    public static bool IsEmail(string email) =>
        email.Length <= EmailMaxLength
        && !email.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.OtherNotAssigned)
        && MailboxAddress.TryParse(email, out var mailbox) && mailbox.Address == email && email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at < email.Length - 1;
}

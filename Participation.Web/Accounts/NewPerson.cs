using System.Globalization;
using System.Text.RegularExpressions;
using MimeKit;
using Participation.Domain.Accounts;
using Participation.Web.Accounts.Authorities;

namespace Participation.Web.Accounts;

/// <summary>Everything about someone who is to get an account.</summary>
/// <param name="Name">Public name.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Password">Password.</param>
/// <param name="Language">Language of mails.</param>
public sealed partial record NewPerson(string Name, string Email, string Password, string Language)
{
    /// <summary>Longest e-mail address, as RFC 5321 allows.</summary>
    public const int EmailMaxLength = 254;

    public Role Role { get; init; } = Role.Citizen;

    /// <summary>Whether an operator vouches for the address, so that no mail is needed.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>Whether the address is the person's own beyond doubt, because an authority checked it.</summary>
    public bool HasProvenAddress { get; init; }

    /// <summary>Comes from an authority and signs in there, without a password here; null for everybody else.</summary>
    public Arrival? Arrival { get; init; }

    /// <summary>Says to live in the city and to be at least 14; counts from the moment the address is confirmed.</summary>
    public bool IsResident { get; init; }

    /// <summary>Whether a name can be shown: of the right length in both forms, and without invisible or steering characters, which would make two names look alike.</summary>
    public static bool IsName(string name) =>
        name.Trim().Length is >= Person.DisplayNameMinLength and <= Person.DisplayNameMaxLength
        && name.EnumerateRunes().All(rune => System.Text.Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) && rune.Value != 0xFFFD && !IsInvisible(rune))
        && !MixesScripts(name)
        && Person.Normalize(name).Length is >= Person.DisplayNameMinLength and <= Person.DisplayNameMaxLength
        && name.Any(char.IsLetterOrDigit);

    /// <summary>Letters and marks that show nothing (Default_Ignorable_Code_Point, fillers, variation selectors, the blank Braille cell).</summary>
    private static bool IsInvisible(System.Text.Rune rune) => rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2800 or 0x3164
        or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>Latin beside Cyrillic or Greek letters in one name: the way to make a name that looks like another one.</summary>
    private static bool MixesScripts(string name) => name.Any(letter => letter is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z')) && name.Any(letter => letter is >= '\u0370' and <= '\u052F');

    /// <summary>Whether a name holds what mail programs and people take for an address on the web or of a mailbox. "K. R." and "Dr. Huth" do not.</summary>
    public static bool HasAddress(string name) => AddressPattern().IsMatch(name.Normalize(System.Text.NormalizationForm.FormKC));

    [GeneratedRegex(@"@|:/|//|www\.|[\p{L}\p{N}][.\u3002]\p{L}{2,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AddressPattern();

    /// <summary>Whether a text is one plain e-mail address to which a mail can be sent.</summary>
    public static bool IsEmail(string email) =>
        email.Length <= EmailMaxLength
        && !email.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.OtherNotAssigned)
        && MailboxAddress.TryParse(email, out var mailbox) && mailbox.Address == email && email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at < email.Length - 1;
}

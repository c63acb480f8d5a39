namespace Participation.Web.Accounts;

/// <summary>What a password must be: long and hard to guess. No rules about digits and signs, as NIST SP 800-63B and the BSI advise.</summary>
public static class PasswordRule
{
    public const int MinLength = 10;

    public const int MaxLength = 200;

    /// <summary>How many different characters it needs at least.</summary>
    public const int MinDistinct = 4;

    /// <summary>What is wrong with a password, in the request's language, or null.</summary>
    /// <param name="password">The wanted password.</param>
    /// <param name="known">What anyone knows about the person: the public name, the address.</param>
    public static string? Problem(string password, params string[] known)
    {
        if (password.Length < MinLength) return string.Format(AccountsTexts.PasswordTooShort, MinLength);
        if (password.Length > MaxLength) return string.Format(AccountsTexts.PasswordTooLong, MaxLength);
        if (password.Distinct().Count() < MinDistinct) return AccountsTexts.PasswordTooUniform;
        return PasswordStrength.Weakness(password, known) is { } reason ? string.Format(AccountsTexts.PasswordTooWeak, reason) : null;
    }
}

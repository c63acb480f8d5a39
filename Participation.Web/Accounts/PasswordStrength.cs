using Zxcvbn;
using Zxcvbn.Matcher;

namespace Participation.Web.Accounts;

/// <summary>How hard a password is to guess, by zxcvbn: common passwords, words, names, keyboard rows, repeats, dates, and what is known about the person.</summary>
internal static class PasswordStrength
{
    /// <summary>The score a password needs, of 4: more than 10^8 guesses.</summary>
    public const int Needed = 3;

    /// <summary>How much of a password is judged, in characters, because the work grows faster than the length.</summary>
    public const int JudgedLength = 100;

    private static readonly Lazy<Zxcvbn.Zxcvbn> Judge = new(() => new Zxcvbn.Zxcvbn());

    /// <summary>What makes a password weak, in the request's language, or null when it is strong enough.</summary>
    public static string? Weakness(string password, IEnumerable<string> known)
    {
        var judged = password.Length > JudgedLength ? password[..JudgedLength] : password;
        var result = Judge.Value.EvaluatePassword(judged, [.. known.SelectMany(Parts).Distinct(StringComparer.OrdinalIgnoreCase).Take(30)]);
        return result.Score >= Needed ? null : Reason(result.MatchSequence.Where(match => match.Pattern != "bruteforce").MaxBy(match => match.Token.Length));
    }

    private static string Reason(Match? match) => match switch
    {
        DictionaryMatch { DictionaryName: "user_inputs" } => AccountsTexts.WeakKnown,
        DictionaryMatch { DictionaryName: "passwords" } => AccountsTexts.WeakCommon,
        DictionaryMatch => AccountsTexts.WeakWord,
        SpatialMatch => AccountsTexts.WeakKeyboard,
        RepeatMatch => AccountsTexts.WeakRepeat,
        SequenceMatch => AccountsTexts.WeakSequence,
        DateMatch or { Pattern: "digits" or "year" } => AccountsTexts.WeakDate,
        _ => AccountsTexts.WeakShort,
    };

    /// <summary>A name and its words, an address and its parts.</summary>
    private static IEnumerable<string> Parts(string known) =>
        known.Split([' ', '@', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length > 2).Append(known);
}

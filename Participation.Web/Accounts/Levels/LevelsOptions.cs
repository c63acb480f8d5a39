using System.ComponentModel.DataAnnotations;

namespace Participation.Web.Accounts.Levels;

/// <summary>How people are confirmed as residents, section <c>Levels</c>. What each level means is in docs/identity-levels.md.</summary>
public sealed class LevelsOptions
{
    public const string Section = "Levels";

    /// <summary>Fewest bytes of a key.</summary>
    public const int KeyMinLength = 32;

    /// <summary>
    /// The key of the fingerprints, 32 bytes or more in Base64 (<c>openssl rand -base64 32</c>). Without it the site makes one and keeps it
    /// sealed in the database: better keep it elsewhere. It must never change once people are confirmed.
    /// </summary>
    public string? FingerprintKey { get; set; }

    /// <summary>Postal codes to which letters are sent. Without any there are no letters.</summary>
    public IList<string> PostalCodes { get; set; } = [];

    /// <summary>Who sends the letters, in one line, as it stands above the address in the window.</summary>
    public string Sender { get; set; } = "";

    /// <summary>Youngest age of a resident's level, in years.</summary>
    [Range(0, 120)]
    public int MinimumAge { get; set; } = 14;

    /// <summary>How long the code of a letter counts, in days from printing.</summary>
    [Range(1, 365)]
    public int LetterValidDays { get; set; } = 30;

    /// <summary>Days between two letters to one person.</summary>
    [Range(0, 365)]
    public int LetterPauseDays { get; set; } = 14;

    /// <summary>After so many days name and address are erased even if nobody printed or sent the letter.</summary>
    [Range(1, 365)]
    public int AddressDays { get; set; } = 60;

    /// <summary>How long the code for the office desk is known, in minutes.</summary>
    [Range(1, 240)]
    public int DeskCodeMinutes { get; set; } = 15;

    /// <summary>Whether letters can be asked for.</summary>
    public bool SendsLetters => PostalCodes.Count > 0;

    /// <summary>Whether the key is missing or usable.</summary>
    public bool HasUsableKey => FingerprintKey is not { Length: > 0 } key || (Convert.TryFromBase64String(key, new byte[key.Length], out var length) && length >= KeyMinLength);
}

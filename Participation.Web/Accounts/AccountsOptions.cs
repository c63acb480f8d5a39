namespace Participation.Web.Accounts;

/// <summary>How accounts are protected, section <c>Accounts</c>.</summary>
public sealed class AccountsOptions
{
    public const string Section = "Accounts";

    /// <summary>
    /// Whether moderators and administrators need a second factor. Without a value: yes, except while the demo city is loaded,
    /// whose accounts anyone may try with the password alone.
    /// </summary>
    public bool? StaffNeedsSecondFactor { get; set; }

    /// <summary>
    /// The domain that passkeys belong to; the host of <c>Site:PublicUrl</c> unless said otherwise, <c>localhost</c> without one.
    /// Changing it makes every stored passkey useless.
    /// </summary>
    public string? PasskeyDomain { get; set; }

    /// <summary>From how many new people in ten minutes on the form of registration asks for a small computation.</summary>
    [System.ComponentModel.DataAnnotations.Range(1, 100_000)]
    public int BurstFrom { get; set; } = 30;
}

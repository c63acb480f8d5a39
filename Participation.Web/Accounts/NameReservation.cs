namespace Participation.Web.Accounts;

/// <summary>
/// A public name that somebody wanted who registered with an address that has an account already. It is taken for a while, as it would
/// be had the address been new: else a second try with the same name would tell which of the two it was.
/// </summary>
public sealed class NameReservation
{
    private NameReservation() { }

    /// <summary>The name as names are compared.</summary>
    public string NormalizedName { get; private set; } = "";

    /// <summary>Until when it is taken.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>Takes a name for a while.</summary>
    public static NameReservation Of(string normalizedName, DateTimeOffset until) => new() { NormalizedName = normalizedName, Until = until };
}

namespace Participation.Tests.Support.Authority;

/// <summary>Someone who signs in at the other server, as its form is filled in. Two subjects are special: see <see cref="ForeignIssuer"/> and <see cref="Expired"/>.</summary>
internal sealed record Claimant(string Subject)
{
    /// <summary>A subject whose id_token names another issuer.</summary>
    public const string ForeignIssuer = "fremder-aussteller";

    /// <summary>A subject whose id_token ran out an hour ago.</summary>
    public const string Expired = "abgelaufen";

    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public bool IsVerified { get; init; }

    /// <summary>What the server says about the level.</summary>
    public string Level { get; init; } = "";

    public string PostalCode { get; init; } = "";

    public string GivenNames { get; init; } = "";

    public string FamilyName { get; init; } = "";

    public string BirthDate { get; init; } = "";

    /// <summary>Methods with which the person signed in there.</summary>
    public string Methods { get; init; } = "";

    /// <summary>Whether it says when the person signed in there, and that it was just now.</summary>
    public bool IsFresh { get; init; } = true;

    public Dictionary<string, string> Fields => new(StringComparer.Ordinal)
    {
        ["u_sub"] = Subject, ["u_name"] = Name, ["u_email"] = Email, ["u_verified"] = IsVerified ? "true" : "", ["u_level"] = Level, ["u_plz"] = PostalCode, ["u_given"] = GivenNames, ["u_family"] = FamilyName, ["u_birth"] = BirthDate, ["u_methods"] = Methods,
        ["u_fresh"] = IsFresh ? "true" : "",
    };
}

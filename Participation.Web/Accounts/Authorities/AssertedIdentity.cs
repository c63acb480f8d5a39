using Participation.Domain.Accounts;
using Participation.Web.Accounts.Levels;

namespace Participation.Web.Accounts.Authorities;

/// <summary>Who an authority says someone is.</summary>
/// <param name="Issuer">The authority, as its tokens name it.</param>
/// <param name="Subject">Whom it means; can be a pseudonym of an electronic identity, so it is never stored or logged as it is.</param>
/// <param name="Level">How sure it is.</param>
/// <param name="ResidesHere">Whether it says that the person lives in the city.</param>
/// <param name="Traits">Name and birth date, if it is sure and says all of them; only ever hashed, so that one person is confirmed in one account, whichever way they came.</param>
public sealed record AssertedIdentity(string Issuer, string Subject, AssuranceLevel Level, bool ResidesHere, PersonTraits? Traits = null);

/// <summary>Someone who came back from an authority and is not signed in yet.</summary>
/// <param name="Authority">Name of the authority.</param>
/// <param name="Identity">Who it says this is.</param>
/// <param name="Asked">The level that was asked for.</param>
/// <param name="Errand">What the person went there for.</param>
public sealed record Arrival(string Authority, AssertedIdentity Identity, AssuranceLevel Asked, Errand Errand)
{
    /// <summary>What the authority calls the person: any text.</summary>
    public string Name { get; init; } = "";

    /// <summary>The e-mail address, if there is a plausible one.</summary>
    public string? Email { get; init; }

    /// <summary>Whether the authority checked the address.</summary>
    public bool IsEmailVerified { get; init; }

    /// <summary>Whether this counts as two factors.</summary>
    public bool HasSecondFactor { get; init; }

    /// <summary>When the person proved to the authority who they are, if it says so.</summary>
    public DateTimeOffset? ProvedAt { get; init; }

    /// <summary>The authority's own session.</summary>
    public string? Session { get; init; }

    /// <summary>The id_token, needed to sign out there.</summary>
    public string? IdToken { get; init; }

    /// <summary>Whether the answer was lower than what was asked for.</summary>
    public bool IsTooLow => Identity.Level < Asked;
}

/// <summary>What somebody goes to an authority for, and where they want to be afterwards.</summary>
public sealed record Errand(ErrandKind Kind, string Next, string? Session);

/// <summary>What somebody goes to an authority for.</summary>
public enum ErrandKind
{
    /// <summary>To sign in, or to join.</summary>
    SignIn,

    /// <summary>To connect their account with the identity there.</summary>
    Connect,

    /// <summary>To prove once more who they are.</summary>
    Prove,
}

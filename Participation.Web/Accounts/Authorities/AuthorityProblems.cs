using System.Net.Sockets;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Participation.Web.Accounts.Authorities;

/// <summary>Why signing in through an authority came to nothing.</summary>
public enum AuthorityProblem
{
    /// <summary>An answer that proves nothing: wrong issuer, signature, lifetime.</summary>
    Invalid,

    /// <summary>The person pressed "cancel" there, or did not consent.</summary>
    Cancelled,

    /// <summary>The authority does not answer.</summary>
    Unreachable,

    /// <summary>It took too long, was answered before, or was begun in another browser.</summary>
    Expired,

    /// <summary>The authority could not reach the level asked for.</summary>
    LevelNotMet,

    /// <summary>A claim that lets people in is missing.</summary>
    NotAdmitted,

    /// <summary>No account is connected with the identity, and none may be made.</summary>
    NoAccount,

    /// <summary>The account waits for its e-mail address to be confirmed.</summary>
    Unconfirmed,

    /// <summary>The authority did not ask the person anew.</summary>
    NotAnew,
}

/// <summary>From failures of the protocol to something a person can act on.</summary>
internal static class AuthorityProblems
{
    private static readonly Dictionary<AuthorityProblem, string> Words = new()
    {
        [AuthorityProblem.Invalid] = "ungueltig", [AuthorityProblem.Cancelled] = "abgebrochen", [AuthorityProblem.Unreachable] = "nicht-erreichbar", [AuthorityProblem.Expired] = "abgelaufen",
        [AuthorityProblem.LevelNotMet] = "niveau", [AuthorityProblem.NotAdmitted] = "nicht-zugelassen", [AuthorityProblem.NoAccount] = "kein-konto", [AuthorityProblem.Unconfirmed] = "unbestaetigt",
        [AuthorityProblem.NotAnew] = "nicht-neu",
    };

    /// <summary>As it stands in an address.</summary>
    public static string Word(AuthorityProblem problem) => Words[problem];

    public static AuthorityProblem Parse(string? word) => Words.FirstOrDefault(one => one.Value == word).Key;

    public static AuthorityProblem Of(Exception? failure) => failure switch
    {
        OpenIdConnectProtocolException refused => OfError(refused.Data["error"] as string),
        SecurityTokenException => AuthorityProblem.Invalid,
        HttpRequestException or SocketException or IOException or OperationCanceledException or TimeoutException => AuthorityProblem.Unreachable,
        AuthenticationFailureException { InnerException: { } inner } => Of(inner),
        // Without a reason of its own: the state, the cookie that belongs to it, or the nonce is missing.
        AuthenticationFailureException => AuthorityProblem.Expired,
        InvalidOperationException { InnerException: { } inner } => Of(inner),
        _ => AuthorityProblem.Invalid,
    };

    private static AuthorityProblem OfError(string? error) => error switch
    {
        "access_denied" or "login_required" or "interaction_required" or "consent_required" or "account_selection_required" => AuthorityProblem.Cancelled,
        "temporarily_unavailable" or "server_error" => AuthorityProblem.Unreachable,
        "unmet_authentication_requirements" => AuthorityProblem.LevelNotMet,
        "invalid_grant" => AuthorityProblem.Expired,
        _ => AuthorityProblem.Invalid,
    };
}

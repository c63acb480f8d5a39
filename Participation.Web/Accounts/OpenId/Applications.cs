using System.Security.Cryptography;
using OpenIddict.Abstractions;
using Participation.Domain;
using Participation.Domain.Accounts;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Participation.Web.Accounts.OpenId;

/// <summary>What an application is.</summary>
public enum ApplicationKind
{
    /// <summary>Runs in the browser or on the phone of the person and keeps no secret.</summary>
    Public,

    /// <summary>A site with a server, which keeps a secret.</summary>
    Confidential,

    /// <summary>A specialist application of an administration, which reads for itself, without a person.</summary>
    Specialist,
}

/// <summary>What an administrator says about an application.</summary>
/// <param name="Name">How people read it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="RedirectUris">Where answers may go.</param>
/// <param name="SignedOutUris">Where people may be sent after signing out.</param>
/// <param name="Scopes">What it may ask for, beside recognising the person.</param>
/// <param name="StaysSignedIn">Whether it gets refresh tokens.</param>
/// <param name="MustPush">Whether it hands in its requests itself (RFC 9126) and not through the browser.</param>
public sealed record ApplicationPlan(
    string Name, ApplicationKind Kind, IReadOnlyList<string> RedirectUris, IReadOnlyList<string> SignedOutUris, IReadOnlyList<string> Scopes, bool StaysSignedIn, bool MustPush)
{
    /// <summary>Shortest name, in characters.</summary>
    public const int NameMinLength = 3;

    /// <summary>Longest name, in characters: a name is shown under the same rules as a person's.</summary>
    public const int NameMaxLength = Person.DisplayNameMaxLength;

    /// <summary>Most addresses of a kind.</summary>
    public const int MaxAddresses = 10;

    /// <summary>What is wrong with it, or null.</summary>
    public Refusal? Check()
    {
        if (!NewPerson.IsName(Name) || Name.Length < NameMinLength) return new ApplicationNameNotUsable(NameMinLength, NameMaxLength);
        if (RedirectUris.Count > MaxAddresses || SignedOutUris.Count > MaxAddresses) return new TooManyAddresses(MaxAddresses);
        if (Kind is ApplicationKind.Specialist) return Scopes.All(scope => scope == OpenId.Scopes.IdeasRead) && RedirectUris.Count + SignedOutUris.Count == 0 ? null : new SpecialistActsForItself();
        if (RedirectUris.Count == 0) return new RedirectAddressNeeded();
        return RedirectUris.Concat(SignedOutUris).Select(address => RedirectAddress.Check(address, Kind is ApplicationKind.Public)).FirstOrDefault(refusal => refusal is not null);
    }

    /// <summary>Writes it down as OpenIddict reads it. Whatever is not permitted here, the server refuses.</summary>
    internal void Describe(OpenIddictApplicationDescriptor application)
    {
        application.DisplayName = Name;
        application.ClientType = Kind is ApplicationKind.Public ? ClientTypes.Public : ClientTypes.Confidential;
        // Only a native application may listen on a port that it chooses when it starts.
        application.ApplicationType = Kind is ApplicationKind.Public && RedirectUris.Any(address => !address.StartsWith("https:", StringComparison.Ordinal)) ? ApplicationTypes.Native : ApplicationTypes.Web;
        application.ConsentType = ConsentTypes.Explicit;
        Replace(application.RedirectUris, RedirectUris.Select(address => new Uri(address)));
        Replace(application.PostLogoutRedirectUris, SignedOutUris.Select(address => new Uri(address)));
        Replace(application.Permissions, Permit());
        Replace(application.Requirements, Require());
    }

    private IEnumerable<string> Permit()
    {
        string[] always = [Permissions.Endpoints.Token, Permissions.Endpoints.Revocation, .. Scopes.Select(scope => Permissions.Prefixes.Scope + scope)];
        if (Kind is not ApplicationKind.Public) always = [.. always, Permissions.Endpoints.Introspection];
        if (Kind is ApplicationKind.Specialist) return [.. always, Permissions.GrantTypes.ClientCredentials];
        return
        [
            .. always, Permissions.Endpoints.Authorization, Permissions.Endpoints.PushedAuthorization, Permissions.Endpoints.EndSession,
            Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code, .. StaysSignedIn ? new[] { Permissions.GrantTypes.RefreshToken } : [],
        ];
    }

    private IEnumerable<string> Require()
    {
        if (Kind is ApplicationKind.Specialist) yield break;
        yield return Requirements.Features.ProofKeyForCodeExchange;
        if (MustPush) yield return Requirements.Features.PushedAuthorizationRequests;
    }

    private static void Replace<T>(HashSet<T> set, IEnumerable<T> values)
    {
        set.Clear();
        set.UnionWith(values);
    }

    /// <summary>Reads it back.</summary>
    internal static ApplicationPlan Of(OpenIddictApplicationDescriptor application) => new(
        application.DisplayName ?? application.ClientId ?? "",
        application.Permissions.Contains(Permissions.GrantTypes.ClientCredentials) ? ApplicationKind.Specialist : application.ClientType == ClientTypes.Public ? ApplicationKind.Public : ApplicationKind.Confidential,
        [.. application.RedirectUris.Select(uri => uri.OriginalString)],
        [.. application.PostLogoutRedirectUris.Select(uri => uri.OriginalString)],
        [.. OpenId.Scopes.Choosable.Where(scope => application.Permissions.Contains(Permissions.Prefixes.Scope + scope))],
        application.Permissions.Contains(Permissions.GrantTypes.RefreshToken),
        application.Requirements.Contains(Requirements.Features.PushedAuthorizationRequests));
}

/// <summary>Secrets of applications. They are random, so nobody has to remember one; only a hash is stored.</summary>
internal static class ApplicationSecret
{
    public static string Make() => Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
}

/// <summary>The name is too short, too long, or not to be seen.</summary>
public sealed record ApplicationNameNotUsable(int Least, int Most) : Refusal;

/// <summary>Without an address nobody can be sent back.</summary>
public sealed record RedirectAddressNeeded : Refusal;

/// <summary>More addresses than an application can have.</summary>
public sealed record TooManyAddresses(int Most) : Refusal;

/// <summary>A specialist application acts for no person: it has no addresses, and reads only.</summary>
public sealed record SpecialistActsForItself : Refusal;

/// <summary>An application that keeps no secret has none to renew.</summary>
public sealed record ApplicationHasNoSecret : Refusal;

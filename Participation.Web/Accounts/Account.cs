using Microsoft.AspNetCore.Identity;
using Participation.Domain.Accounts;

namespace Participation.Web.Accounts;

/// <summary>The sign-in side of a person: e-mail, password hash, second factor, lock-out. Everything public is on <see cref="Person"/>.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Longest protected secret, in characters.</summary>
    public const int CodeSecretMaxLength = 500;

    /// <summary>Who signs in with this.</summary>
    public PersonId PersonId { get; set; }

    /// <summary>The protected secret of the authenticator app; it counts while <see cref="IdentityUser{TKey}.TwoFactorEnabled"/>.</summary>
    public string? CodeSecret { get; set; }

    /// <summary>The last time step whose code was accepted: no code counts twice.</summary>
    public long CodeStep { get; set; }

    /// <summary>When the account was blocked; null while it is open.</summary>
    public DateTimeOffset? BlockedAt { get; set; }

    /// <summary>When someone last signed in; null before the first time.</summary>
    public DateTimeOffset? LastSignInAt { get; set; }
}

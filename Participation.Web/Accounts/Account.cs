using Microsoft.AspNetCore.Identity;
using Participation.Domain.Accounts;

namespace Participation.Web.Accounts;

/// <summary>The sign-in side of a person: e-mail, password hash, lock-out. Everything public is on <see cref="Person"/>.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Who signs in with this.</summary>
    public PersonId PersonId { get; set; }
}

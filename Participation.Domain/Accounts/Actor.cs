namespace Participation.Domain.Accounts;

/// <summary>The acting person of a use case; always an input, never ambient.</summary>
/// <param name="Person">Who acts.</param>
/// <param name="Role">With which role.</param>
public sealed record Actor(PersonId Person, Role Role)
{
    /// <summary>Whether queue, decisions and official answers are open to this person.</summary>
    public bool IsModerator => Role is Role.Moderator or Role.Administrator;

    /// <summary>Whether people, roles and settings are open to this person.</summary>
    public bool IsAdministrator => Role is Role.Administrator;
}

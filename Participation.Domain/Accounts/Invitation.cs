namespace Participation.Domain.Accounts;

/// <summary>
/// An organisation asks someone in, by a link to one e-mail address. The link's token is only known to the mail: here is its hash.
/// It works once, for an account with just this confirmed address, until it expires.
/// </summary>
public sealed class Invitation
{
    /// <summary>How long an invitation can be accepted, in days.</summary>
    public const int ValidDays = 14;

    /// <summary>Most invitations of one organisation that are open at a time.</summary>
    public const int MaxOpen = 20;

    /// <summary>Longest e-mail address, in characters.</summary>
    public const int EmailMaxLength = 254;

    /// <summary>Length of the token's hash: SHA-256 in base64url.</summary>
    public const int TokenHashLength = 43;

    private Invitation() { }

    /// <summary>Internal identity.</summary>
    public InvitationId Id { get; private set; }

    /// <summary>Who invites.</summary>
    public OrganisationId OrganisationId { get; private set; }

    /// <summary>To which address the mail went.</summary>
    public string Email { get; private set; } = "";

    /// <summary>The form in which addresses are compared.</summary>
    public string NormalizedEmail { get; private set; } = "";

    /// <summary>What the new member may do.</summary>
    public MembershipRole Role { get; private set; }

    /// <summary>Hash of the token in the link.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>When it was sent.</summary>
    public DateTimeOffset InvitedAt { get; private set; }

    /// <summary>Until when it can be accepted.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Who accepted it.</summary>
    public PersonId? AcceptedBy { get; private set; }

    /// <summary>When it was withdrawn, or replaced by a newer one to the same address.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Someone is invited.</summary>
    public static Invitation Send(OrganisationId organisation, string email, MembershipRole role, string tokenHash, DateTimeOffset now) => new()
    {
        Id = InvitationId.New(now), OrganisationId = organisation, Email = email, NormalizedEmail = Normalize(email), Role = role, TokenHash = tokenHash,
        InvitedAt = now, ExpiresAt = now.AddDays(ValidDays),
    };

    /// <summary>The form in which accounts keep and compare addresses.</summary>
    public static string Normalize(string email) => email.Normalize().ToUpperInvariant();

    /// <summary>Whether it still can be accepted.</summary>
    public bool IsOpen(DateTimeOffset now) => AcceptedBy is null && WithdrawnAt is null && now < ExpiresAt;

    /// <summary>Someone with the link wants in.</summary>
    /// <param name="person">Who.</param>
    /// <param name="confirmedEmail">The normalised address that is confirmed to be theirs, or null.</param>
    /// <param name="now">When.</param>
    public Refusal? Accept(PersonId person, string? confirmedEmail, DateTimeOffset now)
    {
        if (!IsOpen(now)) return new InvitationIsClosed();
        if (confirmedEmail != NormalizedEmail) return new InvitationIsForAnotherAddress();
        AcceptedBy = person;
        return null;
    }

    /// <summary>It shall not be accepted any more.</summary>
    public Refusal? Withdraw(DateTimeOffset now)
    {
        if (!IsOpen(now)) return new InvitationIsClosed();
        WithdrawnAt = now;
        return null;
    }
}

/// <summary>The invitation was used, withdrawn or has expired.</summary>
public sealed record InvitationIsClosed : Refusal;

/// <summary>The invitation went to an address that is not the confirmed one of this account.</summary>
public sealed record InvitationIsForAnotherAddress : Refusal;

/// <summary>So many invitations are open that nobody keeps track of them.</summary>
public sealed record TooManyInvitations(int Limit) : Refusal;

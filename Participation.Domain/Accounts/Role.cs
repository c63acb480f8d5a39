namespace Participation.Domain.Accounts;

/// <summary>What a person may do on the site, beyond what their own contributions allow.</summary>
public enum Role
{
    /// <summary>Ideas, comments, stances.</summary>
    Citizen,

    /// <summary>A member of a partner organisation; speaks in its name.</summary>
    Partner,

    /// <summary>Queue, decisions, official answers, processes and content. Never sees who took which stance.</summary>
    Moderator,

    /// <summary>Settings, organisations, roles, people; everything a moderator may do. No votes either.</summary>
    Administrator,
}

/// <summary>How sure the site is of who someone is.</summary>
public enum Verification
{
    /// <summary>Nothing is known, as of imported pseudonymous people.</summary>
    None,

    /// <summary>The e-mail address was confirmed.</summary>
    Email,

    /// <summary>Says to live here and to be at least 14.</summary>
    SelfDeclaredResident,

    /// <summary>Confirmed by letter code, at an office desk or by electronic identity.</summary>
    VerifiedResident,
}

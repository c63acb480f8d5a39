namespace Participation.Domain.Accounts;

/// <summary>
/// How sure an external authority is of who someone is: the levels of the eIDAS regulation (EU) 910/2014, Art. 8, below them BundID's
/// registration with a user name, whose data nobody checked. Ordered: a higher level holds whatever a lower one does.
/// </summary>
public enum AssuranceLevel
{
    /// <summary>Nothing was said, or something that is not in the table.</summary>
    None,

    /// <summary>Basisregistrierung: a user name and a password; one person may have several.</summary>
    Basic,

    /// <summary>Niedrig.</summary>
    Low,

    /// <summary>Substantiell: from here on one identity is one person.</summary>
    Substantial,

    /// <summary>Hoch.</summary>
    High,
}

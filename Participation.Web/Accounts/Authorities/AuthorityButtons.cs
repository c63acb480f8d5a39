namespace Participation.Web.Accounts.Authorities;

/// <summary>What the buttons of the authorities need to know.</summary>
/// <param name="Next">Where the person goes on.</param>
/// <param name="ToRegister">Whether they stand on the page to register: then only authorities through which that works.</param>
public sealed record AuthorityButtons(string Next, bool ToRegister = false);

/// <summary>What the links to prove oneself need to know.</summary>
/// <param name="Next">Where the person goes on.</param>
/// <param name="Connected">Names of the authorities that their account is connected with.</param>
public sealed record AuthorityProofs(string Next, IReadOnlyList<string> Connected);

using Participation.Domain;

namespace Participation.Web.Accounts;

/// <summary>Somebody already goes by this public name; names are compared without case and width.</summary>
public sealed record NameIsTaken : Refusal;

/// <summary>Who reads this public name thinks that the city or an organisation speaks.</summary>
public sealed record NameLooksOfficial : Refusal;

/// <summary>A public name that leads somewhere, such as a web address.</summary>
public sealed record NameHasAddress : Refusal;

/// <summary>There is an account with this e-mail address. Never shown to a visitor; only commands say it.</summary>
public sealed record AddressHasAccount : Refusal;

/// <summary>A link from a mail is too old, was used already, or is not one of ours.</summary>
public sealed record LinkHasExpired : Refusal;

/// <summary>Citizens register through an authority here.</summary>
public sealed record SignInIsElsewhere : Refusal;

/// <summary>The current password was not right.</summary>
public sealed record WrongPassword : Refusal;

namespace Participation.Domain.Proposals;

/// <summary>The text is frozen, published or withdrawn; nobody writes.</summary>
public sealed record TextIsFrozen : Refusal;

/// <summary>The organisation takes part already.</summary>
public sealed record TakesPartAlready : Refusal;

/// <summary>The organisation was not invited, or not any more.</summary>
public sealed record NotInvited : Refusal;

/// <summary>Too many organisations.</summary>
public sealed record TooManyAuthors(int Limit) : Refusal;

/// <summary>Too many lines of costs.</summary>
public sealed record TooManyCosts(int Limit) : Refusal;

/// <summary>Too many ideas.</summary>
public sealed record TooManyIdeas(int Limit) : Refusal;

/// <summary>An idea that a proposal is to come from is not public.</summary>
public sealed record IdeaIsNotPublic : Refusal;

/// <summary>Invited organisations have not answered yet.</summary>
public sealed record InvitationsAreOpen : Refusal;

/// <summary>Sections that must say something are empty.</summary>
public sealed record SectionsAreEmpty : Refusal;

/// <summary>The last day to sign is too near or too far.</summary>
public sealed record WrongDayToSign(int Fewest, int Most) : Refusal;

/// <summary>More time to sign ends after the day that was said before.</summary>
public sealed record DayToSignMustBeLater : Refusal;

/// <summary>The last day to sign is over; the lead can give more time.</summary>
public sealed record TimeToSignIsOver : Refusal;

/// <summary>There is no frozen text to sign.</summary>
public sealed record NotInSignOff : Refusal;

/// <summary>The organisation has signed this text.</summary>
public sealed record SignedAlready : Refusal;

/// <summary>Only what all have signed is handed over, and only until the committee has decided.</summary>
public sealed record ProposalIsNotPublished : Refusal;

/// <summary>It was handed over between publication and today.</summary>
public sealed record WrongDayOfHandover : Refusal;

/// <summary>A published proposal is not withdrawn.</summary>
public sealed record ProposalIsPublished : Refusal;

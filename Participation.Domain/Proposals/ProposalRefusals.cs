namespace Participation.Domain.Proposals;

/// <summary>A step that does not follow from where the proposal is.</summary>
public sealed record ProposalStepNotPossible(ProposalStatus Status) : Refusal;

/// <summary>The text is frozen or settled; nothing about it is changed.</summary>
public sealed record ProposalIsFrozen : Refusal;

/// <summary>The title is missing.</summary>
public sealed record ProposalNeedsTitle : Refusal;

/// <summary>A proposal from more ideas than fit.</summary>
/// <param name="Most">How many fit.</param>
public sealed record TooManySourceIdeas(int Most) : Refusal;

/// <summary>One of the ideas cannot be read by everyone, or not any more.</summary>
public sealed record SourceIdeaIsNotPublic : Refusal;

/// <summary>The organisation was asked before.</summary>
public sealed record TakesPartAlready : Refusal;

/// <summary>As many organisations as fit take part already.</summary>
/// <param name="Most">How many fit.</param>
public sealed record TooManyAuthors(int Most) : Refusal;

/// <summary>A proposal has one lead, and it stays.</summary>
public sealed record LeadStays : Refusal;

/// <summary>The invitation was taken back.</summary>
public sealed record ProposalInvitationIsGone : Refusal;

/// <summary>More lines of costs than fit.</summary>
/// <param name="Most">How many fit.</param>
public sealed record TooManyCosts(int Most) : Refusal;

/// <summary>A line of costs without a label, or with an amount that is no possible one.</summary>
public sealed record CostsAreIncomplete : Refusal;

/// <summary>An organisation that shall write along has not answered yet.</summary>
public sealed record InvitationsAreUnanswered : Refusal;

/// <summary>A section has no text.</summary>
public sealed record SectionsAreEmpty : Refusal;

/// <summary>The last day for signing lies in the past or too far ahead.</summary>
/// <param name="Most">How many days ahead it may lie.</param>
public sealed record SigningDayOutOfRange(int Most) : Refusal;

/// <summary>What was read is not what is there to be signed any more.</summary>
public sealed record TextToSignHasChanged : Refusal;

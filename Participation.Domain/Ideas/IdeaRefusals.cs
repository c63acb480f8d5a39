namespace Participation.Domain.Ideas;

/// <summary>The process does not collect ideas now.</summary>
public sealed record CollectingIsClosed : Refusal;

/// <summary>The level of trust that the process asks for is missing.</summary>
public sealed record VerificationTooLow(Accounts.Verification Required) : Refusal;

/// <summary>A step that does not follow from where the idea is.</summary>
public sealed record StepNotPossible(IdeaStatus Status) : Refusal;

/// <summary>Title, description or topic is missing or too short.</summary>
public sealed record IdeaIsIncomplete : Refusal;

/// <summary>The text of an answered, withdrawn or merged idea stays as it is.</summary>
public sealed record TextIsSettled(IdeaStatus Status) : Refusal;

/// <summary>Nothing was changed.</summary>
public sealed record NothingChanged : Refusal;

/// <summary>An official answer needs a public, unanswered or answered idea.</summary>
public sealed record AnswerNeedsPublicIdea(IdeaStatus Status) : Refusal;

/// <summary>The date of the next word from the city lies in the past.</summary>
public sealed record NextDateMustLieAhead(DateOnly Date) : Refusal;

/// <summary>An answer without a text is none.</summary>
public sealed record AnswerNeedsText : Refusal;

/// <summary>An idea cannot become part of itself.</summary>
public sealed record CannotMergeIntoItself : Refusal;

/// <summary>Only a public idea can take another one in.</summary>
public sealed record MergeTargetMustBePublic : Refusal;

/// <summary>Ideas of different processes stay apart: other people were asked, under other rules.</summary>
public sealed record MergeNeedsSameProcess : Refusal;

/// <summary>The idea became part of another one meanwhile.</summary>
/// <param name="Number">Public number of the idea that took it in.</param>
public sealed record IdeaWasMerged(int Number) : Refusal;

/// <summary>Stances are taken while an idea is open.</summary>
public sealed record StancesAreClosed : Refusal;

/// <summary>This process knows support only.</summary>
public sealed record OnlySupportIsPossible : Refusal;

/// <summary>Authors do not vote on their own idea.</summary>
public sealed record OwnIdeaHasNoStance : Refusal;

/// <summary>A reason is needed.</summary>
public sealed record ReasonIsMissing : Refusal;

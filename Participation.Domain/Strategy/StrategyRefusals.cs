namespace Participation.Domain.Strategy;

/// <summary>A strategy without a field of action says nothing that could be measured.</summary>
public sealed record StrategyNeedsField : Refusal;

/// <summary>More fields of action than anybody reads.</summary>
public sealed record TooManyFields(int Limit) : Refusal;

/// <summary>A way of more steps than anybody reads.</summary>
public sealed record TooManyStatusDates(int Limit) : Refusal;

/// <summary>A field of action cannot go while measures belong to it.</summary>
public sealed record FieldHasMeasures(string Title) : Refusal;

/// <summary>The field of action is not there, or not any more.</summary>
public sealed record FieldIsUnknown : Refusal;

/// <summary>Who puts a measure off or stops it says why.</summary>
public sealed record MeasureNeedsReason : Refusal;

/// <summary>A percentage lies between 0 and 100.</summary>
public sealed record ProgressOutOfRange : Refusal;

/// <summary>All of it is done only when it is implemented.</summary>
public sealed record FullProgressMeansImplemented : Refusal;

/// <summary>A measure with open milestones is not implemented.</summary>
public sealed record MilestonesAreOpen(int Open) : Refusal;

/// <summary>What is done was done today or before.</summary>
public sealed record MilestoneDoneLater(string Title) : Refusal;

/// <summary>No idea that everybody may read has this number.</summary>
public sealed record IdeaIsUnknown(int Number) : Refusal;

/// <summary>No proposal that everybody may read has this number.</summary>
public sealed record ProposalIsUnknown(int Number) : Refusal;

/// <summary>There is no public paper with this number.</summary>
public sealed record PaperIsUnknown(int Number) : Refusal;

/// <summary>More milestones than one measure can have.</summary>
public sealed record TooManyMilestones(int Limit) : Refusal;

/// <summary>More ideas or proposals than one measure is linked with.</summary>
public sealed record TooManyLinked(int Limit) : Refusal;

/// <summary>The key of a service consists of 14 digits, beginning with 99.</summary>
public sealed record ServiceKeyIsWrong : Refusal;

/// <summary>The model has no such level.</summary>
public sealed record LevelOutOfRange(int Highest) : Refusal;

/// <summary>A light that says something else than the level needs a reason.</summary>
public sealed record LightNeedsReason : Refusal;

/// <summary>More services than the list takes.</summary>
public sealed record TooManyServices(int Limit) : Refusal;

/// <summary>Another service on the list has this name or key.</summary>
public sealed record ServiceIsListed(string Name) : Refusal;

/// <summary>More measures than one strategy takes.</summary>
public sealed record TooManyMeasures(int Limit) : Refusal;

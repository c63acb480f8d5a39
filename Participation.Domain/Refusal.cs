namespace Participation.Domain;

/// <summary>
/// An expected "no" of a rule: a value without user text. The type's name is the key of its message
/// (<c>Shared/RefusalTexts.resx</c>); its HTTP status is decided in one place of the site.
/// </summary>
public abstract record Refusal;

/// <summary>Someone else changed the thing in the meantime; reload and decide again.</summary>
public sealed record ChangedMeanwhile : Refusal;

/// <summary>The acting person may not do this.</summary>
public sealed record NotAllowed : Refusal;

namespace Participation.Domain.Proposals.Writing;

/// <summary>A change that is none, or that belongs to another text than the one it was sent for.</summary>
public sealed record ChangesDoNotFit : Refusal;

/// <summary>A text that several people write would become too long.</summary>
/// <param name="Most">Longest text, in UTF-16 code units.</param>
public sealed record SharedTextTooLong(int Most) : Refusal;

/// <summary>Too much was sent at once.</summary>
/// <param name="Most">Most updates of one message.</param>
public sealed record TooManyUpdates(int Most) : Refusal;

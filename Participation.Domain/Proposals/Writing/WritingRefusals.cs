namespace Participation.Domain.Proposals.Writing;

/// <summary>A change that is none, or that belongs to another text than the one it was sent for.</summary>
public sealed record ChangesDoNotFit : Refusal;

/// <summary>A text that several people write would become too long.</summary>
/// <param name="Most">Longest text, in UTF-16 code units.</param>
public sealed record SharedTextTooLong(int Most) : Refusal;

/// <summary>Too much was sent at once.</summary>
/// <param name="Most">Most updates of one message.</param>
public sealed record TooManyUpdates(int Most) : Refusal;

/// <summary>A text that is written live asks too often.</summary>
public sealed record WritingTooFast : Refusal;

/// <summary>So much was written in the meantime that the editor has to catch up first.</summary>
public sealed record TooFarBehind : Refusal;

/// <summary>A text is frozen, or one does not write it any more.</summary>
public sealed record TextIsClosed : Refusal;

/// <summary>Others changed the same passage; both texts are shown.</summary>
public sealed record WrittenMeanwhile : Refusal;

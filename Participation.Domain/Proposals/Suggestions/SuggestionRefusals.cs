namespace Participation.Domain.Proposals.Suggestions;

/// <summary>A passage that the text does not have: empty, too long, or out of it.</summary>
/// <param name="Most">Longest passage, in UTF-16 code units.</param>
public sealed record NoSuchPassage(int Most) : Refusal;

/// <summary>Nothing is left of the passage.</summary>
public sealed record PassageIsGone : Refusal;

/// <summary>The passage does not say any more what was quoted.</summary>
public sealed record PassageHasChanged : Refusal;

/// <summary>The proposal takes no suggestions, or no remarks, now.</summary>
public sealed record SuggestionsAreClosed : Refusal;

/// <summary>It was decided on already.</summary>
public sealed record SuggestionIsClosed : Refusal;

/// <summary>As many suggestions of one person are open as there may be.</summary>
/// <param name="Most">How many.</param>
public sealed record TooManySuggestions(int Most) : Refusal;

/// <summary>As many suggestions of a proposal are open as there may be.</summary>
/// <param name="Most">How many.</param>
public sealed record SuggestionsAreFull(int Most) : Refusal;

/// <summary>One person has written as many remarks on a proposal as there may be.</summary>
/// <param name="Most">How many.</param>
public sealed record TooManyRemarks(int Most) : Refusal;

/// <summary>A proposal has as many remarks as there may be.</summary>
/// <param name="Most">How many.</param>
public sealed record RemarksAreFull(int Most) : Refusal;

/// <summary>A remark that was removed, or a reply, is neither settled nor replied to.</summary>
public sealed record RemarkIsClosed : Refusal;

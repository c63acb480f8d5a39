namespace Participation.Domain.News;

/// <summary>Everything about a page that its editors write.</summary>
/// <param name="Title">Title.</param>
/// <param name="Body">The text.</param>
/// <param name="Section">Heading under which the knowledge area lists it; null when it is no part of that.</param>
/// <param name="Summary">What the knowledge area says about it, or null.</param>
public sealed record PageText(string Title, FormattedText Body, string? Section = null, string? Summary = null);

/// <summary>A page that the site itself links to, or that the law asks for, stays.</summary>
public sealed record DutyPageStays : Refusal;

/// <summary>Somebody wants to publish a page without text.</summary>
public sealed record PageIsIncomplete : Refusal;

/// <summary>A change of what people have agreed to has to be explained.</summary>
/// <param name="Limit">Longest explanation, in characters.</param>
public sealed record ChangeNeedsNote(int Limit) : Refusal;

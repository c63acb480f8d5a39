namespace Participation.Web.Council;

/// <summary>Where a reader is in a list of pages.</summary>
/// <param name="Number">The page, from 1.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Address">Address of a page.</param>
public sealed record Pages(int Number, int Count, Func<int, string> Address);

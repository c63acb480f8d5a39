namespace Participation.Web.Moderation.Guards;

/// <summary>Two documents side by side.</summary>
public sealed record DifferenceTable(IReadOnlyList<RulesDifference> Rows, string Before, string After);

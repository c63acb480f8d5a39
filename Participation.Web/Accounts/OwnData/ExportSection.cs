namespace Participation.Web.Accounts.OwnData;

/// <summary>A part of someone's copy. JSON and the readable page are made from the same parts, so neither says more than the other.</summary>
/// <param name="Key">Name in JSON; its title and explanation are the texts of that name.</param>
/// <param name="Items">The entries.</param>
public sealed record ExportSection(string Key, IReadOnlyList<ExportItem> Items);

/// <summary>An entry: named values in order. A value is a text, a number, yes or no, a date, an instant, a value of an enumeration, or a list of entries.</summary>
public sealed record ExportItem(params (string Key, object? Value)[] Fields);

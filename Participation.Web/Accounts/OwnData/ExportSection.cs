namespace Participation.Web.Accounts.OwnData;

/// <summary>A part of someone's copy. JSON and the readable page are made from the same parts, so neither says more than the other.</summary>
/// <param name="Key">Name in JSON; its title and explanation are the texts of that name.</param>
/// <param name="Items">The entries.</param>
public sealed record ExportSection(string Key, IReadOnlyList<ExportItem> Items)
{
    /// <summary>Files that belong to it.</summary>
    public IReadOnlyList<ExportAttachment> Files { get; init; } = [];
}

/// <summary>A file of a copy.</summary>
/// <param name="Name">Path in the copy; made by the site, never by anyone who uploaded it.</param>
/// <param name="Content">The file.</param>
public sealed record ExportAttachment(string Name, byte[] Content);

/// <summary>An entry: named values in order. A value is a text, a number, yes or no, a date, an instant, a value of an enumeration, or a list of entries.</summary>
public sealed record ExportItem(params (string Key, object? Value)[] Fields);

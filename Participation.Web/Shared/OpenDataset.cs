namespace Participation.Web.Shared;

/// <summary>Something open that the catalogue (<c>/dcat/katalog.ttl</c>) lists. A capability enters it by one line in its setup: <c>services.AddSingleton(new OpenDataset(…))</c>. The catalogue is German.</summary>
/// <param name="Name">Part of its address and id; never changed.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Description">What is in it.</param>
/// <param name="Page">The page that people read about it.</param>
/// <param name="Keywords">Words by which it is found.</param>
/// <param name="Files">Where it is had.</param>
public sealed record OpenDataset(string Name, string Title, string Description, string Page, IReadOnlyList<string> Keywords, IReadOnlyList<OpenDataFile> Files);

/// <summary>One form in which a dataset is had.</summary>
/// <param name="Name">Sets it apart within the dataset.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Address">Where it is.</param>
/// <param name="MediaType">Media type (IANA), without parameters.</param>
/// <param name="Format">Its name in the EU's list of file types, such as <c>JSON</c>.</param>
public sealed record OpenDataFile(string Name, string Title, string Address, string MediaType, string Format)
{
    /// <summary>Whether the address is part of the API, and not a file to be downloaded.</summary>
    public bool IsService { get; init; }

    /// <summary>Pages of JSON from the API.</summary>
    public static OpenDataFile Api(string path, string title) => new("api", title, $"{Links.ApiRoot}{path}", "application/json", "JSON") { IsService = true };
}

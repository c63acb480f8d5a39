using Participation.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Participation.Tests.Support;

/// <summary>Browsers first: a class that takes minutes and begins last would keep all others waiting for one.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = ["Accessibility", ".Journeys.", "Large"];

    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections) where T : ITestCollection =>
        [.. testCollections.OrderBy(collection => Place(collection.TestCollectionDisplayName))];

    private static int Place(string name)
    {
        var place = Array.FindIndex(Long, part => name.Contains(part, StringComparison.Ordinal));
        return place < 0 ? Long.Length : place;
    }
}

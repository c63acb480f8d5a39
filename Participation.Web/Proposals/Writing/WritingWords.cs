using System.Globalization;
using Participation.Domain.Proposals;

namespace Participation.Web.Proposals.Writing;

/// <summary>Words for the sections.</summary>
public static class WritingWords
{
    /// <summary>Its heading.</summary>
    public static string Of(SectionKind section) => Named("Section_" + section);

    /// <summary>What belongs into it.</summary>
    public static string Means(SectionKind section) => Named("Means_" + section);

    /// <summary>Where it is on the page.</summary>
    public static string Anchor(SectionKind section) => "abschnitt-" + ((int)section + 1).ToString(CultureInfo.InvariantCulture);

    private static string Named(string key) => WritingTexts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"WritingTexts has no {key}.");
}

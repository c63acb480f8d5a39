using Participation.Domain.Editing;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Editing;

/// <summary>The texts that something has had, two of them side by side; the partial <c>_Versions</c>.</summary>
public sealed class ComparedVersions
{
    private readonly MarkdownText _markdown;
    private readonly CityClock _clock;

    /// <param name="address">Where they are read; <c>von</c> and <c>bis</c> choose two.</param>
    /// <param name="all">Newest first.</param>
    /// <param name="from">The older one, by its number; the one before the younger unless it is there.</param>
    /// <param name="to">The younger one; the newest unless it is there.</param>
    /// <param name="markdown">Shows a version as it was read.</param>
    /// <param name="clock">Says when.</param>
    public ComparedVersions(string address, IReadOnlyList<PublicVersion> all, int? from, int? to, MarkdownText markdown, CityClock clock)
    {
        (Address, All, _markdown, _clock) = (address, all, markdown, clock);
        if (all.Count == 0) return;
        var young = all.FirstOrDefault(version => version.Version.Number == to) ?? all[0];
        var old = all.FirstOrDefault(version => version.Version.Number == from) ?? all.FirstOrDefault(version => version.Version.Number < young.Version.Number) ?? young;
        Chosen = (old, young);
        AsRead = markdown.Format(young.Version.Text).Html;
        if (old != young) Paragraphs = WordDiff.Between(Words(old.Version), Words(young.Version));
    }

    public string Address { get; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<PublicVersion> All { get; }

    /// <summary>The two that are compared, or one text alone; null when there is nothing to see yet.</summary>
    public (PublicVersion From, PublicVersion To)? Chosen { get; }

    public IReadOnlyList<IReadOnlyList<DiffPiece>> Paragraphs { get; } = [];

    /// <summary>Whether the words of both are the same, so that only links or formatting differ.</summary>
    public bool SameWords => Paragraphs.All(paragraph => paragraph.All(piece => piece.Kind == ' '));

    /// <summary>The younger one, as it was shown.</summary>
    public string AsRead { get; } = "";

    /// <summary>Where a version is compared with the one before; null for the first.</summary>
    public string? Comparison(PublicVersion version) =>
        All.FirstOrDefault(other => other.Version.Number < version.Version.Number) is { } before ? FormattableString.Invariant($"{Address}?von={before.Version.Number}&bis={version.Version.Number}#vergleich") : null;

    public string Heading(PublicVersion version) => EditingTexts.VersionOf.With(When(version));

    /// <summary>The day of a version; with the time when another one is of the same day.</summary>
    public string When(PublicVersion version) => All.Count(other => _clock.Day(other.Since) == _clock.Day(version.Since)) > 1 ? _clock.Time(version.Since) : _clock.Day(version.Since);

    /// <summary>The words as they were read; signs of formatting are none.</summary>
    private string Words(ContentVersion version) => $"{version.Title}\n{PlainText.Lines(_markdown.Format(version.Text).Html)}";
}

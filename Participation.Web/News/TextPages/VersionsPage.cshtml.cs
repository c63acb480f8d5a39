using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain.Editing;
using Participation.Web.Accounts;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.News.TextPages;

/// <summary>What a page said when, with a comparison, so that nobody has to take our word for what was agreed.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.ApiRead), OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Pages])]
public sealed class VersionsModel(PageQueries queries, MarkdownText markdown, CityClock clock) : PageModel
{
    public PageView Text { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<PublicVersion> All { get; private set; } = [];

    /// <summary>The two that are compared, or one text alone; null when there is nothing to see yet.</summary>
    public (PublicVersion From, PublicVersion To)? Chosen { get; private set; }

    public IReadOnlyList<IReadOnlyList<DiffPiece>> Paragraphs { get; private set; } = [];

    /// <summary>Whether the words of both are the same, so that only links or formatting differ.</summary>
    public bool SameWords => Paragraphs.All(paragraph => paragraph.All(piece => piece.Kind == ' '));

    /// <summary>The younger one, as it was shown.</summary>
    public string? Alone { get; private set; }

    public async Task OnGetAsync(string slug, int? von, int? bis, CancellationToken cancel)
    {
        Text = await queries.FindAsync(slug, cancel) ?? throw new NotFoundException();
        Text.RequireReadable(User.ActorOrNull()?.IsModerator == true, clock.Now);
        All = await queries.VersionsAsync(Text, cancel);
        if (All.Count == 0) return;
        var young = All.FirstOrDefault(version => version.Version.Number == bis) ?? All[0];
        var old = All.FirstOrDefault(version => version.Version.Number == von) ?? All.FirstOrDefault(version => version.Version.Number < young.Version.Number) ?? young;
        Chosen = (old, young);
        Alone = markdown.Format(young.Version.Text).Html;
        if (old != young) Paragraphs = WordDiff.Between(Words(old.Version), Words(young.Version));
    }

    /// <summary>The version before one, for its comparison; null for the first.</summary>
    public int? Before(PublicVersion version) => All.FirstOrDefault(other => other.Version.Number < version.Version.Number)?.Version.Number;

    public string Heading(PublicVersion version) => NewsTexts.VersionOf.With(When(version));

    /// <summary>The day of a version; with the time when another one is of the same day.</summary>
    public string When(PublicVersion version) => All.Count(other => clock.Day(other.Since) == clock.Day(version.Since)) > 1 ? clock.Time(version.Since) : clock.Day(version.Since);

    /// <summary>The words as they were read; signs of formatting are none.</summary>
    private string Words(ContentVersion version) => $"{version.Title}\n{PlainText.Lines(markdown.Format(version.Text).Html)}";
}

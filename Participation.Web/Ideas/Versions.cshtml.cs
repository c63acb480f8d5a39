using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Ideas;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Ideas;

/// <summary>What changed from version to version, readable by everyone who may read the idea.</summary>
[AllowAnonymous]
public sealed class VersionsModel(ParticipationDbContext db, CityClock clock) : PageModel
{
    private const int Most = 50;

    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Every version that can be compared, oldest first.</summary>
    public IReadOnlyList<(int Number, string Heading)> All { get; private set; } = [];

    /// <summary>The two versions that were chosen, compared; null when none were.</summary>
    public VersionView? Chosen { get; private set; }

    public int From { get; private set; }

    public int To { get; private set; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<VersionView> Versions { get; private set; } = [];

    public async Task OnGetAsync(int number, int? von, int? bis, CancellationToken cancel)
    {
        var idea = await db.Ideas.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) ?? throw new NotFoundException();
        var viewer = User.ActorOrNull();
        if (!idea.IsPublic && viewer?.IsModerator != true && viewer?.Person != idea.AuthorId) throw new NotFoundException();
        (Number, Title) = (number, idea.Title);
        var versions = await db.Set<IdeaVersion>().AsNoTracking().Where(version => version.IdeaId == idea.Id).OrderByDescending(version => version.Number).Take(Most).ToListAsync(cancel);
        Versions = [.. versions.Select((version, index) => new VersionView(
            version.Number, Heading(version), WordDiff.Between(index + 1 < versions.Count ? Whole(versions[index + 1]) : Whole(version), Whole(version))))];
        All = [.. versions.OrderBy(version => version.Number).Select(version => (version.Number, Heading(version)))];
        Compare(versions, von, bis);
    }

    private void Compare(List<IdeaVersion> versions, int? from, int? to)
    {
        (From, To) = (All.Count > 0 ? All[0].Number : 0, All.Count > 0 ? All[^1].Number : 0);
        var (old, young) = (versions.Find(version => version.Number == from), versions.Find(version => version.Number == to));
        if (old is null || young is null) return;
        (From, To) = (old.Number, young.Number);
        Chosen = new VersionView(To, string.Format(CultureInfo.CurrentUICulture, IdeaFormTexts.HistoryBetween, From, To), WordDiff.Between(Whole(old), Whole(young)));
    }

    private string Heading(IdeaVersion version) => string.Format(CultureInfo.CurrentUICulture, IdeaFormTexts.HistoryVersion, version.Number, clock.Time(version.WrittenAt));

    private static string Whole(IdeaVersion version) => $"{version.Title}\n{version.Summary}\n{version.Body}";
}

/// <summary>One version with its changes against the one before.</summary>
public sealed record VersionView(int Number, string Heading, IReadOnlyList<IReadOnlyList<DiffPiece>> Paragraphs);

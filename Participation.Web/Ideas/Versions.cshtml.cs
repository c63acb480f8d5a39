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

    /// <summary>Newest first.</summary>
    public IReadOnlyList<VersionView> Versions { get; private set; } = [];

    public async Task OnGetAsync(int number, CancellationToken cancel)
    {
        var idea = await db.Ideas.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) ?? throw new NotFoundException();
        var viewer = User.ActorOrNull();
        if (!idea.IsPublic && viewer?.IsModerator != true && viewer?.Person != idea.AuthorId) throw new NotFoundException();
        (Number, Title) = (number, idea.Title);
        var versions = await db.Set<IdeaVersion>().AsNoTracking().Where(version => version.IdeaId == idea.Id).OrderByDescending(version => version.Number).Take(Most).ToListAsync(cancel);
        Versions = [.. versions.Select((version, index) => new VersionView(
            version.Number,
            string.Format(CultureInfo.CurrentUICulture, IdeaFormTexts.HistoryVersion, version.Number, clock.Time(version.WrittenAt)),
            WordDiff.Between(index + 1 < versions.Count ? Whole(versions[index + 1]) : Whole(version), Whole(version))))];
    }

    private static string Whole(IdeaVersion version) => $"{version.Title}\n{version.Summary}\n{version.Body}";
}

/// <summary>One version with its changes against the one before.</summary>
public sealed record VersionView(int Number, string Heading, IReadOnlyList<IReadOnlyList<DiffPiece>> Paragraphs);

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Ideas;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary>What changed from version to version, readable by everyone who may read the idea.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.ApiRead), OutputCache(PolicyName = nameof(AnonymousPageCache))]
public sealed class VersionsModel(ParticipationDbContext db, CityClock clock) : PageModel
{
    private const int Most = 50;

    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Every version that can be compared, oldest first.</summary>
    public IReadOnlyList<(int Number, string Heading)> All { get; private set; } = [];

    /// <summary>Two versions compared: those that were chosen, else the newest with the one before. One comparison per page, they cost time.</summary>
    public VersionView? Compared { get; private set; }

    public int From { get; private set; }

    public int To { get; private set; }

    public async Task OnGetAsync(int number, int? von, int? bis, CancellationToken cancel)
    {
        HttpContext.Features.Get<IOutputCacheFeature>()?.Context.Tags.Add(CacheTags.Idea(number));
        var idea = await db.Ideas.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) ?? throw new NotFoundException();
        var viewer = User.ActorOrNull();
        if (idea.HiddenAt is not null && idea.PublishedAt is not null && viewer?.IsModerator != true && viewer?.Person != idea.AuthorId) throw new GoneException(idea.RemovalReason ?? "");
        if (!idea.IsReadable && viewer?.IsModerator != true && viewer?.Person != idea.AuthorId) throw new NotFoundException();
        (Number, Title) = (number, idea.Title);
        var versions = await db.Set<IdeaVersion>().AsNoTracking().Where(version => version.IdeaId == idea.Id).OrderByDescending(version => version.Number).Take(Most).ToListAsync(cancel);
        All = [.. versions.OrderBy(version => version.Number).Select(version => (version.Number, Heading(version)))];
        Compare(versions, von, bis);
    }

    private void Compare(List<IdeaVersion> versions, int? from, int? to)
    {
        if (versions.Count == 0) return;
        var young = versions.Find(version => version.Number == to) ?? versions[0];
        var old = versions.Find(version => version.Number == from) ?? versions.Find(version => version.Number == young.Number - 1) ?? young;
        (From, To) = (old.Number, young.Number);
        var heading = old == young ? Heading(young) : IdeaFormTexts.HistoryBetween.With(From, To);
        Compared = new VersionView(To, heading, WordDiff.Between(Whole(old), Whole(young)));
    }

    private string Heading(IdeaVersion version) => IdeaFormTexts.HistoryVersion.With(version.Number, clock.Time(version.WrittenAt));

    private static string Whole(IdeaVersion version) => $"{version.Title}\n{version.Summary}\n{version.Body}";
}

/// <summary>One version with its changes against the one before.</summary>
public sealed record VersionView(int Number, string Heading, IReadOnlyList<IReadOnlyList<DiffPiece>> Paragraphs);

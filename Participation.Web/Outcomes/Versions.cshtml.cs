using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Outcomes;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Outcomes;

/// <summary>Every text that a result has had, each beside the one before.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Results])]
public sealed class VersionsModel(ParticipationDbContext db, Versions versions, CityClock clock) : PageModel
{
    public ProcessResult Result { get; private set; } = null!;

    public IReadOnlyList<PublicVersion> All { get; private set; } = [];

    /// <summary>The version that is compared with the one before.</summary>
    public PublicVersion? Shown { get; private set; }

    public IReadOnlyList<IReadOnlyList<DiffPiece>> Difference { get; private set; } = [];

    public async Task OnGetAsync(int number, int? fassung, CancellationToken cancel)
    {
        Result = await db.Results.AsNoTracking().SingleOrDefaultAsync(result => result.Number == number, cancel) ?? throw new NotFoundException();
        Result.Publication.EnsureReadable(User, clock);
        All = await versions.PublicAsync(Subject.Of(Result.Id), Result.Publication, clock.Now, cancel);
        Shown = All.FirstOrDefault(version => version.Version.Number == fassung);
        // Beside the one before that was public, never beside a draft.
        if (Shown is { } shown) Difference = WordDiff.Between(All.FirstOrDefault(version => version.Version.Number < shown.Version.Number)?.Version.Text ?? "", shown.Version.Text);
    }
}

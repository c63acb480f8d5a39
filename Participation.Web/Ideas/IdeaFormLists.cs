using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Processes;
using Participation.Web.Accounts.Levels;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary>What the form of an idea offers to choose from.</summary>
public sealed class IdeaFormLists(ParticipationDbContext db, ResidenceQueries residences, CityClock clock)
{
    private const int Most = 100;

    /// <summary>Processes that collect ideas now, the permanent one first.</summary>
    public async Task<IReadOnlyList<Process>> OpenProcessesAsync(CancellationToken cancel) =>
        [.. (await db.Processes.AsNoTracking().OrderBy(process => process.CreatedAt).Take(Most).ToListAsync(cancel)).Where(process => process.IsOpen(ActivityKind.CollectIdeas, clock.Now))];

    /// <summary>A writer's level, as far as any of the processes asks for one; null for visitors.</summary>
    public Task<Verification?> LevelAsync(Actor? writer, IReadOnlyList<Process> processes, CancellationToken cancel) =>
        residences.ForAsync(writer, processes.Select(process => process.RequiredVerification).DefaultIfEmpty(Verification.Email).Max(), cancel);

    /// <summary>The level that is asked for and missing, or null.</summary>
    public Task<Verification?> MissingLevelAsync(ProcessId process, Actor writer, CancellationToken cancel) => residences.MissingAsync(process, writer, cancel);

    /// <summary>Why a decision keeps someone from writing, or null.</summary>
    public Task<Domain.Refusal?> BarredAsync(Actor? writer, CancellationToken cancel) => Speaking.BarredAsync(db, writer, clock.Now, cancel);

    /// <summary>Topics, after "please choose".</summary>
    public async Task<IReadOnlyList<SelectListItem>> TopicsAsync(CancellationToken cancel) =>
    [
        new(SharedTexts.PleaseChoose, ""),
        .. (await db.Topics.AsNoTracking().OrderBy(topic => topic.Order).Take(Most).ToListAsync(cancel)).Select(topic => new SelectListItem(topic.Name, topic.Key)),
    ];

    /// <summary>Districts, after "not sure".</summary>
    public async Task<IReadOnlyList<SelectListItem>> DistrictsAsync(CancellationToken cancel) =>
    [
        new(IdeaFormTexts.DistrictUnknown, ""),
        .. (await db.Districts.AsNoTracking().OrderBy(district => district.Order).Take(Most).ToListAsync(cancel)).Select(district => new SelectListItem(district.Name, district.Key)),
    ];

    /// <summary>In whose name someone may write: the own name first, then organisations; empty when there is no choice.</summary>
    public async Task<IReadOnlyList<SelectListItem>> OrganisationsAsync(Actor? actor, CancellationToken cancel)
    {
        if (actor is null) return [];
        var organisations = await Speaking.OrganisationsAsync(db, actor, cancel);
        return organisations.Count == 0 ? [] : [new(IdeaFormTexts.OwnName, ""), .. organisations.Select(organisation => new SelectListItem(organisation.Name, organisation.Id.ToString()))];
    }
}

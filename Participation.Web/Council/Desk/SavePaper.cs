using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Shared;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.Council.Desk;

/// <summary>The staff brings a paper in or changes it: text, files, where it comes from.</summary>
public sealed class SavePaper(ParticipationDbContext db, CouncilChange council, Attachments attachments, Announcements announcements)
{
    /// <param name="number">The paper; null for a new one.</param>
    /// <param name="plan">What is said of it.</param>
    /// <param name="origins">Where it comes from.</param>
    /// <param name="step">What becomes of its publication.</param>
    /// <param name="planned">Steps of its way that have no item of an agenda yet.</param>
    /// <param name="documents">Numbers of its files; the first is the main one.</param>
    /// <param name="expectedVersion">The version that was looked at.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Its number, or why not.</returns>
    public Task<Outcome<int>> ExecuteAsync(
        int? number, PaperPlan plan, PaperOrigins origins, PublicationChange step, IReadOnlyList<PlannedStep> planned, IReadOnlyList<int> documents, int expectedVersion, Actor actor, CancellationToken cancel) => council.RunAsync<int>(actor, "paper.save", async change =>
    {
        if (plan.Check() is { } wrong) return wrong;
        var paper = await db.Papers.AsSplitQuery().Include(candidate => candidate.Ideas).Include(candidate => candidate.Proposals).Include(candidate => candidate.Consultations).SingleOrDefaultAsync(candidate => candidate.Number == number, cancel);
        if (number is not null && paper is null) throw new Hosting.NotFoundException();
        if (paper is null)
        {
            if (Publication.Draft.Take(step, change.Now, out var publication) is { } no) return no;
            var recent = change.Now.AddMinutes(-10);
            // The same form sent twice is one paper.
            if (await db.Papers.AsNoTracking().AsSplitQuery().Include(other => other.Ideas).Include(other => other.Proposals).Include(other => other.Consultations)
                    .OrderBy(other => other.Number).FirstOrDefaultAsync(other => other.Name == plan.Name && other.Reference == plan.Reference && other.Date == plan.Date && other.CreatedAt > recent && other.DeletedAt == null, cancel) is { } same)
            {
                return same.Is(plan) && same.Publication.IsAsFarAs(publication, change.Now) && await attachments.AreAsync(Subject.Of(same.Id), documents, cancel) && IsPlanned(same, planned) && await ComesFromAsync(same, origins, cancel)
                    ? new Changed<int>(same.Number, null, null) : new IsThereAlready(plan.Name);
            }

            db.Papers.Add(paper = Paper.Introduce(await db.NextNumberAsync(Counter.Papers, cancel), plan, publication, change.Now));
        }
        else if (paper.IsImported)
        {
            // What comes from elsewhere is changed there; where it comes from here is ours.
            if (paper.Version != expectedVersion) return new ChangedMeanwhile();
        }
        else if (paper.Change(plan, step, expectedVersion, change.Now) is { } refusal) return refusal;

        if (!paper.IsImported && await db.CheckBodyAsync(paper.UnderDirectionOfId, paper.Publication, change.Now, cancel) is { } hidden) return hidden;
        if (await SetOriginsAsync(paper, origins, change.Now, cancel) is { } unknown) return unknown;
        if (!paper.IsImported && await attachments.SetAsync(Subject.Of(paper.Id), documents, cancel) is { } missing) return missing;
        if (!paper.IsImported) await PlanAsync(paper, planned, change.Now, cancel);
        await announcements.AnnounceAsync(paper, actor, change, cancel);
        return new Changed<int>(paper.Number, Subject.Of(paper.Id), plan.Name);
    }, cancel, origins.Proposals.Select(Channel.Proposal));

    /// <summary>Deletes a paper that nothing was decided on; one that was public is rather withdrawn.</summary>
    public Task<Outcome<int>> DeleteAsync(int number, Actor actor, CancellationToken cancel) => council.RunAsync<int>(actor, "paper.delete", async change =>
    {
        var paper = await db.Papers.Include(candidate => candidate.Consultations).SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) ?? throw new Hosting.NotFoundException();
        if (paper.IsImported) return new ComesFromElsewhere();
        var items = paper.Consultations.Where(step => step.DeletedAt is null && step.AgendaItemId is not null).Select(step => step.AgendaItemId!.Value).ToList();
        if (await db.Resolutions.Where(resolution => resolution.DeletedAt == null && items.Contains(resolution.AgendaItemId)).Select(resolution => resolution.Text).FirstOrDefaultAsync(cancel) is { } decided) return new StillInUse(decided[..Math.Min(decided.Length, 120)]);
        var was = paper.DeletedAt is null;
        foreach (var step in paper.Consultations) step.Delete(change.Now);
        paper.Delete(change.Now);
        return new Changed<int>(number, was ? Subject.Of(paper.Id) : null, paper.Name);
    }, cancel);

    /// <summary>Steps that stand on an agenda are changed there; the others are exactly these.</summary>
    private async Task PlanAsync(Paper paper, IReadOnlyList<PlannedStep> planned, DateTimeOffset now, CancellationToken cancel)
    {
        var open = paper.Consultations.Where(step => step.DeletedAt is null && step.AgendaItemId is null).ToList();
        foreach (var wanted in planned)
        {
            if (open.Find(step => step.BodyId == wanted.Body && step.Role == wanted.Role) is { } there) open.Remove(there);
            else paper.Consult(await db.NextNumberAsync(Counter.Consultations, cancel), new(wanted.Body, null, null, wanted.Role, wanted.Role is ConsultationRole.Decision), now);
        }

        foreach (var gone in open) gone.Delete(now);
    }

    private static bool IsPlanned(Paper paper, IReadOnlyList<PlannedStep> planned) =>
        paper.Consultations.Where(step => step is { DeletedAt: null, AgendaItemId: null }).Select(step => new PlannedStep(step.BodyId, step.Role)).OrderBy(step => step.Body.Value).ThenBy(step => step.Role)
            .SequenceEqual(planned.OrderBy(step => step.Body.Value).ThenBy(step => step.Role));

    private async Task<bool> ComesFromAsync(Paper paper, PaperOrigins origins, CancellationToken cancel)
    {
        var (ideas, proposals) = (paper.Ideas.Select(origin => origin.IdeaId).ToList(), paper.Proposals.Select(origin => origin.ProposalId).ToList());
        return (await db.Ideas.Where(idea => ideas.Contains(idea.Id)).Select(idea => idea.Number ?? 0).ToListAsync(cancel)).ToHashSet().SetEquals(origins.Ideas)
            && (await db.Proposals.Where(proposal => proposals.Contains(proposal.Id)).Select(proposal => proposal.Number).ToListAsync(cancel)).ToHashSet().SetEquals(origins.Proposals);
    }

    private async Task<Refusal?> SetOriginsAsync(Paper paper, PaperOrigins origins, DateTimeOffset now, CancellationToken cancel)
    {
        var wanted = origins.Ideas.Select(number => (int?)number).ToList();
        var ideas = await db.Ideas.Where(idea => wanted.Contains(idea.Number)).Select(idea => new { idea.Id, Number = idea.Number ?? 0 }).ToListAsync(cancel);
        if (origins.Ideas.Except(ideas.Select(idea => idea.Number)).ToList() is { Count: > 0 } noIdeas) return new UnknownIdeas(string.Join(", ", noIdeas));
        var proposals = await db.Proposals.Where(proposal => origins.Proposals.Contains(proposal.Number)).Select(proposal => new { proposal.Id, proposal.Number }).ToListAsync(cancel);
        if (origins.Proposals.Except(proposals.Select(proposal => proposal.Number)).ToList() is { Count: > 0 } noProposals) return new UnknownProposals(string.Join(", ", noProposals));
        return paper.SetOrigins([.. ideas.Select(idea => idea.Id)], [.. proposals.Select(proposal => proposal.Id)], now);
    }
}

/// <summary>A step of a paper's way that is planned: which body, and what it does with the paper.</summary>
public sealed record PlannedStep(BodyId Body, ConsultationRole Role);

/// <summary>Numbers of the ideas and proposals from which a paper comes.</summary>
public sealed record PaperOrigins(IReadOnlyList<int> Ideas, IReadOnlyList<int> Proposals);

/// <summary>Numbers that no idea has.</summary>
public sealed record UnknownIdeas(string Numbers) : Refusal;

/// <summary>Numbers that no proposal has.</summary>
public sealed record UnknownProposals(string Numbers) : Refusal;

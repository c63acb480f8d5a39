using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Strategy.Measures;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Measures;

/// <summary>What the form of a measure needs to know: the measure, what can be chosen, what typed numbers stand for, and who saved last.</summary>
public sealed class MeasureForms(ParticipationDbContext db, StrategyQueries strategy, MeasureLinksByNumber links, CityClock clock)
{
    /// <summary>The measure; for reading.</summary>
    public async Task<Measure> FindAsync(int number, CancellationToken cancel) =>
        await db.Measures.AsNoTracking().AsSplitQuery().Include(measure => measure.Milestones).Include(measure => measure.Ideas).Include(measure => measure.Proposals).Include(measure => measure.Papers).SingleOrDefaultAsync(measure => measure.Number == number, cancel)
        ?? throw new NotFoundException();

    /// <summary>What the form shows of it.</summary>
    public async Task<MeasureInput> InputAsync(Measure measure, CancellationToken cancel)
    {
        var (ideas, proposals, papers) = (measure.Ideas.Select(link => link.IdeaId).ToList(), measure.Proposals.Select(link => link.ProposalId).ToList(), measure.Papers.Select(link => link.PaperId).ToList());
        return MeasureInput.Of(
            measure, await db.Ideas.Where(idea => ideas.Contains(idea.Id)).Select(idea => idea.Number ?? 0).ToListAsync(cancel),
            await db.Proposals.Where(proposal => proposals.Contains(proposal.Id)).Select(proposal => proposal.Number).ToListAsync(cancel),
            await db.Papers.Where(paper => papers.Contains(paper.Id)).Select(paper => paper.Number).ToListAsync(cancel), clock);
    }

    /// <summary>What can be chosen, and what the typed numbers stand for.</summary>
    public async Task<MeasureLists> ListsAsync(MeasureInput input, CancellationToken cancel)
    {
        var fields = await strategy.FieldsAsync(drafts: true, cancel);
        var organisations = await db.Organisations.AsNoTracking().OrderBy(organisation => organisation.Name).Take(500).Select(organisation => new { organisation.Id, organisation.Name }).ToListAsync(cancel);
        var (ideas, proposals) = await links.TitlesAsync(MeasureInput.Numbers(input.Ideas) ?? [], MeasureInput.Numbers(input.Proposals) ?? [], cancel);
        var papers = await links.PaperNamesAsync(MeasureInput.Numbers(input.Papers) ?? [], cancel);
        return new MeasureLists(
            [new(MeasureFormTexts.Choose, ""), .. fields.Select(field => new SelectListItem($"{field.Order}. {field.Title}", field.Id.Value.ToString()))],
            [new(MeasuresTexts.Nobody, ""), .. organisations.Select(organisation => new SelectListItem(organisation.Name, organisation.Id.Value.ToString()))], ideas, proposals, papers);
    }

    /// <summary>What somebody else saved meanwhile, beside what was typed.</summary>
    public async Task<EditConflict> ConflictAsync(Measure saved, MeasureInput mine, CancellationToken cancel)
    {
        var (theirs, lists) = (await InputAsync(saved, cancel), await ListsAsync(mine, cancel));
        var by = await db.MeasureChanges.AsNoTracking().Where(change => change.MeasureId == saved.Id).OrderByDescending(change => change.At)
            .Select(change => db.People.Where(person => person.Id == change.By).Select(person => person.DisplayName).FirstOrDefault()).FirstOrDefaultAsync(cancel);
        return EditConflict.Of(by, saved.ChangedAt,
        [
            new(MeasureFormTexts.FieldTitle, theirs.Title, mine.Title), ConflictField.Of(MeasuresTexts.FieldIs, lists.Fields, theirs.Field, mine.Field), new(MeasureFormTexts.FieldDescription, theirs.Description, mine.Description),
            ConflictField.Of(MeasureFormTexts.FieldOrganisation, lists.Organisations, theirs.Organisation, mine.Organisation), new(MeasureFormTexts.FieldUnit, theirs.Unit, mine.Unit),
            new(MeasuresTexts.Status, MeasureWords.Of(theirs.Status), MeasureWords.Of(mine.Status)), new(MeasureFormTexts.FieldStatusReason, theirs.StatusReason, mine.StatusReason),
            new(MeasureFormTexts.FieldProgress, $"{theirs.Progress}", $"{mine.Progress}"), new(MeasuresTexts.MilestonesTitle, Lines(theirs), Lines(mine)),
            new(MeasureFormTexts.FieldIdeas, theirs.Ideas, mine.Ideas), new(MeasureFormTexts.FieldProposals, theirs.Proposals, mine.Proposals), new(MeasureFormTexts.FieldPapers, theirs.Papers, mine.Papers),
            mine.Publish.Renew(saved.Publication, clock),
        ]);
    }

    private string Lines(MeasureInput input) => string.Join("\n\n", input.Milestones.Where(milestone => !milestone.IsEmpty)
        .Select(milestone => $"{milestone.Title}, {(milestone.DueOn is { } due ? clock.Day(due) : "")}{(milestone.DoneOn is { } done ? $", {MeasuresTexts.DoneOn.With(clock.Day(done))}" : "")}"));
}

/// <summary>What can be chosen in the form of a measure, and what typed numbers stand for.</summary>
public sealed record MeasureLists(
    IReadOnlyList<SelectListItem> Fields, IReadOnlyList<SelectListItem> Organisations, IReadOnlyList<(int Number, string Title)> Ideas, IReadOnlyList<(int Number, string Title)> Proposals,
    IReadOnlyList<(int Number, string Title)> Papers);

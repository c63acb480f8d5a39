using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Processes;
using Participation.Domain.Strategy;
using Participation.Domain.Texts;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Texts;

/// <summary>Reads and prepares what the form of a text needs.</summary>
public sealed class TextForm(ParticipationDbContext db, PassagePlanning passages, TextFormatter texts, LastChange last, CityClock clock)
{
    private const int Most = 200;

    /// <summary>The text with its passages; null when there is none of this number.</summary>
    public Task<DiscussedText?> FindAsync(string number, CancellationToken cancel) => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
        ? db.DiscussedTexts.AsNoTracking().Include(text => text.Passages.OrderBy(passage => passage.Order)).SingleOrDefaultAsync(text => text.Number == known, cancel) : Task.FromResult<DiscussedText?>(null);

    /// <summary>What is in the form of a text as it is.</summary>
    public async Task<TextInput> InputOfAsync(DiscussedText text, CancellationToken cancel)
    {
        var process = await db.Processes.AsNoTracking().Where(process => process.Id == text.ProcessId).Select(process => process.Slug).SingleOrDefaultAsync(cancel);
        var paper = text.PaperId is { } id ? await db.Papers.AsNoTracking().Where(paper => paper.Id == id).Select(paper => (int?)paper.Number).SingleOrDefaultAsync(cancel) : null;
        return TextInput.Of(text, new TextOrigins(process, paper), clock);
    }

    /// <summary>Processes and strategies to choose from.</summary>
    public async Task<TextChoices> ChoicesAsync(CancellationToken cancel)
    {
        var processes = await db.Processes.AsNoTracking().OrderByDescending(process => process.CreatedAt).Take(Most).Select(process => new { process.Slug, process.Title }).ToListAsync(cancel);
        var strategies = await db.Strategies.AsNoTracking().OrderByDescending(paper => paper.CreatedAt).Take(Most).Select(paper => new { paper.Id, paper.Title }).ToListAsync(cancel);
        return new TextChoices(
            [new(SharedTexts.PleaseChoose, ""), .. processes.Select(process => new SelectListItem(process.Title, process.Slug))],
            [new(CityTexts.NoStrategy, ""), .. strategies.Select(paper => new SelectListItem(paper.Title, paper.Id.Value.ToString()))]);
    }

    /// <summary>The plan of what was typed: the text taken apart, its passages found again.</summary>
    public async Task<Outcome<TextPlan>> PlanAsync(TextInput input, DiscussedText? existing, CancellationToken cancel)
    {
        var process = await db.Processes.AsNoTracking().Where(candidate => candidate.Slug == input.Process).Select(candidate => (ProcessId?)candidate.Id).SingleOrDefaultAsync(cancel);
        if (process is not { } home) return new TextNeedsProcess();
        var paper = input.PaperNumber is { } number ? await db.Papers.AsNoTracking().Where(candidate => candidate.Number == number).Select(candidate => (PaperId?)candidate.Id).SingleOrDefaultAsync(cancel) : null;
        if (input.PaperNumber is { } missing && paper is null) return new TextPaperIsMissing(missing);
        var strategy = input.Strategy is { } asked ? await db.Strategies.AsNoTracking().Where(candidate => candidate.Id == StrategyPaperId.From(asked)).Select(candidate => (StrategyPaperId?)candidate.Id).SingleOrDefaultAsync(cancel) : null;
        var lead = await texts.FormatAsync(input.Lead, DiscussedText.LeadMaxLength, cancel);
        if (!lead.Done) return lead.Refusal;
        var whole = await passages.OfAsync(input.Whole, existing?.Passages ?? [], cancel);
        if (!whole.Done) return whole.Refusal;
        var plan = new TextPlan((input.Title ?? "").Trim(), lead.Value, home, strategy, paper, whole.Value);
        return plan.Check() is { } refusal ? refusal : plan;
    }

    /// <summary>What somebody else saved meanwhile, beside what was typed.</summary>
    public async Task<EditConflict> ConflictAsync(DiscussedText stored, TextInput mine, CancellationToken cancel)
    {
        var (theirs, choices, (by, at)) = (await InputOfAsync(stored, cancel), await ChoicesAsync(cancel), await last.OfAsync(Subject.Of(stored.Id), cancel));
        return EditConflict.Of(by, at,
        [
            new(CityTexts.FieldTitle, theirs.Title, mine.Title), new(CityTexts.FieldLead, theirs.Lead, mine.Lead), ConflictField.Of(CityTexts.FieldProcess, choices.Processes, theirs.Process, mine.Process),
            ConflictField.Of(CityTexts.FieldStrategy, choices.Strategies, theirs.Strategy, mine.Strategy), new(CityTexts.FieldPaper, theirs.Paper, mine.Paper), new(CityTexts.FieldWhole, theirs.Whole, mine.Whole),
            mine.Publish.Renew(stored.Publication, clock),
        ]);
    }
}

/// <summary>What there is to choose from in the form of a text.</summary>
public sealed record TextChoices(IReadOnlyList<SelectListItem> Processes, IReadOnlyList<SelectListItem> Strategies);

/// <summary>There is no such paper.</summary>
/// <param name="Number">The number that was typed.</param>
public sealed record TextPaperIsMissing(int Number) : Refusal;

/// <summary>What a plan does to the passages of a text.</summary>
/// <param name="Changed">Passages with other words.</param>
/// <param name="New">New passages.</param>
/// <param name="Gone">Passages that go.</param>
/// <param name="Discussed">Those among them that were discussed.</param>
public sealed record PassageChanges(int Changed, int New, int Gone, IReadOnlyList<TextPassage> Discussed)
{
    /// <summary>Compares a plan with the text as it is.</summary>
    public static PassageChanges Of(DiscussedText text, TextPlan plan)
    {
        var standing = text.Passages.Where(passage => passage.Stands).ToDictionary(passage => passage.Number);
        var kept = plan.Passages.Where(passage => passage.Number is { } number && standing.ContainsKey(number)).ToList();
        return new PassageChanges(
            kept.Count(passage => standing[passage.Number!.Value].Body.Markdown != passage.Body.Markdown), plan.Passages.Count - kept.Count, standing.Count - kept.Count, text.DiscussedWithout(plan));
    }
}

using System.Globalization;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Strategy;
using Participation.Domain.Strategy.Measures;
using Participation.Web.Editing;
using Participation.Web.Hosting;

namespace Participation.Web.Strategy.Measures;

/// <summary>What the form of a measure sends.</summary>
public sealed class MeasureInput
{
    public int Version { get; set; }

    public Guid? Field { get; set; }

    public string? Title { get; set; }

    public string? Description { get; set; }

    public Guid? Organisation { get; set; }

    public string? Unit { get; set; }

    public MeasureStatus Status { get; set; }

    public string? StatusReason { get; set; }

    public int? Progress { get; set; } = 0;

    public List<MilestoneInput> Milestones { get; set; } = [];

    /// <summary>Numbers of ideas as typed: 17, 23.</summary>
    public string? Ideas { get; set; }

    /// <summary>Numbers of proposals as typed.</summary>
    public string? Proposals { get; set; }

    /// <summary>Numbers of papers as typed.</summary>
    public string? Papers { get; set; }

    public string? ChangeReason { get; set; }

    public PublishInput Publish { get; set; } = new();

    /// <summary>What the form shows of a measure.</summary>
    public static MeasureInput Of(Measure measure, IEnumerable<int> ideas, IEnumerable<int> proposals, IEnumerable<int> papers, CityClock clock) => new()
    {
        Version = measure.Version, Field = measure.FieldId.Value, Title = measure.Title, Description = measure.Description.Markdown, Organisation = measure.ResponsibleOrganisationId?.Value,
        Unit = measure.ResponsibleUnit, Status = measure.Status, StatusReason = measure.StatusReason, Progress = measure.Progress,
        Milestones = [.. measure.Milestones.OrderBy(milestone => milestone.DueOn).ThenBy(milestone => milestone.Title, StringComparer.Ordinal).Select(milestone => new MilestoneInput { Id = milestone.Id.Value, Title = milestone.Title, DueOn = milestone.DueOn, DoneOn = milestone.DoneOn })],
        Ideas = string.Join(", ", ideas.Order()), Proposals = string.Join(", ", proposals.Order()), Papers = string.Join(", ", papers.Order()), Publish = PublishInput.Of(measure.Publication, clock),
    };

    /// <summary>Brings the list of milestones to the form's length.</summary>
    public void Complete()
    {
        while (Milestones.Count < Measure.MaxMilestones) Milestones.Add(new MilestoneInput());
    }

    /// <summary>The numbers in a text, or null when it holds anything else.</summary>
    public static IReadOnlyList<int>? Numbers(string? text)
    {
        var parts = (text ?? "").Split([',', ';', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var numbers = new List<int>();
        foreach (var part in parts)
        {
            if (!int.TryParse(part.TrimStart('#', '!'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0) return null;
            numbers.Add(number);
        }

        return [.. numbers.Distinct()];
    }

    /// <summary>The draft; the input was checked before.</summary>
    public MeasureDraft ToDraft(FormattedText description, CityClock clock) => new(
        new FieldOfActionId(Field ?? Guid.Empty), Title!.Trim(), description, Organisation is { } body ? new OrganisationId(body) : null, Text(Unit), Status, Text(StatusReason),
        Status is MeasureStatus.Implemented ? 100 : Progress ?? 0,
        [.. Milestones.Where(milestone => !milestone.IsEmpty).Select(milestone => new MilestonePlan(milestone.Id is { } id ? new MilestoneId(id) : null, milestone.Title!.Trim(), milestone.DueOn ?? default, milestone.DoneOn))],
        Numbers(Ideas) ?? [], Numbers(Proposals) ?? [], Numbers(Papers) ?? [])
    { ChangeReason = Text(ChangeReason), Publish = Publish.ToChange(clock), Version = Version };

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>One milestone of the form; an empty row is none.</summary>
public sealed class MilestoneInput
{
    public Guid? Id { get; set; }

    public string? Title { get; set; }

    public DateOnly? DueOn { get; set; }

    public DateOnly? DoneOn { get; set; }

    /// <summary>Whether nothing is filled in.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Title) && DueOn is null && DoneOn is null;
}

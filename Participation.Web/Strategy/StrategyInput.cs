using Microsoft.AspNetCore.Mvc.ModelBinding;
using Participation.Domain;
using Participation.Domain.Strategy;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.Strategy;

/// <summary>What the form of the strategy sends.</summary>
public sealed class StrategyInput
{
    /// <summary>The version that was changed; null when there was no strategy yet.</summary>
    public int? Version { get; set; }

    public string? Title { get; set; }

    public string? Subtitle { get; set; }

    public string? Publisher { get; set; }

    public string? Summary { get; set; }

    public string? Notice { get; set; }

    public string? FileAddress { get; set; }

    public string? FilePlace { get; set; }

    public string? FileFormat { get; set; }

    public int? FileKilobytes { get; set; }

    public int? FilePages { get; set; }

    public string? FileDated { get; set; }

    public List<StatusDateInput> StatusDates { get; set; } = [];

    public List<FieldInput> Fields { get; set; } = [];

    public AttachmentsInput Documents { get; set; } = new();

    public PublishInput Publish { get; set; } = new();

    /// <summary>What the form shows of a strategy.</summary>
    public static StrategyInput Of(StrategyPaper paper, CityClock clock) => new()
    {
        Version = paper.Version, Title = paper.Title, Subtitle = paper.Subtitle, Publisher = paper.Publisher, Summary = paper.Summary.Markdown, Notice = paper.Notice,
        FileAddress = paper.File.Address, FilePlace = paper.File.Place, FileFormat = paper.File.Format, FileKilobytes = paper.File.Kilobytes, FilePages = paper.File.Pages, FileDated = paper.File.Dated?.ToString(),
        StatusDates = [.. paper.StatusDates.Select(date => new StatusDateInput { On = date.On.ToString(), Label = date.Label, Source = date.Source })],
        Fields = [.. paper.Fields.OrderBy(part => part.Order).Select(part => new FieldInput { Id = part.Id.Value, Order = part.Order, Title = part.Title, Description = part.Description })],
        Publish = PublishInput.Of(paper.Publication, clock),
    };

    /// <summary>Brings the lists to the form's length.</summary>
    public void Complete()
    {
        while (StatusDates.Count < StrategyPaper.MaxStatusDates) StatusDates.Add(new StatusDateInput());
        while (Fields.Count < StrategyPaper.MaxFields) Fields.Add(new FieldInput());
    }

    /// <summary>The plan; the input was checked before.</summary>
    public StrategyPlan ToPlan(FormattedText summary) => new(
        Title!.Trim(), Text(Subtitle), Publisher!.Trim(), summary, Text(Notice),
        new PaperFile(WebAddress.Stored(FileAddress), Text(FilePlace), Text(FileFormat), FileKilobytes, FilePages, PartialDate.TryParse(FileDated, out var dated) ? dated : null),
        [.. StatusDates.Where(date => !date.IsEmpty).Select((date, order) => new StatusDate(order, PartialDate.Parse(date.On!), date.Label!.Trim(), WebAddress.Stored(date.Source)))],
        [.. Fields.Where(part => !part.IsEmpty).OrderBy(part => part.Order ?? int.MaxValue).Select(part => new FieldPlan(part.Id is { } id ? new FieldOfActionId(id) : null, part.Title!.Trim(), part.Description!.Trim()))]);

    /// <summary>Says field by field what is missing.</summary>
    public void Check(ModelStateDictionary state, CityClock clock)
    {
        state.Require("Input.Title", StrategyFormTexts.FieldTitle, Title, StrategyPaper.TitleMaxLength);
        state.Limit("Input.Subtitle", StrategyFormTexts.FieldSubtitle, Subtitle, StrategyPaper.SubtitleMaxLength);
        state.Require("Input.Publisher", StrategyTexts.Publisher, Publisher, StrategyPaper.PublisherMaxLength);
        state.Require("Input.Summary", StrategyFormTexts.FieldSummary, MarkdownText.Source(Summary), StrategyPaper.SummaryMaxLength);
        state.Limit("Input.Notice", StrategyTexts.NoticeLabel, Notice, StrategyPaper.NoticeMaxLength);
        CheckFile(state);
        for (var i = 0; i < StatusDates.Count; i++) CheckDate(state, $"Input.StatusDates[{i}]", StatusDates[i], i + 1);
        for (var i = 0; i < Fields.Count; i++) CheckField(state, $"Input.Fields[{i}]", Fields[i], i + 1);
        if (Fields.TrueForAll(part => part.IsEmpty)) state.AddModelError("Input.Fields[0].Title", RefusalTexts.StrategyNeedsField);
        if (Fields.Count > StrategyPaper.MaxFields) state.AddModelError("", RefusalTexts.TooManyFields.With(StrategyPaper.MaxFields));
        if (StatusDates.Count > StrategyPaper.MaxStatusDates) state.AddModelError("", RefusalTexts.TooManyStatusDates.With(StrategyPaper.MaxStatusDates));
        Publish.Check(state, clock);
    }

    private void CheckFile(ModelStateDictionary state)
    {
        if (!string.IsNullOrWhiteSpace(FileAddress) && !WebAddress.IsOne(FileAddress.Trim(), PaperFile.AddressMaxLength)) state.AddModelError("Input.FileAddress", StrategyFormTexts.AddressInvalid);
        state.Limit("Input.FilePlace", StrategyFormTexts.FieldFilePlace, FilePlace, PaperFile.PlaceMaxLength);
        state.Limit("Input.FileFormat", StrategyFormTexts.FieldFileFormat, FileFormat, PaperFile.FormatMaxLength);
        if (FileKilobytes is < 1 or > PaperFile.MaxKilobytes) state.AddModelError("Input.FileKilobytes", SharedTexts.FieldInvalid.With(StrategyFormTexts.FieldFileSize));
        if (FilePages is < 1 or > PaperFile.MaxPages) state.AddModelError("Input.FilePages", SharedTexts.FieldInvalid.With(StrategyFormTexts.FieldFilePages));
        if (!string.IsNullOrWhiteSpace(FileDated) && !PartialDate.TryParse(FileDated, out _)) state.AddModelError("Input.FileDated", StrategyFormTexts.DateInvalid);
    }

    private static void CheckDate(ModelStateDictionary state, string field, StatusDateInput date, int number)
    {
        if (date.IsEmpty) return;
        if (!PartialDate.TryParse(date.On, out _)) state.AddModelError($"{field}.On", StrategyFormTexts.DateInvalid);
        state.Require($"{field}.Label", StrategyFormTexts.StepLabelOf.With(number), date.Label, StatusDate.LabelMaxLength);
        if (!string.IsNullOrWhiteSpace(date.Source) && !WebAddress.IsOne(date.Source.Trim(), StatusDate.SourceMaxLength)) state.AddModelError($"{field}.Source", StrategyFormTexts.AddressInvalid);
    }

    private static void CheckField(ModelStateDictionary state, string field, FieldInput part, int number)
    {
        if (part.IsEmpty) return;
        state.Require($"{field}.Title", StrategyFormTexts.PartTitleOf.With(number), part.Title, FieldOfAction.TitleMaxLength);
        state.Require($"{field}.Description", StrategyFormTexts.PartDescriptionOf.With(number), part.Description, FieldOfAction.DescriptionMaxLength);
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>One step of the way; an empty row is none.</summary>
public sealed class StatusDateInput
{
    public string? On { get; set; }

    public string? Label { get; set; }

    public string? Source { get; set; }

    /// <summary>Whether nothing is filled in.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(On) && string.IsNullOrWhiteSpace(Label) && string.IsNullOrWhiteSpace(Source);
}

/// <summary>One field of action of the form; an empty row is none.</summary>
public sealed class FieldInput
{
    public Guid? Id { get; set; }

    /// <summary>Position; rows without one come last.</summary>
    public int? Order { get; set; }

    public string? Title { get; set; }

    public string? Description { get; set; }

    /// <summary>Whether nothing is filled in; a position alone says nothing.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Description);
}

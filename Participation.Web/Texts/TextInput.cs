using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Participation.Domain;
using Participation.Domain.Editing;
using Participation.Domain.Texts;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Texts;

/// <summary>What the form of a text sends; anything may be missing or unreadable.</summary>
public sealed class TextInput
{
    public int Version { get; set; }

    public string? SubmissionKey { get; set; }

    public string? Title { get; set; }

    public string? Lead { get; set; }

    /// <summary>Address of the process.</summary>
    public string? Process { get; set; }

    public Guid? Strategy { get; set; }

    /// <summary>Number of the paper that the text was taken from.</summary>
    public string? Paper { get; set; }

    /// <summary>The whole text.</summary>
    public string? Whole { get; set; }

    public string? Note { get; set; }

    /// <summary>Numbers of the discussed passages of which the form showed that they go.</summary>
    public List<int> Asked { get; set; } = [];

    public PublishInput Publish { get; set; } = new();

    /// <summary>What the form shows of a text.</summary>
    public static TextInput Of(DiscussedText text, TextOrigins origins, CityClock clock) => new()
    {
        Version = text.Version, Title = text.Title, Lead = text.Lead.Markdown, Process = origins.Process, Strategy = text.StrategyId?.Value, Paper = origins.Paper?.ToString(CultureInfo.InvariantCulture),
        Whole = WholeText.Of(text), Publish = PublishInput.Of(text.Publication, clock),
    };

    /// <summary>Notes what is missing or does not fit at its field.</summary>
    public void Check(ModelStateDictionary state, CityClock clock)
    {
        state.Require("Input.Title", CityTexts.FieldTitle, Title, DiscussedText.TitleMaxLength);
        state.Limit("Input.Lead", CityTexts.FieldLead, MarkdownText.Source(Lead), DiscussedText.LeadMaxLength);
        if (string.IsNullOrEmpty(Process)) state.Missing("Input.Process", CityTexts.FieldProcess);
        state.Require("Input.Whole", CityTexts.FieldWhole, MarkdownText.Source(Whole), DiscussedText.WholeMaxLength);
        state.Limit("Input.Note", CityTexts.FieldNote, Note, ContentVersion.NoteMaxLength);
        if (!string.IsNullOrWhiteSpace(Paper) && PaperNumber is null) state.AddModelError("Input.Paper", CityTexts.PaperInvalid);
        if (SubmissionKey?.Length > DiscussedText.SubmissionKeyMaxLength) state.AddModelError("", SharedTexts.FormExpired);
        Publish.Check(state, clock);
    }

    /// <summary>The number of the paper; null when none was said, or when it is no number.</summary>
    public int? PaperNumber => int.TryParse(Paper?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Under which field a rule's "no" stands.</summary>
    public static string FieldOf(Refusal refusal) => refusal switch
    {
        TextNeedsProcess => "Input.Process",
        TextPaperIsMissing => "Input.Paper",
        WithdrawalNeedsReason or PublicationMustLieAhead => PublishInput.FieldOf(refusal),
        TextNeedsPassage or TooManyPassages or PassageTooLong or PassagesHoldNoImages or DiscussedPassagesWouldGo => "Input.Whole",
        _ => refusal.Under("Input.Whole"),
    };
}

/// <summary>What a text belongs to, as its form names it.</summary>
/// <param name="Process">Address of the process.</param>
/// <param name="Paper">Number of the paper.</param>
public sealed record TextOrigins(string? Process, int? Paper);

using Microsoft.AspNetCore.Mvc.ModelBinding;
using Participation.Domain;
using Participation.Domain.Editing;
using Participation.Domain.News;
using Participation.Domain.Processes;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.News.TextPages;

/// <summary>What the form of a page sends; anything may be missing or unreadable.</summary>
public sealed class PageInput
{
    public int Version { get; set; }

    public string? Title { get; set; }

    /// <summary>Only for a new page: the address stays.</summary>
    public string? Slug { get; set; }

    public string? Body { get; set; }

    public string? Section { get; set; }

    public string? Summary { get; set; }

    /// <summary>What was changed and why.</summary>
    public string? Note { get; set; }

    public PublishInput Publish { get; set; } = new();

    /// <summary>What the form shows of a page.</summary>
    public static PageInput Of(Page page, CityClock clock) => new()
    {
        Version = page.Version, Title = page.Title, Slug = page.Slug, Body = page.Body.Markdown, Section = page.Section, Summary = page.Summary, Publish = PublishInput.Of(page.Publication, clock),
    };

    /// <summary>Notes what is missing or does not fit at its field.</summary>
    public void Check(bool isNew, ModelStateDictionary state, CityClock clock)
    {
        state.Require("Input.Title", NewsTexts.FieldTitle, Title, Page.TitleMaxLength);
        if (isNew) state.Limit("Input.Slug", NewsTexts.FieldSlug, Slug, Domain.Slug.MaxLength);
        state.Limit("Input.Body", NewsTexts.FieldBody, MarkdownText.Source(Body), Page.BodyMaxLength);
        state.Limit("Input.Section", NewsTexts.FieldSection, Section, Page.SectionMaxLength);
        state.Limit("Input.Summary", NewsTexts.FieldSummary, Summary, Page.SummaryMaxLength);
        state.Limit("Input.Note", NewsTexts.FieldNote, Note, ContentVersion.NoteMaxLength);
        if (Word(Section) is { } section && Domain.Slug.From(section) == "-") state.AddModelError("Input.Section", SharedTexts.FieldInvalid.With(NewsTexts.FieldSection));
        Publish.Check(state, clock);
    }

    /// <summary>The text for the use case.</summary>
    public PageText ToText(FormattedText body) => new((Title ?? "").Trim(), body, Word(Section), Word(Summary));

    /// <summary>Under which field a rule's "no" stands.</summary>
    public static string FieldOf(Refusal refusal) => refusal switch
    {
        AddressIsTaken => "Input.Slug",
        ChangeNeedsNote => "Input.Note",
        _ => refusal.Under("Input.Body"),
    };

    private static string? Word(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}

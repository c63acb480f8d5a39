using Participation.Domain.Editing;

namespace Participation.Domain.News;

/// <summary>A text page such as the imprint, or an article of the knowledge area, in one language.</summary>
public sealed class Page : IPublished
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaxLength = 120;

    /// <summary>Longest text, in characters.</summary>
    public const int BodyMaxLength = 40_000;

    /// <summary>Longest heading of the knowledge area, in characters.</summary>
    public const int SectionMaxLength = 60;

    /// <summary>Longest summary, in characters.</summary>
    public const int SummaryMaxLength = 300;

    private Page() { }

    /// <summary>Internal identity.</summary>
    public PageId Id { get; private set; }

    /// <summary>Part of the public address.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The text.</summary>
    public FormattedText Body { get; private set; } = FormattedText.Empty;

    /// <summary>Heading under which the knowledge area lists it; null when it is no part of that.</summary>
    public string? Section { get; private set; }

    /// <summary>What the knowledge area says about it.</summary>
    public string? Summary { get; private set; }

    /// <inheritdoc/>
    public Publication Publication { get; private set; } = Publication.Draft;

    /// <summary>When its title or text was last changed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Everything that is searched; see <see cref="SearchableWords"/>.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Optimistic concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Pages that the law asks for or that the frame of the site links to: they are changed, never taken away.</summary>
    public static IReadOnlyList<string> Duties { get; } =
        ["impressum", "datenschutz", "barrierefreiheit", "netiquette", "teilnahmebedingungen", "leichte-sprache", "so-funktioniert-es", "foermlich", "text-gestalten", "demo"];

    /// <summary>Whether it stays.</summary>
    public bool IsDuty => Duties.Contains(Slug);

    /// <summary>Begins a page as a draft.</summary>
    public static Page Write(PageId id, string slug, PageText text, DateTimeOffset now)
    {
        var page = new Page { Id = id, Slug = slug };
        page.Apply(text, now);
        return page;
    }

    /// <summary>Changes the text and takes a step of its publication; either both or, when one is refused, none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="step">The step.</param>
    /// <param name="note">What was changed and why; readers see it beside the version.</param>
    /// <param name="expectedVersion">The version that the editor saw.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The refusal, or null.</returns>
    public Refusal? Change(PageText text, PublicationChange step, string? note, int expectedVersion, DateTimeOffset now)
    {
        if (expectedVersion != Version) return new ChangedMeanwhile();
        if (IsDuty && step.Step is PublicationStep.Withdraw) return new DutyPageStays();
        if (Publication.Take(step, now, out var next) is { } refusal) return refusal;
        var isShown = next.StateAt(now) is PublicationState.Published or PublicationState.Scheduled;
        if (isShown && (text.Body.Markdown.Length == 0 || string.IsNullOrWhiteSpace(text.Title))) return new PageIsIncomplete();
        var isNewText = (Title, Body.Markdown) != (text.Title, text.Body.Markdown);
        if (IsDuty && isNewText && Publication.IsPublicAt(now) && string.IsNullOrWhiteSpace(note)) return new ChangeNeedsNote(ContentVersion.NoteMaxLength);
        Publication = next;
        Apply(text, now);
        Version++;
        return null;
    }

    private void Apply(PageText text, DateTimeOffset now)
    {
        if ((Title, Body.Markdown) != (text.Title, text.Body.Markdown)) ChangedAt = now;
        (Title, Body, Section, Summary) = (text.Title, text.Body, text.Section, text.Summary);
        Words = SearchableWords.Of([Title, Section, Summary, Body.Markdown]);
    }
}

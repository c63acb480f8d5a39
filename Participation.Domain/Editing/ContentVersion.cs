using Participation.Domain.Accounts;
using Participation.Domain.Discussions;

namespace Participation.Domain.Editing;

/// <summary>A text of the committee's side as it once was. Versions are counted from 1 and never changed; the newest is the present text.</summary>
public sealed class ContentVersion
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaxLength = 200;

    /// <summary>Longest note, in characters.</summary>
    public const int NoteMaxLength = 200;

    private ContentVersion() { }

    /// <summary>Kind of what it is a version of.</summary>
    public SubjectKind SubjectKind { get; private set; }

    /// <summary>Id of what it is a version of.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>1, 2, 3 …</summary>
    public int Number { get; private set; }

    /// <summary>Its title then.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Its text then, as typed.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What was changed and why, in the editor's words.</summary>
    public string? Note { get; private set; }

    /// <summary>Figures that were published with it, as JSON; null for a text without figures.</summary>
    public string? Figures { get; private set; }

    /// <summary>When they were counted.</summary>
    public DateTimeOffset? FiguresAt { get; private set; }

    /// <summary>When it was saved.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who saved it; null when the site did.</summary>
    public PersonId? By { get; private set; }

    /// <summary>Writes a version down.</summary>
    public static ContentVersion Of(Subject subject, int number, string title, string text, string? note, PersonId? by, DateTimeOffset at) =>
        new() { SubjectKind = subject.Kind, SubjectId = subject.Id, Number = number, Title = title, Text = text, Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(), At = at, By = by };

    /// <summary>Keeps the figures of the moment in which it appears.</summary>
    public void Keep(string figures, DateTimeOffset at) => (Figures, FiguresAt) = (figures, at);
}

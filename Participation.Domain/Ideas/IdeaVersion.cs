using Participation.Domain.Accounts;

namespace Participation.Domain.Ideas;

/// <summary>A text an idea once had, so that anyone can read what changed.</summary>
public sealed class IdeaVersion
{
    private IdeaVersion() { }

    /// <summary>Internal identity.</summary>
    public IdeaVersionId Id { get; private set; }

    /// <summary>The idea.</summary>
    public IdeaId IdeaId { get; private set; }

    /// <summary>1 is the text that was submitted.</summary>
    public int Number { get; private set; }

    /// <summary>Title of that version.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Summary of that version.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>Markdown of that version.</summary>
    public string Body { get; private set; } = "";

    /// <summary>When it was written.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Who wrote it.</summary>
    public PersonId WrittenBy { get; private set; }

    /// <returns>Whether something was taken out.</returns>
    internal bool Shorten(Moderation.Redaction redaction)
    {
        var before = (Title, Summary, Body);
        (Title, Summary, Body) = (redaction.Apply(Title), redaction.Apply(Summary), redaction.Apply(Body));
        return before != (Title, Summary, Body);
    }

    internal static IdeaVersion Of(IdeaId idea, int number, IdeaText text, PersonId by, DateTimeOffset now) => new()
    {
        Id = IdeaVersionId.New(now),
        IdeaId = idea,
        Number = number,
        Title = text.Title,
        Summary = text.Summary,
        Body = text.Body.Markdown,
        WrittenAt = now,
        WrittenBy = by,
    };
}

using Participation.Domain.Discussions;

namespace Participation.Domain.Uploads;

/// <summary>A document that stands beside something, to be downloaded. The same document may stand beside several things.</summary>
public sealed class Attachment
{
    /// <summary>Most documents beside one thing.</summary>
    public const int Most = 20;

    private Attachment() { }

    /// <summary>Kind of what it stands beside.</summary>
    public SubjectKind SubjectKind { get; private set; }

    /// <summary>Id of what it stands beside.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>The document.</summary>
    public DocumentId DocumentId { get; private set; }

    /// <summary>Order, from 0; the first is the main one.</summary>
    public int Position { get; private set; }

    /// <summary>Puts a document beside something.</summary>
    public static Attachment Of(Subject subject, DocumentId document, int position) =>
        new() { SubjectKind = subject.Kind, SubjectId = subject.Id, DocumentId = document, Position = position };

    /// <summary>Moves it.</summary>
    public void MoveTo(int position) => Position = position;
}

/// <summary>More documents than anyone reads.</summary>
public sealed record TooManyAttachments(int Limit) : Refusal;

/// <summary>A document was chosen that is not there any more.</summary>
public sealed record DocumentIsNotThere : Refusal;

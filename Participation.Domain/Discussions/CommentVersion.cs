namespace Participation.Domain.Discussions;

/// <summary>What a comment said before it was edited. Public.</summary>
public sealed class CommentVersion
{
    private CommentVersion() { }

    /// <summary>Internal identity.</summary>
    public CommentVersionId Id { get; private set; }

    /// <summary>The comment.</summary>
    public CommentId CommentId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>The Markdown of that version.</summary>
    public string Body { get; private set; } = "";

    /// <summary>When it was written.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <returns>Whether something was taken out.</returns>
    internal bool Shorten(Moderation.Redaction redaction)
    {
        var before = Body;
        Body = redaction.Apply(Body);
        return before != Body;
    }

    internal static CommentVersion Of(CommentId comment, int number, string body, DateTimeOffset writtenAt) =>
        new() { Id = CommentVersionId.New(writtenAt), CommentId = comment, Number = number, Body = body, WrittenAt = writtenAt };
}

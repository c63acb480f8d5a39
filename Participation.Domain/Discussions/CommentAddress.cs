namespace Participation.Domain.Discussions;

/// <summary>An address a comment had before its idea became part of another one; links to it go on working.</summary>
public sealed class CommentAddress
{
    private CommentAddress() { }

    /// <summary>Public number of the idea it stood under.</summary>
    public int IdeaNumber { get; private set; }

    /// <summary>Its number there.</summary>
    public int CommentNumber { get; private set; }

    /// <summary>The comment.</summary>
    public CommentId CommentId { get; private set; }

    /// <summary>Notes an address that is given up.</summary>
    public static CommentAddress Of(int idea, int number, CommentId comment) => new() { IdeaNumber = idea, CommentNumber = number, CommentId = comment };
}

using Participation.Domain.Accounts;
using Participation.Domain.Processes;

namespace Participation.Domain.Discussions;

/// <summary>Anything with a discussion of its own: an idea, or a passage of a text.</summary>
public interface IDiscussed
{
    /// <summary>What its comments belong to.</summary>
    Subject Subject { get; }

    /// <summary>Its public name.</summary>
    DiscussionKey Discussion { get; }

    /// <summary>What it is called.</summary>
    string Title { get; }

    /// <summary>Whose rules hold.</summary>
    ProcessId ProcessId { get; }

    /// <summary>Who wrote it and is told of comments; null for the city.</summary>
    PersonId? Writer { get; }

    /// <summary>Why nobody writes any more. Public; null while the discussion is open.</summary>
    string? LockReason { get; }

    /// <summary>Why it was taken out of view. Public.</summary>
    string? RemovalReason { get; }

    /// <summary>Whether everyone may read it at an instant.</summary>
    bool IsPublicAt(DateTimeOffset now);

    /// <summary>The number of the next comment.</summary>
    int NextCommentNumber();

    /// <summary>Counts a comment that became visible (1) or stopped being so (-1); a new one makes it active.</summary>
    void CountComment(int delta, DateTimeOffset? activeAt);
}

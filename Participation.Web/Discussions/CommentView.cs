using Participation.Domain.Accounts;
using Participation.Domain.Discussions;

namespace Participation.Web.Discussions;

/// <summary>A comment as everyone sees it; knows no viewer.</summary>
public sealed record CommentView(
    DiscussionKey Discussion, int Number, int? Parent, int Depth, string Path, string Author, string? Organisation, bool ByIdeaAuthor, CommentLabel Label, string Html,
    CommentStatus Status, DateTimeOffset PostedAt, DateTimeOffset? EditedAt, DateTimeOffset? RemovedAt, string? RemovalReason, int ReplyCount)
{
    /// <summary>Address of the organisation in whose name it was written.</summary>
    public string? OrganisationSlug { get; init; }

    /// <summary>Why nobody replies any more in the thread that it begins.</summary>
    public string? LockReason { get; init; }

    /// <summary>Whether there is something to show: the comment, or a stub that holds replies or a reason.</summary>
    public bool IsShown => Status is CommentStatus.Published or CommentStatus.Hidden || (Status is CommentStatus.Deleted && ReplyCount > 0);
}

/// <summary>What the page adds for the person who looks at it.</summary>
/// <param name="Name">Public name, or null for visitors.</param>
/// <param name="IsModerator">Whether to offer moderation.</param>
public sealed record CommentViewer(string? Name, bool IsModerator);

/// <summary>A top-level comment with the beginning of its thread.</summary>
public sealed record ThreadView(CommentView Root, IReadOnlyList<CommentView> Replies, bool HasMore);

/// <summary>How a discussion is sorted.</summary>
public enum DiscussionSort
{
    /// <summary>Threads with the latest post first.</summary>
    Active,

    /// <summary>Latest top-level comment first.</summary>
    Newest,

    /// <summary>In order of posting.</summary>
    Oldest,
}

/// <summary>A page of a discussion.</summary>
public sealed record DiscussionView(
    DiscussionKey Key, string Address, bool IsOpen, DiscussionSort Sort, int Page, int Pages, int Total, IReadOnlyList<ThreadView> Threads,
    IReadOnlyList<OwnComment> Waiting, CommentViewer Viewer, CommentFormModel Form, string WhoMay)
{
    /// <summary>Why a moderator closed the whole discussion.</summary>
    public string? LockReason { get; init; }

    /// <summary>Whether a text can be handed in at all.</summary>
    public bool TakesComments => IsOpen && (LockReason is null || Viewer.IsModerator);
}

/// <summary>One's own comment that waits for a moderator or was not published.</summary>
public sealed record OwnComment(int Number, string Html, CommentStatus Status, string? Reason, DateTimeOffset PostedAt);

/// <summary>The form under a discussion.</summary>
public sealed record CommentFormModel(
    DiscussionKey Discussion, int? ReplyTo, string? ReplyToAuthor, CommentLabel Label, string Body, string SubmissionKey, bool Held, IReadOnlyList<(Guid Id, string Name)> Organisations, string? WriterName,
    Verification Required, Verification? Level)
{
    /// <summary>What the text will look like, when that was asked for.</summary>
    public string? PreviewHtml { get; init; }

    /// <summary>What is personal in the text, when that was found just now.</summary>
    public Domain.Moderation.Guards.PersonalData? PersonalData { get; init; }

    /// <summary>Whether its author saw that and means it so.</summary>
    public bool SharesPersonalData { get; init; }

    /// <summary>Whether the level is there; a form with a text is shown in any case, so that nothing typed is lost.</summary>
    public bool MayWrite => Barred is null && Level >= Required;

    /// <summary>Why a decision keeps the writer from writing.</summary>
    public Domain.Refusal? Barred { get; init; }
}

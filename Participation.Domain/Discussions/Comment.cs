using System.Globalization;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;

namespace Participation.Domain.Discussions;

/// <summary>Where a comment is in its life.</summary>
public enum CommentStatus
{
    /// <summary>Everyone reads it.</summary>
    Published,

    /// <summary>Waits for a moderator.</summary>
    Queued,

    /// <summary>Was not published.</summary>
    Declined,

    /// <summary>Hidden with a statement of reasons; a stub remains.</summary>
    Hidden,

    /// <summary>Deleted by its author; a stub remains if it has replies.</summary>
    Deleted,
}

/// <summary>The label an author may put on a comment. About the subject, not about the comment replied to.</summary>
public enum CommentLabel
{
    /// <summary>No label.</summary>
    None,

    /// <summary>Speaks for it.</summary>
    For,

    /// <summary>Speaks against it.</summary>
    Against,

    /// <summary>Asks.</summary>
    Question,
}

/// <summary>A contribution to a discussion, four levels deep at most.</summary>
public sealed class Comment
{
    /// <summary>Deepest level; the top one is 0.</summary>
    public const int MaxDepth = 3;

    /// <summary>Longest text, in characters.</summary>
    public const int BodyMaxLength = 4000;

    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonMaxLength = 1000;

    /// <summary>Digits of one comment number in <see cref="Path"/>.</summary>
    public const int PathDigits = 7;

    /// <summary>Longest path, in characters.</summary>
    public const int PathMaxLength = PathDigits * (MaxDepth + 1);

    private readonly List<CommentVersion> _versions = [];

    private Comment() { }

    /// <summary>Internal identity.</summary>
    public CommentId Id { get; private set; }

    /// <summary>What is discussed.</summary>
    public SubjectKind SubjectKind { get; private set; }

    /// <summary>What is discussed.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Public number within the discussion, in order of posting.</summary>
    public int Number { get; private set; }

    /// <summary>The comment it replies to.</summary>
    public CommentId? ParentId { get; private set; }

    /// <summary>The top-level comment of its thread; itself for a top-level comment.</summary>
    public CommentId RootId { get; private set; }

    /// <summary>0 for a top-level comment.</summary>
    public int Depth { get; private set; }

    /// <summary>Zero-padded numbers from the root down to this comment: sorts a thread depth first under every collation.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Who wrote it.</summary>
    public PersonId AuthorId { get; private set; }

    /// <summary>In whose name, if not only in the author's own.</summary>
    public OrganisationId? OrganisationId { get; private set; }

    /// <summary>For, against, question or nothing.</summary>
    public CommentLabel Label { get; private set; }

    /// <summary>The text.</summary>
    public FormattedText Body { get; private set; } = FormattedText.Empty;

    /// <summary>Where it is in its life.</summary>
    public CommentStatus Status { get; private set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset PostedAt { get; private set; }

    /// <summary>When the text was last changed.</summary>
    public DateTimeOffset? EditedAt { get; private set; }

    /// <summary>When it was hidden, declined or deleted.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Why it was hidden or declined. Public.</summary>
    public string? RemovalReason { get; private set; }

    /// <summary>Whether it is hidden only until a person decides.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>Why nobody replies any more in the thread that it begins. Public; null while the thread is open.</summary>
    public string? LockReason { get; private set; }

    /// <summary>Replies below it that have a place on the page, at every depth: visible ones and stubs of hidden ones.</summary>
    public int ReplyCount { get; private set; }

    /// <summary>Last visible post in its thread; kept on the root.</summary>
    public DateTimeOffset ThreadActiveAt { get; private set; }

    /// <summary>Version of the text, from 1.</summary>
    public int TextVersion { get; private set; } = 1;

    /// <summary>Whether no moderator has looked at the visible text as it is now: posted at once, or changed since.</summary>
    public bool NeedsLook { get; private set; }

    /// <summary>Made by the form; two posts with the same key are one comment.</summary>
    public string SubmissionKey { get; private set; } = "";

    /// <summary>Optimistic concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Earlier texts, oldest first.</summary>
    public IReadOnlyList<CommentVersion> Versions => _versions;

    /// <summary>Whether everyone reads it.</summary>
    public bool IsVisible => Status is CommentStatus.Published;

    /// <summary>Someone posts. A reply to a comment on the deepest level joins its parent's replies.</summary>
    public static Comment Post(
        CommentId id, Subject subject, int number, Comment? parent, PersonId author, OrganisationId? organisation, CommentLabel label,
        FormattedText body, bool held, string submissionKey, DateTimeOffset now)
    {
        var depth = parent is null ? 0 : Math.Min(parent.Depth + 1, MaxDepth);
        var prefix = parent is null ? "" : parent.Path[..(depth * PathDigits)];
        return new Comment
        {
            Id = id, SubjectKind = subject.Kind, SubjectId = subject.Id, Number = number,
            ParentId = parent is null ? null : parent.Depth < MaxDepth ? parent.Id : parent.ParentId,
            RootId = parent?.RootId ?? id, Depth = depth,
            Path = prefix + PathPart(number),
            AuthorId = author, OrganisationId = organisation, Label = label, Body = body,
            Status = held ? CommentStatus.Queued : CommentStatus.Published,
            NeedsLook = !held, PostedAt = now, ThreadActiveAt = now, SubmissionKey = submissionKey,
        };
    }

    /// <summary>Its author changes the text; what it said before stays public.</summary>
    public Refusal? Edit(FormattedText body, CommentLabel label, DateTimeOffset now)
    {
        if (Status is not (CommentStatus.Published or CommentStatus.Queued)) return new CommentIsClosed(Status);
        if (body.Markdown == Body.Markdown && label == Label) return new Ideas.NothingChanged();
        _versions.Add(CommentVersion.Of(Id, TextVersion, Body.Markdown, EditedAt ?? PostedAt));
        (Body, Label, EditedAt) = (body, label, now);
        NeedsLook = IsVisible;
        TextVersion++;
        Version++;
        return null;
    }

    /// <summary>Its author deletes it. The text goes for good; with replies a stub remains.</summary>
    public Refusal? Delete(DateTimeOffset now)
    {
        if (Status is CommentStatus.Deleted) return null;
        if (Status is CommentStatus.Hidden or CommentStatus.Declined) return new CommentIsClosed(Status);
        _versions.Clear();
        Body = FormattedText.Empty;
        Remove(CommentStatus.Deleted, null, now);
        return null;
    }

    /// <summary>Its author leaves and takes the text along, whatever became of it. With replies a stub remains. A second call changes nothing.</summary>
    public void Erase(DateTimeOffset now)
    {
        _versions.Clear();
        (Body, Label, EditedAt) = (FormattedText.Empty, CommentLabel.None, null);
        if (Status is not CommentStatus.Deleted) Remove(CommentStatus.Deleted, null, now);
    }

    /// <summary>A moderator publishes a queued or declined comment.</summary>
    public Refusal? Publish()
    {
        if (Status is not (CommentStatus.Queued or CommentStatus.Declined)) return new CommentIsClosed(Status);
        Return();
        return null;
    }

    /// <summary>A moderator does not publish a queued comment and says why.</summary>
    public Refusal? Decline(string reason, DateTimeOffset now)
    {
        if (Status is not CommentStatus.Queued) return new CommentIsClosed(Status);
        if (string.IsNullOrWhiteSpace(reason)) return new Ideas.ReasonIsMissing();
        Remove(CommentStatus.Declined, reason, now);
        return null;
    }

    /// <summary>A moderator hides a visible comment and says why.</summary>
    public Refusal? Hide(string reason, DateTimeOffset now)
    {
        if (Status is not CommentStatus.Published && !IsHeld) return new CommentIsClosed(Status);
        if (string.IsNullOrWhiteSpace(reason)) return new Ideas.ReasonIsMissing();
        Remove(CommentStatus.Hidden, reason, now);
        return null;
    }

    /// <summary>It is hidden until a person decides.</summary>
    public Refusal? Hold(string reason, DateTimeOffset now)
    {
        if (Status is not CommentStatus.Published) return new CommentIsClosed(Status);
        Remove(CommentStatus.Hidden, reason, now);
        IsHeld = true;
        return null;
    }

    /// <summary>A moderator looked at what was reported and leaves it as it is.</summary>
    public void Keep()
    {
        NeedsLook = false;
        Version++;
    }

    /// <summary>A moderator brings a hidden comment back.</summary>
    public Refusal? Restore()
    {
        if (Status is not CommentStatus.Hidden) return new CommentIsClosed(Status);
        Return();
        return null;
    }

    /// <summary>A decision was undone: a comment that had waited waits again.</summary>
    public Refusal? Requeue()
    {
        if (Status is not (CommentStatus.Published or CommentStatus.Declined)) return new CommentIsClosed(Status);
        Return();
        Status = CommentStatus.Queued;
        return null;
    }

    /// <summary>Hiding was undone: it is public again, and whether somebody has looked at it is as before.</summary>
    public Refusal? Unhide()
    {
        var needsLook = NeedsLook;
        if (Restore() is { } refusal) return refusal;
        NeedsLook = needsLook;
        return null;
    }

    /// <summary>A decision was undone: a moderator should look again at what is visible.</summary>
    public void LookAgain() => NeedsLook = IsVisible;

    /// <summary>A moderator closes the thread that it begins, and says why.</summary>
    public Refusal? Lock(string reason)
    {
        if (Status is not CommentStatus.Published || Depth > 0 || LockReason is not null) return new CommentIsClosed(Status);
        if (string.IsNullOrWhiteSpace(reason)) return new Ideas.ReasonIsMissing();
        LockReason = reason;
        Version++;
        return null;
    }

    /// <summary>A moderator opens the thread again.</summary>
    public Refusal? Unlock()
    {
        if (LockReason is null) return new CommentIsClosed(Status);
        LockReason = null;
        Version++;
        return null;
    }

    /// <summary>A moderator takes passages out of the text and of all its earlier versions; the form in which the author edits is out of date then.</summary>
    /// <param name="redaction">What is taken out.</param>
    /// <param name="format">Renders Markdown.</param>
    public Refusal? Shorten(Redaction redaction, Func<string, FormattedText> format)
    {
        if (Status is CommentStatus.Deleted) return new CommentIsClosed(Status);
        var body = redaction.Apply(Body.Markdown);
        var changes = body != Body.Markdown;
        foreach (var version in _versions) changes |= version.Shorten(redaction);
        if (!changes) return new PassageNotFound();
        (Body, NeedsLook) = (format(body), false);
        TextVersion++;
        Version++;
        return null;
    }

    /// <summary>A moderator looked at the visible text and leaves it as it is.</summary>
    public Refusal? MarkSeen(int textVersion)
    {
        if (textVersion != TextVersion) return new ChangedMeanwhile();
        NeedsLook = false;
        return null;
    }

    /// <summary>Counts a reply below that became visible (1) or stopped being so (-1).</summary>
    public void CountReply(int delta) => ReplyCount += delta;

    /// <summary>Notes activity in the thread; kept on the root.</summary>
    public void Touch(DateTimeOffset at)
    {
        if (at > ThreadActiveAt) ThreadActiveAt = at;
    }

    /// <summary>Moves the comment to another discussion when ideas are merged; its thread moves with it.</summary>
    /// <param name="subject">What it is discussed under from now on.</param>
    /// <param name="numbers">The new number of every comment that moves, by its old one; in the same order, so that threads keep theirs.</param>
    public void MoveTo(Subject subject, IReadOnlyDictionary<int, int> numbers)
    {
        (SubjectKind, SubjectId, Number) = (subject.Kind, subject.Id, numbers[Number]);
        Path = string.Concat(Path.Chunk(PathDigits).Select(digits => PathPart(numbers[int.Parse(digits, CultureInfo.InvariantCulture)])));
        Version++;
    }

    private void Remove(CommentStatus status, string? reason, DateTimeOffset now)
    {
        (Status, RemovalReason, RemovedAt, NeedsLook, IsHeld) = (status, reason, now, status is CommentStatus.Hidden && NeedsLook, false);
        Version++;
    }

    private static string PathPart(int number) => number.ToString("D7", CultureInfo.InvariantCulture);

    private void Return()
    {
        (Status, RemovalReason, RemovedAt, NeedsLook, IsHeld) = (CommentStatus.Published, null, null, false, false);
        Version++;
    }
}

/// <summary>Hidden, declined and deleted comments stay as they are.</summary>
public sealed record CommentIsClosed(CommentStatus Status) : Refusal;

/// <summary>The process does not discuss now.</summary>
public sealed record DiscussionIsClosed : Refusal;

/// <summary>A moderator closed the thread or the whole discussion.</summary>
public sealed record ThreadIsLocked : Refusal;

/// <summary>An empty comment says nothing.</summary>
public sealed record CommentNeedsText : Refusal;

/// <summary>The comment replied to is not there any more.</summary>
public sealed record ParentIsGone : Refusal;

/// <summary>The form's own key belongs to another contribution already.</summary>
public sealed record KeyWasUsed : Refusal;

using Participation.Domain.Accounts;
using Participation.Domain.Processes;

namespace Participation.Domain.Ideas;

/// <summary>One person's suggestion, from draft to what became of it. State changes only through methods that say the rule.</summary>
public sealed partial class Idea : Discussions.IDiscussed
{
    /// <summary>Longest reason for declining, withdrawing or hiding, in characters.</summary>
    public const int ReasonMaxLength = 1000;

    /// <summary>Longest submission key, in characters.</summary>
    public const int SubmissionKeyMaxLength = 64;

    private readonly List<IdeaVersion> _versions = [];
    private readonly List<IdeaEvent> _events = [];
    private readonly List<OfficialAnswer> _answers = [];

    private Idea() { }

    /// <summary>Internal identity.</summary>
    public IdeaId Id { get; private set; }

    /// <summary>Public number, given when the idea is submitted; null while drafting.</summary>
    public int? Number { get; private set; }

    /// <summary>The process it belongs to.</summary>
    public ProcessId ProcessId { get; private set; }

    /// <summary>Who wrote it.</summary>
    public PersonId AuthorId { get; private set; }

    /// <summary>In whose name, if not only in the author's own.</summary>
    public OrganisationId? OrganisationId { get; private set; }

    /// <summary>One sentence.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What lists show.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>The description.</summary>
    public FormattedText Body { get; private set; } = FormattedText.Empty;

    /// <summary>Topic; null only while drafting.</summary>
    public string? TopicKey { get; private set; }

    /// <summary>District, or null for "not sure".</summary>
    public string? DistrictKey { get; private set; }

    /// <summary>Street, square or stop.</summary>
    public string? Place { get; private set; }

    /// <summary>WGS 84 degrees.</summary>
    public double? Latitude { get; private set; }

    /// <summary>WGS 84 degrees.</summary>
    public double? Longitude { get; private set; }

    /// <summary>Where it is in its life.</summary>
    public IdeaStatus Status { get; private set; }

    /// <summary>Version of the text; 1 is what was submitted.</summary>
    public int TextVersion { get; private set; } = 1;

    /// <summary>People for it.</summary>
    public int ForCount { get; private set; }

    /// <summary>People who take note.</summary>
    public int NeutralCount { get; private set; }

    /// <summary>People against it.</summary>
    public int AgainstCount { get; private set; }

    /// <summary>The smaller of the two camps; stored for sorting.</summary>
    public int Contention { get; private set; }

    /// <summary>Visible comments.</summary>
    public int CommentCount { get; private set; }

    /// <summary>Number of the newest comment, visible or not.</summary>
    public int LastCommentNumber { get; private set; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was handed in.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>When it became public.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Last text, comment, status or answer.</summary>
    public DateTimeOffset ActiveAt { get; private set; }

    /// <summary>When the next word from the city is due.</summary>
    public DateOnly? NextDate { get; private set; }

    /// <summary>Who takes care of it.</summary>
    public OrganisationId? ResponsibleOrganisationId { get; private set; }

    /// <summary>The unit within that organisation.</summary>
    public string? ResponsibleUnit { get; private set; }

    /// <summary>The idea it became part of.</summary>
    public IdeaId? MergedIntoId { get; private set; }

    /// <summary>Since when it is hidden; null while it is not. Restoring brings everything back as it was.</summary>
    public DateTimeOffset? HiddenAt { get; private set; }

    /// <summary>Whether it is hidden only until a person decides.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>Why it was hidden or declined. Shown with 410.</summary>
    public string? RemovalReason { get; private set; }

    /// <summary>Why nobody comments any more, by a moderator's decision. Public; null while the discussion is not closed so.</summary>
    public string? LockReason { get; private set; }

    /// <summary>Who of the staff wrote it down for someone without an account; null when its author wrote it.</summary>
    public PersonId? AssistedBy { get; private set; }

    /// <summary>When its author left and took the text along; it never comes back.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Whether no moderator has looked at the public text as it is now: published at once, or changed since.</summary>
    public bool NeedsLook { get; private set; }

    /// <summary>Made by the form; two submissions with the same key are one idea.</summary>
    public string? SubmissionKey { get; private set; }

    /// <summary>Optimistic concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Texts it had, oldest first.</summary>
    public IReadOnlyList<IdeaVersion> Versions => _versions;

    /// <summary>Its timeline, oldest first.</summary>
    public IReadOnlyList<IdeaEvent> Events => _events;

    /// <summary>Official answers, oldest first.</summary>
    public IReadOnlyList<OfficialAnswer> Answers => _answers;

    /// <summary>Counts of all stances.</summary>
    public StanceCounts Stances => new(ForCount, NeutralCount, AgainstCount);

    /// <summary>Whether anyone may read it.</summary>
    public bool IsPublic => Status.IsPublic() && HiddenAt is null;

    /// <inheritdoc/>
    public Discussions.Subject Subject => Discussions.Subject.Of(Id);

    /// <inheritdoc/>
    public Discussions.DiscussionKey Discussion => Number ?? throw new InvalidOperationException("A discussed idea has a number.");

    /// <inheritdoc/>
    public PersonId? Writer => AuthorId;

    /// <inheritdoc/>
    public bool IsPublicAt(DateTimeOffset now) => IsPublic;

    /// <summary>Whether anyone may read its text: at its own address, or where it became part of another idea.</summary>
    public bool IsReadable => IsPublic || (Status is IdeaStatus.Merged && PublishedAt is not null && HiddenAt is null);

    /// <summary>Someone begins an idea.</summary>
    public static Idea Draft(IdeaId id, ProcessId process, PersonId author, OrganisationId? organisation, IdeaText text, string submissionKey, DateTimeOffset now)
    {
        var idea = new Idea
        {
            Id = id, ProcessId = process, AuthorId = author, OrganisationId = organisation, SubmissionKey = submissionKey,
            Status = IdeaStatus.Draft, CreatedAt = now, ActiveAt = now,
        };
        idea.Write(text);
        return idea;
    }

    /// <summary>Keeps writing at a draft.</summary>
    public Refusal? EditDraft(IdeaText text, ProcessId process, OrganisationId? organisation, DateTimeOffset now)
    {
        if (Status is not IdeaStatus.Draft) return new StepNotPossible(Status);
        Write(text);
        (ProcessId, OrganisationId) = (process, organisation);
        ActiveAt = now;
        Version++;
        return null;
    }

    /// <summary>Hands the idea in: it is published at once or waits for a moderator, as the process says.</summary>
    /// <param name="number">The public number it gets.</param>
    /// <param name="process">Its process.</param>
    /// <param name="author">Its author.</param>
    /// <param name="now">The instant.</param>
    /// <param name="held">Whether it waits for a moderator whatever the process says.</param>
    public Refusal? Submit(int number, Process process, Person author, DateTimeOffset now, bool held = false)
    {
        if (Status is not IdeaStatus.Draft) return new StepNotPossible(Status);
        if (!process.IsOpen(ActivityKind.CollectIdeas, now)) return new CollectingIsClosed();
        if (AssistedBy is null && author.CheckWriting(process.RequiredVerification, now) is { } barred) return barred;
        if (!IsComplete(Text)) return new IdeaIsIncomplete();
        Number = number;
        SubmittedAt = now;
        TextVersion = 1;
        _versions.Add(IdeaVersion.Of(Id, 1, Text, AuthorId, now));
        Step(IdeaStatus.Submitted, IdeaEventKind.Submitted, AuthorId, now);
        if (!process.HoldsIdeas && !held) MakePublic(process, null, now);
        return null;
    }

    /// <summary>A moderator makes a submitted (or earlier declined) idea public.</summary>
    public Refusal? Publish(Process process, PersonId by, DateTimeOffset now)
    {
        if (Status is not (IdeaStatus.Submitted or IdeaStatus.Declined) || ErasedAt is not null) return new StepNotPossible(Status);
        if (AssistedBy == by) return new PublishedBySomeoneElse();
        MakePublic(process, by, now);
        return null;
    }

    /// <summary>A moderator does not publish the idea and says why.</summary>
    public Refusal? Decline(string reason, PersonId? by, DateTimeOffset now)
    {
        if (Status is not IdeaStatus.Submitted) return new StepNotPossible(Status);
        if (string.IsNullOrWhiteSpace(reason)) return new ReasonIsMissing();
        RemovalReason = reason;
        Step(IdeaStatus.Declined, IdeaEventKind.Declined, by, now, reason);
        return null;
    }

    /// <summary>Changes the text. Every change after submission is a version that anyone can compare.</summary>
    public Refusal? Revise(IdeaText text, PersonId by, DateTimeOffset now)
    {
        if (Status is not (IdeaStatus.Submitted or IdeaStatus.Published or IdeaStatus.UnderReview) || HiddenAt is not null) return new TextIsSettled(Status);
        // The same words, rendered anew, are the same text.
        if (text with { Body = text.Body.Markdown == Body.Markdown ? Body : text.Body } == Text) return new NothingChanged();
        if (!IsComplete(text)) return new IdeaIsIncomplete();
        Write(text);
        TextVersion++;
        _versions.Add(IdeaVersion.Of(Id, TextVersion, text, by, now));
        _events.Add(IdeaEvent.Of(Id, IdeaEventKind.Revised, by, now));
        NeedsLook = Status.IsPublic();
        ActiveAt = now;
        Version++;
        return null;
    }

    /// <summary>Its author takes it back. What was public stays readable; what nobody published stays out of view for good.</summary>
    public Refusal? Withdraw(string? reason, DateTimeOffset now)
    {
        if (Status is not (IdeaStatus.Submitted or IdeaStatus.Published or IdeaStatus.UnderReview)) return new StepNotPossible(Status);
        NextDate = null;
        if (PublishedAt is null) HiddenAt = now;
        Step(IdeaStatus.Withdrawn, IdeaEventKind.Withdrawn, AuthorId, now, reason);
        return null;
    }

    private IdeaText Text => new(Title, Summary, Body, TopicKey, DistrictKey, Place, Latitude, Longitude);

    private static bool IsComplete(IdeaText text) =>
        text.Title.Length >= IdeaText.TitleMinLength && text.Title.Any(char.IsLetterOrDigit) && text.Body.Markdown.Trim().Length >= IdeaText.BodyMinLength && text.TopicKey is not null;

    private void Write(IdeaText text)
    {
        (Title, Summary, Body) = (text.Title, text.Summary, text.Body);
        (TopicKey, DistrictKey, Place) = (text.TopicKey, text.DistrictKey, text.Place);
        (Latitude, Longitude) = text.Latitude is null || text.Longitude is null ? (null, null) : (text.Latitude, text.Longitude);
    }

    private void MakePublic(Process process, PersonId? by, DateTimeOffset now)
    {
        PublishedAt = now;
        RemovalReason = null;
        NeedsLook = by is null;
        NextDate = DateOnly.FromDateTime(now.UtcDateTime).AddDays(process.AnswerWithinDays);
        Step(IdeaStatus.Published, IdeaEventKind.Published, by, now);
    }

    private void Step(IdeaStatus status, IdeaEventKind kind, PersonId? by, DateTimeOffset now, string? note = null, int? other = null, AnswerOutcome? outcome = null)
    {
        Status = status;
        _events.Add(IdeaEvent.Of(Id, kind, by, now, note, other, outcome));
        ActiveAt = now;
        Version++;
    }
}

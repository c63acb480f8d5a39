using Participation.Domain.Accounts;
using Participation.Domain.Moderation;

namespace Participation.Domain.Proposals.Suggestions;

/// <summary>Somebody who takes part for an organisation remarks something on a passage of a draft, or replies to such a remark; replies have no replies. The public does not see it.</summary>
public sealed class PassageComment : Moderated
{
    /// <summary>Longest text, in characters.</summary>
    public const int BodyMaxLength = 2000;

    /// <summary>Most remarks and replies of one proposal.</summary>
    public const int Most = 2000;

    /// <summary>Most remarks and replies of one person in one proposal.</summary>
    public const int MostOfPerson = 200;

    private PassageComment() { }

    /// <summary>Internal identity.</summary>
    public PassageCommentId Id { get; private set; }

    /// <summary>The proposal.</summary>
    public ProposalId ProposalId { get; private set; }

    /// <summary>From 1 within the proposal.</summary>
    public int Number { get; private set; }

    /// <summary>The remark it replies to; null for a remark.</summary>
    public PassageCommentId? ParentId { get; private set; }

    /// <summary>What it is about; of a reply, as it was when it was written.</summary>
    public Passage Passage { get; private set; } = null!;

    /// <summary>The text, without format.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Who wrote it.</summary>
    public PersonId AuthorId { get; private set; }

    /// <summary>For which organisation.</summary>
    public OrganisationId OrganisationId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When it was settled; null while it is open.</summary>
    public DateTimeOffset? ResolvedAt { get; private set; }

    /// <summary>Who settled it.</summary>
    public PersonId? ResolvedBy { get; private set; }

    /// <summary>When its author deleted it.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <inheritdoc/>
    public override bool IsGone => RemovedAt is not null;

    /// <summary>Whether those inside read it.</summary>
    public bool IsVisible => RemovedAt is null && HiddenAt is null;

    /// <summary>Made by the form; two with the same key are one.</summary>
    public string SubmissionKey { get; private set; } = "";

    /// <summary>Somebody writes it.</summary>
    /// <param name="id">Internal identity.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="number">Its number there.</param>
    /// <param name="parent">The remark it replies to.</param>
    /// <param name="passage">What a remark is about.</param>
    /// <param name="body">The text.</param>
    /// <param name="author">Who writes.</param>
    /// <param name="organisation">For which organisation.</param>
    /// <param name="key">Made by the form.</param>
    /// <param name="now">When.</param>
    public static PassageComment Write(
        PassageCommentId id, ProposalId proposal, int number, PassageComment? parent, Passage passage, string body, PersonId author, OrganisationId organisation, string key, DateTimeOffset now) => new()
        {
            Id = id, ProposalId = proposal, Number = number, ParentId = parent?.Id, Passage = passage, Body = body.Trim(), AuthorId = author, OrganisationId = organisation, SubmissionKey = key, At = now,
        };

    /// <summary>It is settled. A second call changes nothing.</summary>
    public Refusal? Resolve(PersonId by, DateTimeOffset now)
    {
        if (ParentId is not null || !IsVisible) return new RemarkIsClosed();
        if (ResolvedAt is not null) return null;
        (ResolvedAt, ResolvedBy) = (now, by);
        Version++;
        return null;
    }

    /// <summary>It is open again. A second call changes nothing.</summary>
    public Refusal? Reopen()
    {
        if (ParentId is not null || !IsVisible) return new RemarkIsClosed();
        if (ResolvedAt is null) return null;
        (ResolvedAt, ResolvedBy) = (null, null);
        Version++;
        return null;
    }

    /// <summary>Its author deletes it, or leaves and takes the words along. A second call changes nothing.</summary>
    public void Erase(DateTimeOffset now)
    {
        (Body, RemovedAt) = ("", RemovedAt ?? now);
        Version++;
    }

    /// <summary>Its passage is somewhere else by now.</summary>
    public void Move(Passage passage) => Passage = passage;
}

/// <summary>Identifies a <see cref="PassageComment"/>.</summary>
public readonly record struct PassageCommentId(Guid Value) : IEntityId<PassageCommentId>
{
    /// <inheritdoc/>
    public static PassageCommentId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static PassageCommentId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Moderation;

namespace Participation.Domain.Ideas;

/// <content>What moderators and the administration do with a public idea.</content>
public sealed partial class Idea
{
    /// <summary>The administration begins to look into it.</summary>
    public Refusal? BeginReview(PersonId by, DateTimeOffset now)
    {
        if (Status is not IdeaStatus.Published || HiddenAt is not null) return new StepNotPossible(Status);
        Step(IdeaStatus.UnderReview, IdeaEventKind.ReviewBegun, by, now);
        return null;
    }

    /// <summary>Publishes the administration's answer; an interim answer moves a published idea under review.</summary>
    public Refusal? Answer(AnswerDraft answer, PersonId by, DateTimeOffset now)
    {
        if (!IsPublic || Status is IdeaStatus.Withdrawn) return new AnswerNeedsPublicIdea(Status);
        if (answer.Outcome is AnswerOutcome.Interim && Status.IsAnswered()) return new AnswerNeedsPublicIdea(Status);
        if (IsBeingCarriedOut && answer.Outcome is AnswerOutcome.Rejected) return new StepNotPossible(Status);
        if (string.IsNullOrWhiteSpace(answer.Text.Markdown)) return new AnswerNeedsText();
        if (answer.NextDate is { } next && next <= DateOnly.FromDateTime(now.UtcDateTime)) return new NextDateMustLieAhead(next);
        _answers.Add(OfficialAnswer.Give(Id, answer, by, now));
        ResponsibleOrganisationId = answer.ResponsibleOrganisation;
        ResponsibleUnit = answer.ResponsibleUnit;
        NextDate = answer.NextDate;
        Step(StatusAfter(answer.Outcome), IdeaEventKind.Answered, by, now, outcome: answer.Outcome);
        return null;
    }

    /// <summary>
    /// The resolution that the newest answer says was withdrawn: the answer stays to be read, the newest one says that it no longer counts, and the idea is under review again. What is
    /// being carried out, or was answered otherwise since, stays as it is.
    /// </summary>
    public Refusal? TakeBackAnswer(ResolutionId resolution, FormattedText text, PersonId by, DateTimeOffset now)
    {
        if (!IsPublic || IsBeingCarriedOut || _answers.OrderBy(answer => answer.AnsweredAt).LastOrDefault() is not { Outcome: not AnswerOutcome.Interim } last || last.ResolutionId != resolution) return new AnswerNeedsPublicIdea(Status);
        _answers.Add(OfficialAnswer.Give(Id, new AnswerDraft(AnswerOutcome.Interim, text, ResponsibleOrganisationId, ResponsibleUnit, null, resolution), by, now));
        NextDate = null;
        Step(IdeaStatus.UnderReview, IdeaEventKind.Answered, by, now, outcome: AnswerOutcome.Interim);
        return null;
    }

    /// <summary>Carrying an accepted idea out begins.</summary>
    public Refusal? BeginImplementation(PersonId by, DateTimeOffset now)
    {
        if (Status is not (IdeaStatus.Accepted or IdeaStatus.PartlyAccepted) || HiddenAt is not null) return new StepNotPossible(Status);
        Step(IdeaStatus.InImplementation, IdeaEventKind.ImplementationBegun, by, now);
        return null;
    }

    /// <summary>It was carried out.</summary>
    public Refusal? CompleteImplementation(PersonId by, DateTimeOffset now)
    {
        if (Status is not (IdeaStatus.Accepted or IdeaStatus.PartlyAccepted or IdeaStatus.InImplementation) || HiddenAt is not null) return new StepNotPossible(Status);
        NextDate = null;
        Step(IdeaStatus.Implemented, IdeaEventKind.Implemented, by, now);
        return null;
    }

    /// <summary>Takes the idea out of public view, with a reason; restoring brings it back as it was.</summary>
    public Refusal? Hide(string reason, DateTimeOffset now)
    {
        if (HiddenAt is null ? !IsReadable : !IsHeld) return new StepNotPossible(Status);
        if (string.IsNullOrWhiteSpace(reason)) return new ReasonIsMissing();
        HiddenAt = now;
        RemovalReason = reason;
        IsHeld = false;
        Version++;
        return null;
    }

    /// <summary>Takes the idea out of public view until a person decides.</summary>
    public Refusal? Hold(string reason, DateTimeOffset now)
    {
        if (HiddenAt is not null) return new StepNotPossible(Status);
        if (Hide(reason, now) is { } refusal) return refusal;
        IsHeld = true;
        return null;
    }

    /// <summary>A moderator looked at what was reported and leaves it as it is.</summary>
    public void Keep()
    {
        NeedsLook = false;
        Version++;
    }

    /// <summary>Brings back what was hidden; never makes public what nobody published.</summary>
    public Refusal? Restore()
    {
        if (HiddenAt is null || PublishedAt is null || ErasedAt is not null) return new StepNotPossible(Status);
        HiddenAt = null;
        RemovalReason = null;
        (IsHeld, NeedsLook) = (false, false);
        Version++;
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

    /// <summary>A decision was undone: an idea that had waited waits again, one that had been declined is declined again, and its timeline says nothing of it.</summary>
    /// <param name="decidedAt">When it was decided.</param>
    /// <param name="declinedBecause">Why it had been declined before; null when it had waited.</param>
    public Refusal? Requeue(DateTimeOffset decidedAt, string? declinedBecause = null)
    {
        if (Status is not (IdeaStatus.Published or IdeaStatus.Declined) || HiddenAt is not null) return new StepNotPossible(Status);
        (Status, PublishedAt, NextDate, RemovalReason, NeedsLook) = (declinedBecause is null ? IdeaStatus.Submitted : IdeaStatus.Declined, null, null, declinedBecause, false);
        _events.RemoveAll(step => step.At == decidedAt && step.Kind is IdeaEventKind.Published or IdeaEventKind.Declined);
        Version++;
        return null;
    }

    /// <summary>A decision was undone: a moderator should look again at what is public.</summary>
    public void LookAgain() => NeedsLook = IsReadable;

    /// <summary>Closes the discussion, with a reason; what was written stays.</summary>
    public Refusal? Lock(string reason)
    {
        if (!IsPublic || LockReason is not null) return new StepNotPossible(Status);
        if (string.IsNullOrWhiteSpace(reason)) return new ReasonIsMissing();
        LockReason = reason;
        Version++;
        return null;
    }

    /// <summary>Opens the discussion again.</summary>
    public Refusal? Unlock()
    {
        if (LockReason is null) return new StepNotPossible(Status);
        LockReason = null;
        Version++;
        return null;
    }

    /// <summary>Takes passages out of the text and of all its earlier versions; the form in which the author edits is out of date then.</summary>
    /// <param name="redaction">What is taken out.</param>
    /// <param name="format">Renders Markdown.</param>
    public Refusal? Shorten(Redaction redaction, Func<string, FormattedText> format)
    {
        if (Status is IdeaStatus.Draft || ErasedAt is not null) return new StepNotPossible(Status);
        var body = redaction.Apply(Body.Markdown);
        var (title, summary, place) = (redaction.Apply(Title), redaction.Apply(Summary), Place is null ? null : redaction.Apply(Place));
        var changes = (title, summary, body, place) != (Title, Summary, Body.Markdown, Place);
        foreach (var version in _versions) changes |= version.Shorten(redaction);
        if (!changes) return new PassageNotFound();
        (Title, Summary, Place, Body) = (title, summary, place, format(body));
        NeedsLook = false;
        TextVersion++;
        Version++;
        return null;
    }

    /// <summary>A moderator looked at the public text and leaves it as it is.</summary>
    public Refusal? MarkSeen(int textVersion)
    {
        if (textVersion != TextVersion) return new ChangedMeanwhile();
        NeedsLook = false;
        return null;
    }

    /// <summary>Sets the counts after a change of stances; called under the idea's lock.</summary>
    public void Count(StanceCounts counts)
    {
        (ForCount, NeutralCount, AgainstCount) = (counts.For, counts.Neutral, counts.Against);
        Contention = counts.Contention;
    }

    /// <summary>Gives the next comment its number; called under the idea's lock.</summary>
    public int NextCommentNumber() => ++LastCommentNumber;

    /// <summary>Counts a comment that became visible (1) or stopped being so (-1); a new one makes the idea active.</summary>
    public void CountComment(int delta, DateTimeOffset? activeAt)
    {
        CommentCount += delta;
        if (activeAt > ActiveAt) ActiveAt = activeAt.Value;
    }

    private bool IsBeingCarriedOut => Status is IdeaStatus.InImplementation or IdeaStatus.Implemented;

    /// <summary>A further word on an idea that is being carried out, or was, does not take it back to the beginning.</summary>
    private IdeaStatus StatusAfter(AnswerOutcome outcome) => outcome switch
    {
        _ when IsBeingCarriedOut => Status,
        AnswerOutcome.Accepted => IdeaStatus.Accepted,
        AnswerOutcome.PartlyAccepted => IdeaStatus.PartlyAccepted,
        AnswerOutcome.Rejected => IdeaStatus.Rejected,
        _ => IdeaStatus.UnderReview,
    };
}

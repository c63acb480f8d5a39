namespace Participation.Domain.Ideas;

/// <content>What remains of an idea whose author left and took the text along.</content>
public sealed partial class Idea
{
    /// <summary>
    /// Takes the text away for good. An idea that the city has answered, or that became part of another, keeps its place: the answer, the counts
    /// and what others wrote belong to the public record. Every other one is gone, with a reason. A second call changes nothing.
    /// </summary>
    /// <param name="remains">What stands in place of title and text.</param>
    /// <param name="reason">Why it is gone, for everyone to read.</param>
    /// <param name="now">The instant.</param>
    public void Erase(IdeaText remains, string reason, DateTimeOffset now)
    {
        if (ErasedAt is not null) return;
        Write(remains with { TopicKey = TopicKey });
        _versions.Clear();
        foreach (var step in _events.Where(step => step.By == AuthorId)) step.ForgetNote();
        (ErasedAt, NeedsLook, IsHeld, ActiveAt) = (now, false, false, now);
        if (Status.IsAnswered() || Status is IdeaStatus.Merged)
        {
            Version++;
            return;
        }

        (HiddenAt, RemovalReason, NextDate) = (now, reason, null);
        if (Status is not (IdeaStatus.Declined or IdeaStatus.Withdrawn)) Step(IdeaStatus.Withdrawn, IdeaEventKind.Withdrawn, AuthorId, now);
        else Version++;
    }

    /// <summary>
    /// Someone who took a stance leaves. While the idea is open the stance counts no longer, so that nobody counts twice by coming back;
    /// once the city has answered the numbers are part of the result and stay, without anybody behind them.
    /// </summary>
    /// <param name="stance">The stance; the caller deletes it.</param>
    public void Forget(Stance stance)
    {
        if (!Status.IsAnswered()) Count(Stances.With(stance.Kind, -1));
    }
}

namespace Participation.Domain.Ideas;

/// <content>History from elsewhere. It happened under other rules, so the rules of this site are not asked.</content>
public sealed partial class Idea
{
    /// <summary>
    /// Takes an idea over from another platform as it stands there: submitted, published or declined, at the instant it was written.
    /// No window, level of trust or shortest length applies, and no answer is promised; nobody of this site decided, so its events name nobody.
    /// </summary>
    /// <param name="id">Internal identity.</param>
    /// <param name="number">The public number it gets here.</param>
    /// <param name="past">Whose, where, and what became of it.</param>
    /// <param name="text">What it says.</param>
    /// <exception cref="ArgumentException">The status is none that an import knows.</exception>
    public static Idea Import(IdeaId id, int number, ImportedPast past, IdeaText text)
    {
        var idea = new Idea
        {
            Id = id, Number = number, ProcessId = past.Process, AuthorId = past.Author, SubmissionKey = past.Key,
            Status = IdeaStatus.Submitted, CreatedAt = past.At, SubmittedAt = past.At, ActiveAt = past.At,
        };
        idea.Write(text);
        idea._versions.Add(IdeaVersion.Of(id, 1, text, past.Author, past.At));
        idea._events.Add(IdeaEvent.Of(id, IdeaEventKind.Submitted, null, past.At, past.Note));
        idea.Become(past);
        return idea;
    }

    private void Become(ImportedPast past)
    {
        switch (past.Status)
        {
            case IdeaStatus.Submitted:
                break;
            case IdeaStatus.Published:
                PublishedAt = past.At;
                Step(IdeaStatus.Published, IdeaEventKind.Published, null, past.At, past.Note);
                break;
            case IdeaStatus.Declined:
                RemovalReason = past.Note;
                Step(IdeaStatus.Declined, IdeaEventKind.Declined, null, past.At, past.Note);
                break;
            default:
                throw new ArgumentException($"An imported idea cannot be {past.Status}.", nameof(past));
        }
    }
}

/// <summary>What is known of an idea that comes from elsewhere.</summary>
/// <param name="Process">The process it becomes part of.</param>
/// <param name="Author">A person of this site who stands for its author.</param>
/// <param name="Status">Submitted, published or declined.</param>
/// <param name="Note">Where the decision was made, for everyone to read; the reason of a declined idea.</param>
/// <param name="Key">Tells a second import that it is here already; unique per author.</param>
/// <param name="At">When it was written.</param>
public sealed record ImportedPast(Processes.ProcessId Process, Accounts.PersonId Author, IdeaStatus Status, string Note, string Key, DateTimeOffset At);

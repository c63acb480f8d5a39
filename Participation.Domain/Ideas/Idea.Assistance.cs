using Participation.Domain.Accounts;
using Participation.Domain.Processes;

namespace Participation.Domain.Ideas;

/// <content>Ideas that staff writes down for someone without an account.</content>
public sealed partial class Idea
{
    /// <summary>
    /// Staff begins an idea on someone's behalf. The level of trust that a process asks for is not asked: staff saw the person. Whoever writes
    /// it down cannot publish it.
    /// </summary>
    /// <param name="id">Internal identity.</param>
    /// <param name="process">Its process.</param>
    /// <param name="author">Whose words they are: a person without an account.</param>
    /// <param name="text">What it says.</param>
    /// <param name="submissionKey">The form's own key.</param>
    /// <param name="by">Who writes it down.</param>
    /// <param name="now">The instant.</param>
    public static Idea Assist(IdeaId id, ProcessId process, PersonId author, IdeaText text, string submissionKey, PersonId by, DateTimeOffset now)
    {
        var idea = Draft(id, process, author, null, text, submissionKey, now);
        idea.AssistedBy = by;
        return idea;
    }

    /// <summary>The person whose words they are has an account by now and takes the idea over. That it was written down by staff stays visible.</summary>
    /// <param name="author">The person with the account.</param>
    public Refusal? TakeOver(PersonId author)
    {
        if (AssistedBy is null || AssistedBy == author || ErasedAt is not null) return new ClaimCodeIsWrong();
        AuthorId = author;
        Version++;
        return null;
    }
}

/// <summary>An idea that staff wrote down is published by somebody else: four eyes.</summary>
public sealed record PublishedBySomeoneElse : Refusal;

/// <summary>No such idea, not this code, too many tries, or taken over already; which of it is nobody's business.</summary>
public sealed record ClaimCodeIsWrong : Refusal;

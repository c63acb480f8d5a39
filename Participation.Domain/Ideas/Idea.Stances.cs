using Participation.Domain.Accounts;
using Participation.Domain.Processes;

namespace Participation.Domain.Ideas;

/// <content>Who may take which stance, and when.</content>
public sealed partial class Idea
{
    /// <summary>Says why a stance cannot be taken now, or null when it can. Null takes one's stance back, which needs no level.</summary>
    public Refusal? CheckStance(StanceKind? kind, Process process, Person person, DateTimeOffset now)
    {
        if (!IsPublic || !Status.IsOpen() || !process.IsOpen(ActivityKind.TakeStances, now)) return new StancesAreClosed();
        if (person.Id == AuthorId) return new OwnIdeaHasNoStance();
        if (kind is null) return null;
        if (person.CheckTakingPart(process.RequiredVerification) is { } barred) return barred;
        if (process.StanceMode is StanceMode.SupportOnly && kind is not StanceKind.For) return new OnlySupportIsPossible();
        return null;
    }
}

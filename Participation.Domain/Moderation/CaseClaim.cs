using Participation.Domain.Accounts;
using Participation.Domain.Discussions;

namespace Participation.Domain.Moderation;

/// <summary>A moderator works on a case, so that nobody else begins with it. It binds nobody: another one can take it over, and decide without it.</summary>
public sealed class CaseClaim
{
    /// <summary>How long a case stays with somebody who does nothing with it.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>Most cases that one moderator has at a time.</summary>
    public const int MostOfOnePerson = 20;

    private CaseClaim() { }

    /// <summary>What it is.</summary>
    public SubjectKind Kind { get; private set; }

    /// <summary>What a comment is about: an idea or a passage.</summary>
    public SubjectKind Home { get; private set; }

    /// <summary>Number of the idea, the passage or the proposal.</summary>
    public int Number { get; private set; }

    /// <summary>Number of the comment, the suggestion or the remark in it; 0 for the idea or the proposal itself.</summary>
    public int Part { get; private set; }

    /// <summary>Who works on it.</summary>
    public PersonId HeldBy { get; private set; }

    /// <summary>Until when, unless something happens before.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>Another one whenever it goes to somebody else: who takes over says from whom.</summary>
    public ClaimId Taking { get; private set; }

    /// <summary>Somebody begins with a case that nobody has.</summary>
    public static CaseClaim Take(CaseRef at, PersonId by, DateTimeOffset now) => new() { Kind = at.Kind, Home = at.Home, Number = at.Number, Part = at.Part, HeldBy = by, Until = now + Lifetime, Taking = ClaimId.New(now) };

    /// <summary>The same moderator goes on, or another one takes over.</summary>
    /// <param name="by">Who.</param>
    /// <param name="from">The taking that the other one saw and means to end; null for none.</param>
    /// <param name="now">The instant.</param>
    public Refusal? TakeAgain(PersonId by, ClaimId? from, DateTimeOffset now)
    {
        if (HeldBy != by && Until > now && from != Taking) return new CaseIsTaken();
        if (HeldBy != by) (HeldBy, Taking) = (by, ClaimId.New(now));
        Until = now + Lifetime;
        return null;
    }
}

/// <summary>Somebody else works on the case.</summary>
public sealed record CaseIsTaken : Refusal;

/// <summary>A moderator has as many cases as one can work on.</summary>
public sealed record TooManyClaims(int Most) : Refusal;

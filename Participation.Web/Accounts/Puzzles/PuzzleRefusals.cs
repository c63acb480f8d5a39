using Participation.Domain;
using Participation.Domain.Moderation.Guards;

namespace Participation.Web.Accounts.Puzzles;

/// <summary>Many register at once, and the challenge was neither computed nor waited for long enough.</summary>
public sealed record PuzzleMustWait(int Seconds) : Refusal, IMustWait
{
    TimeSpan IMustWait.Wait => TimeSpan.FromSeconds(Seconds);

    /// <summary>With the wait in whole seconds, at least 2, so that it reads well.</summary>
    public static PuzzleMustWait For(TimeSpan wait) => new(Math.Max(2, (int)Math.Ceiling(wait.TotalSeconds)));
}

/// <summary>The form was sent before.</summary>
public sealed record PuzzleWasSpent : Refusal;

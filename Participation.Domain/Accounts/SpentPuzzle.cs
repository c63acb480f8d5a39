namespace Participation.Domain.Accounts;

/// <summary>A challenge that was answered; nobody answers it twice. Kept as long as challenges are valid.</summary>
public sealed class SpentPuzzle
{
    private SpentPuzzle() { }

    /// <summary>Number of the challenge.</summary>
    public Guid Id { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Whether it was answered by waiting instead of computing.</summary>
    public bool Waited { get; private set; }

    /// <summary>Notes that it was answered.</summary>
    public static SpentPuzzle Of(Guid id, bool waited, DateTimeOffset now) => new() { Id = id, At = now, Waited = waited };
}

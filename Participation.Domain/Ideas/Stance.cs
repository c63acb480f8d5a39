using Participation.Domain.Accounts;

namespace Participation.Domain.Ideas;

/// <summary>How someone stands to an idea.</summary>
public enum StanceKind
{
    /// <summary>Against it.</summary>
    Against = -1,

    /// <summary>Neither nor.</summary>
    Neutral = 0,

    /// <summary>For it.</summary>
    For = 1,
}

/// <summary>One person's stance on one idea: one per person by primary key, changeable while the idea is open. Never published by person.</summary>
public sealed class Stance
{
    private Stance() { }

    /// <summary>The idea.</summary>
    public IdeaId IdeaId { get; private set; }

    /// <summary>Whose stance.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>Which.</summary>
    public StanceKind Kind { get; private set; }

    /// <summary>When it was last taken or changed.</summary>
    public DateTimeOffset TakenAt { get; private set; }

    /// <summary>The version of the idea's text it was taken on.</summary>
    public int OnVersion { get; private set; }

    /// <summary>Someone takes a stance.</summary>
    public static Stance Take(IdeaId idea, PersonId person, StanceKind kind, int onVersion, DateTimeOffset now) =>
        new() { IdeaId = idea, PersonId = person, Kind = kind, OnVersion = onVersion, TakenAt = now };

    /// <summary>Changes one's mind.</summary>
    public void Change(StanceKind kind, int onVersion, DateTimeOffset now) => (Kind, OnVersion, TakenAt) = (kind, onVersion, now);
}

/// <summary>How many people stand where.</summary>
public readonly record struct StanceCounts(int For, int Neutral, int Against)
{
    /// <summary>Everyone who took a stance.</summary>
    public int Total => For + Neutral + Against;

    /// <summary>The size of the smaller camp: the more people on both sides, the more contested.</summary>
    public int Contention => Math.Min(For, Against);

    /// <summary>The counts with one stance added (<paramref name="delta"/> 1) or taken away (-1).</summary>
    public StanceCounts With(StanceKind kind, int delta) => kind switch
    {
        StanceKind.For => this with { For = For + delta },
        StanceKind.Neutral => this with { Neutral = Neutral + delta },
        StanceKind.Against => this with { Against = Against + delta },
        _ => this,
    };
}

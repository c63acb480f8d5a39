namespace Participation.Domain.Proposals.Revisions;

/// <summary>How many revisions of one proposal are kept. The oldest automatic ones give way; those that somebody named or that were given to be signed never do.</summary>
/// <param name="Kept">What is kept now.</param>
public sealed record RevisionRoom(IReadOnlyList<KeptRevision> Kept)
{
    /// <summary>Most revisions with a name.</summary>
    public const int MostNamed = 200;

    /// <summary>Most automatic revisions.</summary>
    public const int MostAutomatic = 100;

    /// <summary>Most content of all revisions together, in bytes, before it is compressed.</summary>
    public const long MostBytes = 100_000_000;

    /// <summary>Why there is no room for one more, or null. One that is to be signed always has room.</summary>
    public Refusal? Check(RevisionKind kind, int size)
    {
        if (kind is RevisionKind.Frozen) return null;
        if (kind is RevisionKind.Named && Kept.Count(revision => revision.Kind is RevisionKind.Named) >= MostNamed) return new TooManyRevisions(MostNamed);
        return Kept.Where(revision => revision.Kind is not RevisionKind.Automatic).Sum(revision => (long)revision.Size) + size > MostBytes ? new RevisionsTooLarge() : null;
    }

    /// <summary>The automatic revisions that give way to one more, oldest first.</summary>
    public IReadOnlyList<RevisionId> GiveWay(RevisionKind kind, int size)
    {
        var automatic = Kept.Where(revision => revision.Kind is RevisionKind.Automatic).OrderBy(revision => revision.Number).ToList();
        var (count, bytes) = (automatic.Count + (kind is RevisionKind.Automatic ? 1 : 0), Kept.Sum(revision => (long)revision.Size) + size);
        var going = new List<RevisionId>();
        foreach (var revision in automatic.TakeWhile(_ => count > MostAutomatic || bytes > MostBytes))
        {
            going.Add(revision.Id);
            (count, bytes) = (count - 1, bytes - revision.Size);
        }

        return going;
    }
}

/// <summary>A revision that takes room.</summary>
public sealed record KeptRevision(RevisionId Id, int Number, RevisionKind Kind, int Size);

/// <summary>As many revisions have a name as are kept.</summary>
/// <param name="Most">How many are kept.</param>
public sealed record TooManyRevisions(int Most) : Refusal;

/// <summary>The revisions of a proposal take as much room as there is.</summary>
public sealed record RevisionsTooLarge : Refusal;

/// <summary>A revision that says exactly what another one with a name says.</summary>
/// <param name="Number">Number of the other one.</param>
public sealed record SameAsRevision(int Number) : Refusal;

/// <summary>The text says already what the revision says.</summary>
public sealed record SaysSoAlready : Refusal;

using System.Collections.Immutable;

namespace Participation.Domain.Proposals.Writing;

/// <summary>Puts sections one behind the other and joins what belongs together, so that the same change always looks the same.</summary>
internal sealed class ChangeBuilder
{
    private readonly ImmutableArray<ChangeSection>.Builder _sections = ImmutableArray.CreateBuilder<ChangeSection>();

    public int Count => _sections.Count;

    /// <param name="old">Length in the old text.</param>
    /// <param name="inserted">What takes its place; null when it is kept.</param>
    /// <param name="join">Whether it continues the replacement before it.</param>
    public void Add(int old, string? inserted, bool join = false)
    {
        if (old == 0 && string.IsNullOrEmpty(inserted)) return;
        if (Count > 0 && _sections[^1] is var last && Continues(last, old, inserted, join)) _sections[^1] = new(last.Old + old, last.IsKept ? null : last.Inserted + inserted);
        else _sections.Add(new(old, inserted));
    }

    /// <summary>A section that somebody else made; which insertions lie apart stays as they made it.</summary>
    public void AddAsItIs(ChangeSection section) => _sections.Add(section);

    public ChangeSet ToChangeSet() => ChangeSet.Of(_sections.ToImmutable());

    private static bool Continues(ChangeSection last, int old, string? inserted, bool join) =>
        join || (inserted is null && last.IsKept) || (inserted is "" && last.Inserted is "") || (old == 0 && last.Old == 0);
}
